# Float operations: remainders take the divisor's sign, powers may leave the reals.
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 2.0**0.5, 4**0.5, 2**-2)
# expect: 3.0 1.5 -4.0 0.5 -0.5 (-4.0, 0.5) 1.4142135623730951 2.0 0.25
print(1e308 * 10, -1e308 * 10, 0.0 == -0.0, 5.0 // 1, 1 // 0.3, 1e-320 / 10)
# expect: inf -inf True 5.0 3.0 1e-321
print(abs(-2.5), int(2.9), int(-2.9), round(2.675, 2))  # expect: 2.5 2 -2 2.67
print(round(1234.567, -2), round(0.5), round(1.5), round(-0.4))  # expect: 1200.0 0 2 0
print(max(1, 2.5), min(1.0, 1), sum([0.1] * 3), 3 + 0.0, 3 == 3.0, 10**15 + 0.5)
# expect: 2.5 1.0 0.30000000000000004 3.0 True 1000000000000000.5
for wrong in (
    lambda: 1.0 / 0,
    lambda: 0.0 % 0.0,
    lambda: 0.0**-1,
    lambda: 10.0**400,
    lambda: int(float("nan")),
    lambda: int(float("inf")),
    lambda: 1.5 & 1,
):
    try:
        wrong()
    except (ArithmeticError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ZeroDivisionError float division by zero
        # expect: ZeroDivisionError float modulo
        # expect: ZeroDivisionError 0.0 cannot be raised to a negative power
        # expect: OverflowError (34, 'Numerical result out of range')
        # expect: ValueError cannot convert float NaN to integer
        # expect: OverflowError cannot convert float infinity to integer
        # expect: TypeError unsupported operand type(s) for &: 'float' and 'int'
