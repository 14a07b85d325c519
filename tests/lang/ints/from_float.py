# int() of floats truncates towards zero
print(int(2.9), int(-2.9), int(1e20), int(-0.5))
for x in (float("inf"), float("nan")):
    try:
        int(x)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
# expect: 2 -2 100000000000000000000 0
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
