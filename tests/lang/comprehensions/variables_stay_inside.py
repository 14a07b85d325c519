# The variables of a comprehension hide those of the function and leave them as they were
def f(items, k):
    x = 5
    sums = [x + k for x in items if x]
    pairs = {q: [w for w in range(q)] for q, _ in zip(range(3), items)}
    later = [lambda: v for v in items]
    x = [x for x in [x]]
    return sums, pairs, [g() for g in later], x, sorted(locals())


print(f([1, 2, 3], 10))


def unbound():
    try:
        return [z for i in range(1) if z for z in [1]]
    except NameError as error:
        print(type(error).__name__, error)


unbound()
# expect: ([11, 12, 13], {0: [], 1: [0], 2: [0, 1]}, [3, 3, 3], [5], ['items', 'k', 'later', 'pairs', 'sums', 'x'])
# expect: UnboundLocalError cannot access local variable 'z' where it is not associated with a value
