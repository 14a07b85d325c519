# csv: dialects by name, as classes and as options; what is wrong with them; the sniffer
import csv

print(csv.list_dialects(), csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE)


def options(dialect):
    return [getattr(dialect, name) for name in ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting")]


for name in csv.list_dialects():
    print(name, options(csv.get_dialect(name)), csv.get_dialect(name).strict)
print(options(csv.excel), options(csv.excel_tab), options(csv.unix_dialect), issubclass(csv.excel_tab, csv.excel), options(csv.excel()))


class Bars(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    lineterminator = "\n"
    quoting = csv.QUOTE_ALL
    strict = True


csv.register_dialect("bars", Bars)
csv.register_dialect("semi", "bars", delimiter=";", strict=False)
csv.register_dialect("loose", delimiter=" ", quotechar=None)
for name in ("bars", "semi", "loose"):
    print(options(csv.get_dialect(name)), csv.get_dialect(name).strict)
print(list(csv.reader(["'a|b'|c"], "bars")), list(csv.reader(["a;b|c"], Bars(), delimiter=";")), options(csv.reader([], Bars).dialect))
print(csv.unregister_dialect("semi"), csv.list_dialects())


class Half(csv.excel):
    pass


for option, value in (("delimiter", ""), ("delimiter", None), ("delimiter", 5), ("quotechar", "ab"), ("quotechar", 5), ("escapechar", ""), ("escapechar", b"x"), ("quoting", "x"), ("quoting", 7), ("quoting", True), ("lineterminator", None), ("lineterminator", 5), ("quotechar", None), ("color", 1)):
    setattr(Half, option, value)
    for make in (lambda: csv.reader([], **{option: value}), Half):
        try:
            make()
            print(option, value, "can be made")
        except (csv.Error, TypeError) as error:
            print(type(error).__name__, error)
    delattr(Half, option)
dialect = csv.get_dialect("excel")
for bad in (csv.Dialect, lambda: csv.get_dialect("none"), lambda: csv.unregister_dialect("semi"), lambda: csv.register_dialect(5), lambda: csv.get_dialect([]), lambda: csv.register_dialect("x", escapechar="ab"), lambda: setattr(dialect, "delimiter", "x"), lambda: setattr(dialect, "strict", True), lambda: setattr(dialect, "color", 1)):
    try:
        bad()
    except (csv.Error, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(csv.get_dialect("excel") is dialect, csv.Error.__mro__[1] is Exception, csv.Error.__module__)
for sample in ("a,b,c\n1,2,3\n", "name;age\nAnn;3\n", "a\tb\n1\t2\n", "'x y'|'z'\n'a'|'b'\n", '"a", "b ""c"""\n"d", "e"\n', "a: b: c\nd: e: f\n"):
    found = csv.Sniffer().sniff(sample)
    print(options(found), csv.Sniffer().has_header(sample), list(csv.reader(sample.splitlines(), found)))
print(csv.Sniffer().sniff("a,b;c\nd,e;f\n", delimiters=";").delimiter)
try:
    csv.Sniffer().sniff("one\ntwo\n", delimiters=",;")
except csv.Error as error:
    print(error)
print(csv.Sniffer().has_header("name,size\nab,1\ncd,2\n"), csv.Sniffer().has_header("ab,1\ncd,2\n"))
# expect: ['excel', 'excel-tab', 'unix'] 0 1 2 3
# expect: excel [',', '"', None, True, False, '\r\n', 0] False
# expect: excel-tab ['\t', '"', None, True, False, '\r\n', 0] False
# expect: unix [',', '"', None, True, False, '\n', 1] False
# expect: [',', '"', None, True, False, '\r\n', 0] ['\t', '"', None, True, False, '\r\n', 0] [',', '"', None, True, False, '\n', 1] True [',', '"', None, True, False, '\r\n', 0]
# expect: ['|', "'", None, False, False, '\n', 1] True
# expect: [';', "'", None, False, False, '\n', 1] False
# expect: [' ', None, None, True, False, '\r\n', 3] False
# expect: [['a|b', 'c']] [['a', 'b|c']] ['|', "'", None, False, False, '\n', 1]
# expect: None ['excel', 'excel-tab', 'unix', 'bars', 'loose']
# expect: TypeError "delimiter" must be a 1-character string
# expect: Error "delimiter" must be a 1-character string
# expect: TypeError "delimiter" must be string, not NoneType
# expect: Error "delimiter" must be string, not NoneType
# expect: TypeError "delimiter" must be string, not int
# expect: Error "delimiter" must be string, not int
# expect: TypeError "quotechar" must be a 1-character string
# expect: Error "quotechar" must be a 1-character string
# expect: TypeError "quotechar" must be string or None, not int
# expect: Error "quotechar" must be string or None, not int
# expect: TypeError "escapechar" must be a 1-character string
# expect: Error "escapechar" must be a 1-character string
# expect: TypeError "escapechar" must be string or None, not bytes
# expect: Error "escapechar" must be string or None, not bytes
# expect: TypeError "quoting" must be an integer
# expect: Error "quoting" must be an integer
# expect: TypeError bad "quoting" value
# expect: Error bad "quoting" value
# expect: TypeError "quoting" must be an integer
# expect: Error "quoting" must be an integer
# expect: TypeError lineterminator must be set
# expect: Error lineterminator must be set
# expect: TypeError "lineterminator" must be a string
# expect: Error "lineterminator" must be a string
# expect: quotechar None can be made
# expect: Error quotechar must be set if quoting enabled
# expect: TypeError 'color' is an invalid keyword argument for this function
# expect: color 1 can be made
# expect: Error "delimiter" must be string, not NoneType
# expect: Error unknown dialect
# expect: Error unknown dialect
# expect: TypeError dialect name must be a string
# expect: TypeError unhashable type: 'list'
# expect: TypeError "escapechar" must be a 1-character string
# expect: AttributeError attribute 'delimiter' of '_csv.Dialect' objects is not writable
# expect: AttributeError readonly attribute
# expect: AttributeError '_csv.Dialect' object has no attribute 'color'
# expect: True True _csv
# expect: [',', '"', None, False, False, '\r\n', 0] True [['a', 'b', 'c'], ['1', '2', '3']]
# expect: [';', '"', None, False, False, '\r\n', 0] True [['name', 'age'], ['Ann', '3']]
# expect: ['\t', '"', None, False, False, '\r\n', 0] True [['a', 'b'], ['1', '2']]
# expect: ['|', "'", None, False, False, '\r\n', 0] False [['x y', 'z'], ['a', 'b']]
# expect: [',', '"', None, True, True, '\r\n', 0] False [['a', 'b "c"'], ['d', 'e']]
# expect: [' ', '"', None, False, False, '\r\n', 0] False [['a:', 'b:', 'c'], ['d:', 'e:', 'f']]
# expect: ;
# expect: Could not determine delimiter
# expect: True False
