# the = of f-strings
x, y = 3, "s"
print(f"{x=} {y=} {x + 1 = } {y=!s} {x=:>4}")
# expect: x=3 y='s' x + 1 = 4 y=s x=   3
