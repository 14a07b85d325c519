# csv.DictReader and csv.DictWriter
import csv
import io

text = "name,age,town\r\nAnn,31,Bern\r\n\r\nBob,5\r\nCy,7,Ulm,extra,more\r\n"
reader = csv.DictReader(io.StringIO(text, newline=""))
print(reader.line_num, reader.fieldnames, reader.line_num)
for row in reader:
    print(reader.line_num, row)
for options in ({"restkey": "rest", "restval": "-"}, {"fieldnames": ["x", "y"]}, {"fieldnames": "abcdefg", "restval": 0}, {"delimiter": ";"}):
    print(list(csv.DictReader(io.StringIO(text, newline=""), **options)))
print(list(csv.DictReader([])), csv.DictReader([]).fieldnames, next(csv.DictReader(["a"]), "none"))
reader = csv.DictReader(["1,2"])
reader.fieldnames = ["p", "q"]
print(next(reader), reader.fieldnames)
out = io.StringIO(newline="")
writer = csv.DictWriter(out, ["name", "age"], restval="?")
print(writer.writeheader(), writer.writerow({"age": 3, "name": "A, B"}))
print(writer.writerows([{"name": "C"}, {}]), repr(out.getvalue()))
try:
    writer.writerow({"name": "D", "town": "Ulm"})
except ValueError as error:
    print(error)
writer = csv.DictWriter(out, ["name"], extrasaction="ignore", dialect="unix")
out.truncate(0)
out.seek(0)
writer.writerow({"name": "E", "town": "Ulm"})
print(repr(out.getvalue()))
for bad in (lambda: csv.DictWriter(out, ["a"], extrasaction="drop"), lambda: csv.DictWriter(out, ["a"], delimiter="ab"), lambda: csv.DictReader([], dialect="none")):
    try:
        bad()
    except (csv.Error, TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: 0 ['name', 'age', 'town'] 1
# expect: 2 {'name': 'Ann', 'age': '31', 'town': 'Bern'}
# expect: 4 {'name': 'Bob', 'age': '5', 'town': None}
# expect: 5 {'name': 'Cy', 'age': '7', 'town': 'Ulm', None: ['extra', 'more']}
# expect: [{'name': 'Ann', 'age': '31', 'town': 'Bern'}, {'name': 'Bob', 'age': '5', 'town': '-'}, {'name': 'Cy', 'age': '7', 'town': 'Ulm', 'rest': ['extra', 'more']}]
# expect: [{'x': 'name', 'y': 'age', None: ['town']}, {'x': 'Ann', 'y': '31', None: ['Bern']}, {'x': 'Bob', 'y': '5'}, {'x': 'Cy', 'y': '7', None: ['Ulm', 'extra', 'more']}]
# expect: [{'a': 'name', 'b': 'age', 'c': 'town', 'd': 0, 'e': 0, 'f': 0, 'g': 0}, {'a': 'Ann', 'b': '31', 'c': 'Bern', 'd': 0, 'e': 0, 'f': 0, 'g': 0}, {'a': 'Bob', 'b': '5', 'c': 0, 'd': 0, 'e': 0, 'f': 0, 'g': 0}, {'a': 'Cy', 'b': '7', 'c': 'Ulm', 'd': 'extra', 'e': 'more', 'f': 0, 'g': 0}]
# expect: [{'name,age,town': 'Ann,31,Bern'}, {'name,age,town': 'Bob,5'}, {'name,age,town': 'Cy,7,Ulm,extra,more'}]
# expect: [] None none
# expect: {'p': '1', 'q': '2'} ['p', 'q']
# expect: 10 10
# expect: None 'name,age\r\n"A, B",3\r\nC,?\r\n?,?\r\n'
# expect: dict contains fields not in fieldnames: 'town'
# expect: '"E"\n'
# expect: ValueError extrasaction (drop) must be 'raise' or 'ignore'
# expect: TypeError "delimiter" must be a 1-character string
# expect: Error unknown dialect
