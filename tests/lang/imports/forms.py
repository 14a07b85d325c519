# all forms of import
import math
import math as m, os.path as p
from math import sqrt, pi as PI
from collections import *
print(math is m, sqrt(4), round(PI, 2), p.join("a", "b"), OrderedDict.__name__)
# expect: True 2.0 3.14 a/b OrderedDict
