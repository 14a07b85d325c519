# what cannot be a key
for k in ([], {}, set()):
    try:
        {k: 1}
    except TypeError as e:
        print(e)
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'set'
