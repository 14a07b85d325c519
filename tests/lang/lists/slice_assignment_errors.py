# A step of zero comes before what is assigned; a step of one is a plain slice
items = [1, 2, 3]
for step in (0, 1, 2):
    try:
        items[::step] = None
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: ValueError slice step cannot be zero
# expect: TypeError can only assign an iterable
# expect: TypeError must assign iterable to extended slice
