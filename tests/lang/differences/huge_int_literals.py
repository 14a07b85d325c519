# An int literal of more than 4300 digits is accepted; converting one to text is not, as in CPython.
# oracle: skip
text = "9" * 5000
n = eval(text)
print(n == 10 ** 5000 - 1)  # expect: True
try:
    str(n)
except ValueError as e:
    print(str(e).split(";")[0])  # expect: Exceeds the limit (4300 digits) for integer string conversion
