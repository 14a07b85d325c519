# oracle: skip
# expect-exit: 1
# expect-stderr: unsupported_async.py", line 10
# expect-stderr: async def main():
# expect-stderr: ^
# expect-stderr: SyntaxError: async def is not supported by gilsim
print("nothing runs")


async def main():
    pass
