# __slots__ are identifiers; subclasses of int, tuple and bytes have none
for bases, slots in (((), ("1a",)), ((), "a b"), ((), ("",)), ((int,), ("a",)), ((tuple,), "a"),
                     ((bytes,), ["a"]), ((str,), ()), ((int,), ()), ((list,), ("a",))):
    try:
        print(type("C", bases, {"__slots__": slots})())
    except TypeError as e:
        print(e)
# expect: __slots__ must be identifiers
# expect: __slots__ must be identifiers
# expect: __slots__ must be identifiers
# expect: nonempty __slots__ not supported for subtype of 'int'
# expect: nonempty __slots__ not supported for subtype of 'tuple'
# expect: nonempty __slots__ not supported for subtype of 'bytes'
# expect:
# expect: 0
# expect: []
