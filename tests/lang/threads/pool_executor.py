# concurrent.futures maps, results and exceptions
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(lambda x: x * x, range(5))))
    fs = [pool.submit(divmod, 7, k) for k in (2, 3)]
    print(sorted(f.result() for f in as_completed(fs)))
    bad = pool.submit(lambda: 1 / 0)
    print(repr(bad.exception()), bad.done())
    done, rest = wait([pool.submit(int, "5")])
    print(len(done), len(rest))
# expect: [0, 1, 4, 9, 16]
# expect: [(2, 1), (3, 1)]
# expect: ZeroDivisionError('division by zero') True
# expect: 1 0
