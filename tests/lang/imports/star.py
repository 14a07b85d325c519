# from M import * takes the public names, or those of __all__.
from _public import *

print(a, _listed, sorted(n for n in globals() if n in ("a", "b", "_listed", "_hidden")))
# expect: 1 3 ['_listed', 'a']
