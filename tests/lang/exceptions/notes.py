# add_note
e = ValueError("v")
e.add_note("first"); e.add_note("second")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
# expect: ['first', 'second']
# expect: note must be a str, not 'int'
