# AttributeError for instances, classes, modules and None
import math
class Aa: pass
for f in (lambda: Aa().x, lambda: Aa.x, lambda: math.nope, lambda: None.x, lambda: (5).x, lambda: "s".x, lambda: len.x, lambda: Aa().__class__.y):
    try:
        f()
    except AttributeError as e:
        print(e)
# expect: 'Aa' object has no attribute 'x'
# expect: type object 'Aa' has no attribute 'x'
# expect: module 'math' has no attribute 'nope'
# expect: 'NoneType' object has no attribute 'x'
# expect: 'int' object has no attribute 'x'
# expect: 'str' object has no attribute 'x'
# expect: 'builtin_function_or_method' object has no attribute 'x'
# expect: type object 'Aa' has no attribute 'y'
