# oracle: skip
# expect-exit: 1
# expect-stderr: unsupported_complex.py", line 7
# expect-stderr: complex numbers are not supported by gilsim
print("nothing runs")
x = 1
z = 2j
