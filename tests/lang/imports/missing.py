# modules and names that do not exist
for text in ("import nothing_here", "from nothing_here import x", "from math import nothing", "import math.nothing", "from . import x"):
    try:
        exec(text)
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (")[0])
# expect: ModuleNotFoundError No module named 'nothing_here'
# expect: ModuleNotFoundError No module named 'nothing_here'
# expect: ImportError cannot import name 'nothing' from 'math'
# expect: ModuleNotFoundError No module named 'math.nothing'; 'math' is not a package
# expect: ImportError attempted relative import with no known parent package
