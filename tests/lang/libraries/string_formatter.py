# string.Formatter: fields, and its steps in subclasses
import string
formatter = string.Formatter()
print(list(formatter.parse("a{b!r:>5}c{{{d[x:y].e}")))
# expect: [('a', 'b', '>5', 'r'), ('c{', None, None, None), ('', 'd[x:y].e', '', None)]
print(formatter.format("{} {a} {b.real} {c[0]} {d[k]} {0!r:>4}".replace("{}", "{0}"), "x", a=3, b=5,
                       c=[7], d={"k": 8}))  # expect: x 3 5 7 8  'x'
print(formatter.format("{:>{}}|{:{w}}|", 1, 5, 2, w=4))  # expect:     1|   2|
print(formatter.vformat("{0}{a}", (1,), {"a": 2}))  # expect: 12
for args in (("{0} {}", 1, 2), ("{} {0}", 1), ("{1}", 1), ("{q}",), ("}",), ("a{",), ("{a",), ("{0!x}", 1),
             ("{0:{1:{2:{3}}}}", 1, 2, 3, 4)):
    try:
        print(formatter.format(*args))
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError cannot switch from manual field specification to automatic field numbering
# expect: ValueError cannot switch from manual field specification to automatic field numbering
# expect: IndexError tuple index out of range
# expect: KeyError 'q'
# expect: ValueError Single '}' encountered in format string
# expect: ValueError Single '{' encountered in format string
# expect: ValueError expected '}' before end of string
# expect: ValueError Unknown conversion specifier x
# expect: ValueError Max string recursion exceeded
class Own(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "<%s>" % key) if isinstance(key, str) else args[key]
    def format_field(self, value, spec):
        return value.upper() if spec == "up" else super().format_field(value, spec)
    def convert_field(self, value, conversion):
        return value[::-1] if conversion == "z" else super().convert_field(value, conversion)
    def check_unused_args(self, used, args, kwargs):
        print(sorted(map(str, used)))
print(Own().format("{a} {b:up} {0!z}", "qw", b="x"))
# expect: ['0', 'a', 'b']
# expect: <a> X wq
