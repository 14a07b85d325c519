# docstrings of functions, classes and modules
def f():
    """doc
    more"""
def g():
    x = 1
    "not a doc"
class C:
    'class doc'
print(f.__doc__, g.__doc__, C.__doc__)
# expect: doc
# expect:     more None class doc
