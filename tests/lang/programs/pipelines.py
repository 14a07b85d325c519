# Generator pipelines over a log: parse, filter, group, window, and coroutines that are sent to.
LOG = """\
10:00:01 INFO web request /index 120
10:00:02 WARN db slow query 900
10:00:02 INFO web request /about 80
malformed line
10:00:04 ERROR web request /admin failed 30
10:00:05 INFO db checkpoint 40
10:00:07 ERROR db connection lost 5
10:00:09 INFO web request /index 100
"""


class Skipped:
    def __init__(self):
        self.lines = []


def lines(text):
    yield from text.splitlines()


def parse(source, skipped):
    for number, line in enumerate(source, 1):
        try:
            stamp, level, unit, *words, ms = line.split()
            hours, minutes, seconds = map(int, stamp.split(":"))
        except ValueError as error:
            skipped.lines.append((number, line))
            continue
        yield {
            "at": hours * 3600 + minutes * 60 + seconds,
            "level": level,
            "unit": unit,
            "text": " ".join(words),
            "ms": int(ms),
        }


def where(source, **wanted):
    return (r for r in source if all(r[k] == v for k, v in wanted.items()))


def group(source, key):
    groups = {}
    for record in source:
        groups.setdefault(record[key], []).append(record)
    return groups


def windows(source, n):
    window = []
    for item in source:
        window.append(item)
        if len(window) > n:
            window.pop(0)
        if len(window) == n:
            yield tuple(window)


def tee(source, *sinks):
    for item in source:
        for sink in sinks:
            sink.send(item)
        yield item


def coroutine(function):
    def start(*args, **kwargs):
        g = function(*args, **kwargs)
        next(g)
        return g

    return start


@coroutine
def running_mean(results):
    total = count = 0
    try:
        while True:
            record = yield
            total += record["ms"]
            count += 1
    finally:
        results["mean"] = total / count if count else 0


@coroutine
def alarm(results, level):
    found = results.setdefault("alarms", [])
    while True:
        record = yield
        if record["level"] == level:
            found.append(record["text"])


results = {}
skipped = Skipped()
mean = running_mean(results)
alarms = alarm(results, "ERROR")
records = list(tee(parse(lines(LOG), skipped), mean, alarms))
mean.close()
alarms.close()
print(len(records))  # expect: 7
print(skipped.lines)  # expect: [(4, 'malformed line')]
print(results)
# expect: {'alarms': ['request /admin failed', 'connection lost'], 'mean': 182.14285714285714}
print([r["text"] for r in where(records, unit="web", level="INFO")])
# expect: ['request /index', 'request /about', 'request /index']
for unit, members in group(records, "unit").items():
    print(unit, len(members), sum(r["ms"] for r in members), sorted({r["level"] for r in members}))
    # expect: web 4 330 ['ERROR', 'INFO']
    # expect: db 3 945 ['ERROR', 'INFO', 'WARN']
gaps = [b["at"] - a["at"] for a, b in windows(records, 2)]
print(gaps, max(gaps), list(windows([1, 2], 3)))  # expect: [1, 0, 2, 1, 2, 2] 2 []
smooth = [round(sum(r["ms"] for r in w) / 3, 1) for w in windows(records, 3)]
print(smooth)  # expect: [366.7, 336.7, 50.0, 25.0, 48.3]
lazy = (r["ms"] for r in parse(iter(["1:2:3 A b 7", "4:5:6 A c 8"]), skipped))
print(next(lazy), next(lazy), next(lazy, None))  # expect: 7 8 None
