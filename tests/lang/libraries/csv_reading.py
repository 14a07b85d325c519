# csv.reader: quotes, escapes, ends of lines, dialect options, errors
import csv
import io


def rows(text, **options):
    lines = io.StringIO(text, newline="") if isinstance(text, str) else text
    reader = csv.reader(lines, **options)
    try:
        for row in reader:
            print(reader.line_num, row)
    except (csv.Error, ValueError, TypeError) as error:
        print(reader.line_num, type(error).__name__, error)


rows('a,b,c\r\n1,"two, too",3\n\n"",,\n')
rows('"say ""hi""","two\nlines",x\r\nlast,"no end\nhere')
rows('a"b,"c"d,"e" ,"f"\n')
rows(["no end", "of, lines", "", '"across', 'strings"'])
rows("a; b;  c;'d;e'; 'f'\n", delimiter=";", quotechar="'", skipinitialspace=True)
rows("a  b\n", delimiter=" ", skipinitialspace=True)
rows('a\\,b,"c\\"d",e\\\\\nf\\\ng,h\\', escapechar="\\")
rows('a,"b""c",d\n', doublequote=False)
rows('"a\'"b",c\n', doublequote=False, escapechar="'")
rows('"a",b"c,d\n', quoting=csv.QUOTE_NONE)
rows('1,"2",3.5,,"x"\n', quoting=csv.QUOTE_NONNUMERIC)
rows('1,x\n', quoting=csv.QUOTE_NONNUMERIC)
rows("a\tb\n", dialect="excel-tab")
rows("a\rb\rc")
rows(["a\rb"])
rows(["a\nb"])
rows(["a\r\n\n", "b\r\r"])
rows('"a"b\n', strict=True)
rows('"a\n', strict=True)
rows([b"a"])
rows([None])
rows(["a\0b,\u4e2d\n"])
print(csv.field_size_limit(3))
rows("abc,de\nabcd\n")
rows('"ab""c"\n')
print(csv.field_size_limit(131072))
reader = csv.reader(["a,b", "c"])
print(iter(reader) is reader, next(reader), list(reader), next(reader, "end"), reader.dialect.delimiter)
for bad in (lambda: csv.reader(5), lambda: csv.field_size_limit("x"), lambda: csv.field_size_limit(1, 2)):
    try:
        bad()
    except TypeError as error:
        print(error)
# expect: 1 ['a', 'b', 'c']
# expect: 2 ['1', 'two, too', '3']
# expect: 3 []
# expect: 4 ['', '', '']
# expect: 2 ['say "hi"', 'two\nlines', 'x']
# expect: 4 ['last', 'no end\nhere']
# expect: 1 ['a"b', 'cd', 'e ', 'f']
# expect: 1 ['no end']
# expect: 2 ['of', ' lines']
# expect: 3 []
# expect: 5 ['acrossstrings']
# expect: 1 ['a', 'b', 'c', 'd;e', 'f']
# expect: 1 ['a', 'b']
# expect: 1 ['a,b', 'c"d', 'e\\']
# expect: 3 ['f\ng', 'h\n']
# expect: 1 ['a', 'b"c"', 'd']
# expect: 1 ['a"b', 'c']
# expect: 1 ['"a"', 'b"c', 'd']
# expect: 1 [1.0, '2', 3.5, '', 'x']
# expect: 1 ValueError could not convert string to float: 'x'
# expect: 1 ['a', 'b']
# expect: 1 ['a']
# expect: 2 ['b']
# expect: 3 ['c']
# expect: 1 Error new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# expect: 1 Error new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# expect: 1 ['a']
# expect: 2 ['b']
# expect: 1 Error ',' expected after '"'
# expect: 1 Error unexpected end of data
# expect: 0 Error iterator should return strings, not bytes (the file should be opened in text mode)
# expect: 0 Error iterator should return strings, not NoneType (the file should be opened in text mode)
# expect: 1 ['a\x00b', '中']
# expect: 131072
# expect: 1 ['abc', 'de']
# expect: 2 Error field larger than field limit (3)
# expect: 1 Error field larger than field limit (3)
# expect: 3
# expect: True ['a', 'b'] [['c']] end ,
# expect: 'int' object is not iterable
# expect: limit must be an integer
# expect: field_size_limit() takes at most 1 argument (2 given)
