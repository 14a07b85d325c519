# Operators, union() and copy() of a set of a user's class give a plain set
class Tags(set):
    pass


class Fixed(frozenset):
    pass


tags, fixed = Tags("ab"), Fixed("ab")
for result in (tags | {"c"}, tags & {"a"}, tags - {"a"}, tags ^ {"a"}, tags.union("c"), tags.copy(),
               fixed | {"c"}, fixed - {"a"}, fixed.copy()):
    print(type(result).__name__, len(result))
# expect: set 3
# expect: set 1
# expect: set 1
# expect: set 1
# expect: set 3
# expect: set 2
# expect: frozenset 3
# expect: frozenset 1
# expect: frozenset 2
