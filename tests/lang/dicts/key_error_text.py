# KeyError shows the repr of the key
for k in ("a", 1, (1, 2), None):
    try:
        {}[k]
    except KeyError as e:
        print(e, repr(e))
# expect: 'a' KeyError('a')
# expect: 1 KeyError(1)
# expect: (1, 2) KeyError((1, 2))
# expect: None KeyError(None)
