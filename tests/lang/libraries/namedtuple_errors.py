# The constructor of a named tuple is a function of its fields, also in its errors.
import collections

Point = collections.namedtuple("Point", "x y", defaults=[5])
print(Point(1), Point.__module__, Point.__new__.__defaults__)  # expect: Point(x=1, y=5) __main__ (5,)
for call in (lambda: Point(1, 2, 3), lambda: Point(), lambda: Point(1, z=2), lambda: Point(1, x=1)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: Point.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: Point.__new__() missing 1 required positional argument: 'x'
# expect: Point.__new__() got an unexpected keyword argument 'z'
# expect: Point.__new__() got multiple values for argument 'x'
