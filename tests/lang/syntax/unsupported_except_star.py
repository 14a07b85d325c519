# oracle: skip
# expect-exit: 1
# expect-stderr: except* is not supported by gilsim
print("nothing runs")
try:
    pass
except* ValueError:
    pass
