# what with refuses
class A: pass
class B:
    def __enter__(self): pass
for x in (A(), B(), 5):
    try:
        with x:
            pass
    except TypeError as e:
        print(e)
# expect: 'A' object does not support the context manager protocol
# expect: 'B' object does not support the context manager protocol (missed __exit__ method)
# expect: 'int' object does not support the context manager protocol
