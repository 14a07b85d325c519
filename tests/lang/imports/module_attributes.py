# __name__, __dict__ and sys.modules
import sys, math
print(__name__, math.__name__, sys.modules["math"] is math, "sqrt" in math.__dict__, type(math).__name__)
math.extra = 5
import math as again
print(again.extra)
# expect: __main__ math True True module
# expect: 5
