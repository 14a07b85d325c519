# oracle: skip
# expect-exit: 1
# expect-stderr: unsupported_match.py", line 8
# expect-stderr: the match statement is not supported by gilsim
print("nothing runs")


match 1:
    case 1:
        print("one")
