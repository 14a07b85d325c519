# operators refuse other iterables
try:
    {1} | [2]
except TypeError as e:
    print(e)
try:
    {[]}
except TypeError as e:
    print(e)
# expect: unsupported operand type(s) for |: 'set' and 'list'
# expect: unhashable type: 'list'
