# removeprefix and removesuffix
print("prefix".removeprefix("pre"), "prefix".removesuffix("fix"), "abc".removeprefix("x"), "abc".removesuffix(""))
# expect: fix pre abc abc
