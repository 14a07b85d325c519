# parentheses around managers and long expressions
from contextlib import nullcontext
with (nullcontext(1) as a,
      nullcontext(2) as b):
    print(a, b)
total = (1 +
         2
         + 3)
print(total)
# expect: 1 2
# expect: 6
