# The program's own module is __main__.
import sys

print(__name__, sys.modules["__main__"].__name__)
if __name__ == "__main__":
    print("run as a program")
print(__file__.endswith("main_name.py"), __doc__)
# expect: __main__ __main__
# expect: run as a program
# expect: True None
