# -*- coding: utf-8 -*-
# Names and text may hold any letters; comments may stand anywhere.
größe = 5  # a name with letters beyond ASCII


def 平方(x):  # as a function
    # inside
    return x * x
    # behind


print(größe, 平方(3), "naïve")  # at the end
print(  # inside brackets
    1,
    # between
    2,
)
if True:
    # only comments before the body

    print("body")
# expect: 5 9 naïve
# expect: 1 2
# expect: body
