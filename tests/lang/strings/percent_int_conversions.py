# %d converts by __int__ or __index__; what gives no int is refused as if it had none
class Bad:
    def __int__(self): return "a"
    def __index__(self): return "b"
class Raises:
    def __int__(self): raise TypeError("its own")
class Fails:
    def __int__(self): raise KeyError("its own")
class Good:
    def __int__(self): return 7
for form, value in (("%d", Bad()), ("%x", Bad()), ("%d", Raises()), ("%d", Fails()),
                    ("%d", Good()), ("%x", Good()), ("%i", 2.9), ("%d", float("inf"))):
    try:
        print(form % value)
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError %d format: a real number is required, not Bad
# expect: TypeError %x format: an integer is required, not Bad
# expect: TypeError %d format: a real number is required, not Raises
# expect: KeyError 'its own'
# expect: 7
# expect: TypeError %x format: an integer is required, not Good
# expect: 2
# expect: OverflowError cannot convert float infinity to integer
