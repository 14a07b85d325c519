# statistics.
import statistics as st

print(st.mean([1, 2, 3, 4]), st.mean([1, 2, 3]), st.mean([0.1] * 10), st.fmean([3.5, 4.0, 5.25]))
print(st.median([5, 1, 3]), st.median([1, 2, 3, 4]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]))
print(st.mode(["a", "b", "a"]), st.multimode("aabbc"), st.multimode([]))
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.variance(data), st.pvariance(data), st.stdev(data), st.pstdev(data))
print(st.stdev([1, 2, 3, 4, 5]), st.pvariance([1, 2, 3, 4]), st.variance([1, 2, 3]), st.stdev([1, 1]))
print(st.quantiles([1, 2, 3, 4, 5, 6, 7]), st.quantiles(range(1, 11), n=5, method="inclusive"))
print(st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([2.5, 3, 10]))
print(st.correlation([1, 2, 3, 4], [2, 4, 6, 8.5]), st.covariance([1, 2, 3], [1, 5, 7]), st.median_grouped([1, 2, 2, 3, 4, 4, 4]))
print(st.pvariance([1.5, 2.5, 2.5], 2.0), st.mean([1e16, 1, -1e16]))
for bad in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.variance([])):
    try:
        bad()
    except st.StatisticsError as error:
        print(error)
# expect: 2.5 2 0.1 4.25
# expect: 3 2.5 2 3
# expect: a ['a', 'b'] []
# expect: 1.3720238095238095 1.1760204081632653 1.171334200612195 1.084444746477784
# expect: 1.5811388300841898 1.25 1 0.0
# expect: [2.0, 4.0, 6.0] [2.8, 4.6, 6.4, 8.2]
# expect: 36.000000000000014 48.0 3.6
# expect: 0.99838143945703 3.0 3.0
# expect: 0.25 0.3333333333333333
# expect: mean requires at least one data point
# expect: no median for empty data
# expect: stdev requires at least two data points
# expect: no mode for empty data
# expect: variance requires at least two data points
