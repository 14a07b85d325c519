# csv.writer: which fields get quotes, escapes, other kinds of values, errors
import csv
import io


def written(*rows, **options):
    out = io.StringIO(newline="")
    writer = csv.writer(out, **options)
    try:
        for row in rows:
            writer.writerow(row)
    except (csv.Error, TypeError) as error:
        print(type(error).__name__, error)
    print(repr(out.getvalue()))


class Number:
    def __float__(self):
        return 1.0

    def __str__(self):
        return "a number"


values = ["plain", "with, comma", 'with "quote"', "two\nlines", " space ", "", None, 5, 1.5, True, 1e100, [1, 2]]
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC):
    written(values, quoting=quoting)
written(values, quoting=csv.QUOTE_NONE, escapechar="\\")
written([Number(), "text", 10**20, b"bytes"], quoting=csv.QUOTE_NONNUMERIC)
written([], [""], [None], ["", ""], "abc", {"k": 1}, range(3), (x for x in "yz"))
written(['"', "\\", '\\"'], doublequote=False, escapechar="\\")
written(['"', "\\", '\\"'], escapechar="\\")
written(["a;b", "it's", "a,b"], delimiter=";", quotechar="'", lineterminator="\n")
written(["a!b", "a\nb", "a\rb"], lineterminator="!")
written(['a"b'], quotechar=None)
written(['a"b'], quoting=csv.QUOTE_NONE)
written(['a"b'], doublequote=False)
written([""], quoting=csv.QUOTE_NONE)
written(["ok"], 5)
written(["ok"], None)
written(["a", "b"], dialect="unix")
written(["a", "b,c"], dialect=csv.excel_tab)
out = io.StringIO()
writer = csv.writer(out)
print(writer.writerow([1, 2]), writer.writerows([[3], [4, "x y"]]), repr(out.getvalue()), writer.dialect.quoting)


class Sink:
    def write(self, text):
        return text.upper()


print(repr(csv.writer(Sink()).writerow(["a", "b"])))
for bad in (lambda: csv.writer(5), lambda: writer.writerows(5), lambda: writer.writerows([[1], 2])):
    try:
        bad()
    except (csv.Error, TypeError) as error:
        print(type(error).__name__, error)
text = io.StringIO(newline="")
rows = [["a\r\nb", 'c"', ",", ""], ["", "x", "'", "\\"]]
csv.writer(text).writerows(rows)
text.seek(0)
print(list(csv.reader(text)) == rows)
# expect: 'plain,"with, comma","with ""quote""","two\nlines", space ,,,5,1.5,True,1e+100,"[1, 2]"\r\n'
# expect: '"plain","with, comma","with ""quote""","two\nlines"," space ","","","5","1.5","True","1e+100","[1, 2]"\r\n'
# expect: '"plain","with, comma","with ""quote""","two\nlines"," space ","","",5,1.5,True,1e+100,"[1, 2]"\r\n'
# expect: 'plain,with\\, comma,with \\"quote\\",two\\\nlines, space ,,,5,1.5,True,1e+100,[1\\, 2]\r\n'
# expect: 'a number,"text",100000000000000000000,"b\'bytes\'"\r\n'
# expect: '\r\n""\r\n""\r\n,\r\na,b,c\r\nk\r\n0,1,2\r\ny,z\r\n'
# expect: '\\",\\\\,\\\\\\"\r\n'
# expect: '"""",\\\\,"\\\\"""\r\n'
# expect: "'a;b';'it''s';a,b\n"
# expect: '"a!b",a\nb,a\rb!'
# expect: 'a"b\r\n'
# expect: Error need to escape, but no escapechar set
# expect: ''
# expect: Error need to escape, but no escapechar set
# expect: ''
# expect: Error single empty field record must be quoted
# expect: ''
# expect: Error iterable expected, not int
# expect: 'ok\r\n'
# expect: Error iterable expected, not NoneType
# expect: 'ok\r\n'
# expect: '"a","b"\n'
# expect: 'a\tb,c\r\n'
# expect: 5 None '1,2\r\n3\r\n4,x y\r\n' 0
# expect: 'A,B\r\n'
# expect: TypeError argument 1 must have a "write" method
# expect: TypeError 'int' object is not iterable
# expect: Error iterable expected, not int
# expect: True
