"""Mean, median, spread and their like. Sums of floats are exact before they are rounded."""
import math
from collections import Counter, namedtuple


class StatisticsError(ValueError):
    """There is no such figure of these data."""


def _exact_ratio(x):
    """(n, d) with x == n / d."""
    if isinstance(x, int):
        return int(x), 1
    return x.as_integer_ratio()


def _exact_sum(data):
    """The sum as a fraction (n, d), whether all were ints, and how many there were."""
    partial = {}
    count = 0
    whole = True
    special = None
    for x in data:
        count += 1
        if not isinstance(x, int):
            whole = False
            if not math.isfinite(x):
                special = x if special is None else special + x
                continue
        n, d = _exact_ratio(x)
        partial[d] = partial.get(d, 0) + n
    if special is not None:
        return None, special, whole, count
    n, d = 0, 1
    for denominator in sorted(partial):
        common = math.lcm(d, denominator)
        n = n * (common // d) + partial[denominator] * (common // denominator)
        d = common
    return n, d, whole, count


def _quotient(n, d, whole):
    """n / d as a float, or as an int where ints came in and it is one."""
    if whole and n % d == 0:
        return n // d
    return n / d


def mean(data):
    data = list(data)
    n, d, whole, count = _exact_sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    if n is None:
        return d / count
    return _quotient(n, d * count, whole)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.fsum(a * b for a, b in zip(data, weights)) / total


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset "
                              "containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    n, d = 0, 1
    for w, x in zip(weights, data):
        wn, wd = _exact_ratio(w)
        xn, xd = _exact_ratio(x)
        n, d = n * wd * xn + wn * xd * d, d * wd * xn
    tn, td, whole, _ = _exact_sum(weights)
    return _quotient(tn * d, td * n, False)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    first = data.index(x)
    how_many = data.count(x)
    return float(x) - interval / 2.0 + interval * (n / 2 - first) / how_many


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(data, center):
    """The sum of squared differences as a fraction, whether all were ints, how many."""
    n, d, whole, count = _exact_sum(data)
    if n is None:
        return None, math.nan, whole, count
    if center is None:
        sn, sd = 0, 1
        for x in data:
            xn, xd = _exact_ratio(x)
            common = math.lcm(sd, xd * xd)
            sn = sn * (common // sd) + xn * xn * (common // (xd * xd))
            sd = common
        # sum of x^2 - (sum of x)^2 / count
        bottom = d * d * count
        return sn * bottom - n * n * sd, sd * bottom, whole, count
    cn, cd = _exact_ratio(center)
    sn, sd = 0, 1
    for x in data:
        xn, xd = _exact_ratio(x)
        dn, dd = xn * cd - cn * xd, xd * cd
        common = math.lcm(sd, dd * dd)
        sn = sn * (common // sd) + dn * dn * (common // (dd * dd))
        sd = common
    return sn, sd, whole, count


def _variance_parts(data, center, least, name):
    data = list(data)
    if len(data) < least:
        raise StatisticsError("%s requires at least %s data point%s" % (
            name, "two" if least == 2 else "one", "s" if least == 2 else ""))
    n, d, whole, count = _squares(data, center)
    return n, d, whole, count


def variance(data, xbar=None):
    n, d, whole, count = _variance_parts(data, xbar, 2, "variance")
    return d if n is None else _quotient(n, d * (count - 1), whole)


def pvariance(data, mu=None):
    n, d, whole, count = _variance_parts(data, mu, 1, "pvariance")
    return d if n is None else _quotient(n, d * count, whole)


def _root_of_ratio(n, d):
    """The square root of n / d, rounded once."""
    if n == 0:
        return 0.0
    shift = max(0, 120 - n.bit_length() + d.bit_length())
    shift += shift % 2
    root = math.isqrt((n << shift) // d)
    if root * root * d != n << shift:
        root |= 1  # sticky
    return math.ldexp(root, -(shift // 2))


def stdev(data, xbar=None):
    n, d, whole, count = _variance_parts(data, xbar, 2, "stdev")
    return math.nan if n is None else _root_of_ratio(n, d * (count - 1))


def pstdev(data, mu=None):
    n, d, whole, count = _variance_parts(data, mu, 1, "pstdev")
    return math.nan if n is None else _root_of_ratio(n, d * count)


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 points that divide the data into n parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    points = []
    if method == "inclusive":
        for k in range(1, n):
            j, delta = divmod(k * (size - 1), n)
            points.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return points
    if method == "exclusive":
        for k in range(1, n):
            j = min(max(k * (size + 1) // n, 1), size - 1)
            delta = k * (size + 1) - j * n
            points.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return points
    raise ValueError("Unknown method: %r" % method)


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    return math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    sxy = math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = math.fsum((a - xbar) ** 2.0 for a in x)
    syy = math.fsum((b - ybar) ** 2.0 for b in y)
    if not sxx or not syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / math.sqrt(sxx * syy)


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(
            "linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    xbar = ybar = 0.0
    if not proportional:
        xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    sxy = math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = math.fsum((a - xbar) ** 2.0 for a in x)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = sxy / sxx
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)
