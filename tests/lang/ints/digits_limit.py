# the limit on digits of ints as text, and how to set it
import sys

print(sys.get_int_max_str_digits())  # expect: 4300
n = 10**5000
try:
    str(n)
except ValueError as error:
    print(error)  # expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
try:
    int("9" * 5000)
except ValueError as error:
    print(error)  # expect: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
for digits in (1, -1):
    try:
        sys.set_int_max_str_digits(digits)
    except ValueError as error:
        print(error)  # expect: maxdigits must be 0 or larger than 640
# expect: maxdigits must be 0 or larger than 640
sys.set_int_max_str_digits(0)
print(len(str(n)), int("9" * 5000) % 10, len(f"{n}"), len("%d" % n))  # expect: 5001 9 5001 5001
sys.set_int_max_str_digits(5001)
print(len(repr(n)), sys.get_int_max_str_digits())  # expect: 5001 5001
try:
    compile("x = " + "1" * 6000, "literal", "exec")
except SyntaxError as error:
    print(error.msg.split(":")[1].strip().split(";")[0])  # expect: value has 6000 digits
