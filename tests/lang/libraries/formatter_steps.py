# string.Formatter and Template: subclasses that change a step.
import string


class F(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str): return kwargs.get(key, "<%s>" % key)
        return super().get_value(key, args, kwargs)
    def convert_field(self, v, c):
        if c == "u": return str(v).upper()
        return super().convert_field(v, c)
print(F().format("{} {a!u} {b:>{w}} {{x}} {1[0]} {c.real}", 1, "xyz", a="abc", w=10, c=5))
for bad in ("{", "}", "{0!rx}", "{0} {}", "{} {0}", "{a.}", "{a[x]y}"):
    try: print(string.Formatter().format(bad, 1, a={"x": 1}))
    except Exception as e: print(bad, type(e).__name__, e)
class T(string.Template):
    idpattern = "[a-z]+\\.[a-z]+"
print(T("$a.b ${c.d} $e").safe_substitute({"a.b": 1, "c.d": 2}))
class D(string.Template): delimiter = "%"
print(D("%x %% %{y}").substitute(x=1, y=2), string.Template("$Who $$ ${who}").get_identifiers())
# expect: 1 ABC        <b> {x} x 5
# expect: { ValueError Single '{' encountered in format string
# expect: } ValueError Single '}' encountered in format string
# expect: {0!rx} ValueError expected ':' after conversion specifier
# expect: {0} {} ValueError cannot switch from manual field specification to automatic field numbering
# expect: {} {0} ValueError cannot switch from manual field specification to automatic field numbering
# expect: {a.} ValueError Empty attribute in format string
# expect: {a[x]y} ValueError Only '.' or '[' may follow ']' in format field specifier
# expect: 1 2 $e
# expect: 1 % 2 ['Who', 'who']
