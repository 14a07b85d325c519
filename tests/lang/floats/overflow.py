# what overflows to inf and what raises
print(1e308 * 10, -1e308 * 10)
for f in (lambda: 10.0 ** 400, lambda: float(10 ** 400), lambda: 1e308 ** 2):
    try:
        print(f())
    except OverflowError as e:
        print(e)
# expect: inf -inf
# expect: (34, 'Numerical result out of range')
# expect: int too large to convert to float
# expect: (34, 'Numerical result out of range')
