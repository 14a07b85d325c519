# Operands are computed from left to right; the value before the target.
log = []


def n(x):
    log.append(x)
    return x


d = {}
d[n("key")] = n("value")
n(1) + n(2) * n(3)
[n("a"), n("b")]
{n("k1"): n("v1")}
(lambda *a, **k: 0)(n("p"), k=n("q"))
n([0])[n(0)] = n("stored")
x = [n(5) for _ in range(2)]
print(log)
# expect: ['value', 'key', 1, 2, 3, 'a', 'b', 'k1', 'v1', 'p', 'q', 'stored', ['stored'], 0, 5, 5]
