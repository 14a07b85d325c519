# A copy of an exception is made by its class of its arguments, and then gets its attributes.
import copy


class Wrong(Exception):
    def __init__(self, *args):
        print("made of", args)
        super().__init__(*args)


error = Wrong(1, [2])
error.extra = ["more"]
twin = copy.copy(error)
print(twin.args, twin.args[1] is error.args[1], twin.extra is error.extra)
deep = copy.deepcopy(error)
print(deep.args, deep.args[1] is error.args[1], deep.extra, deep.extra is error.extra)
print(repr(copy.copy(KeyError(3))))
missing = copy.copy(OSError(2, "gone", "file"))
print(repr(missing), missing.filename, missing.errno)
print(repr(copy.deepcopy(UnicodeDecodeError("utf-8", b"a", 0, 1, "why"))))


class Fussy(Exception):
    def __init__(self, a, b):
        super().__init__(a)


try:
    copy.copy(Fussy(1, 2))
except TypeError as problem:
    print(problem)
# expect: made of (1, [2])
# expect: made of (1, [2])
# expect: (1, [2]) True True
# expect: made of (1, [2])
# expect: (1, [2]) False ['more'] False
# expect: KeyError(3)
# expect: FileNotFoundError(2, 'gone') file 2
# expect: UnicodeDecodeError('utf-8', b'a', 0, 1, 'why')
# expect: Fussy.__init__() missing 1 required positional argument: 'b'
