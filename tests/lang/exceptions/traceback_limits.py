# traceback's functions with a limit; format_tb marks what failed
import sys
import traceback
def divide(n):
    return divide(n - 1) if n else 1 / 0
try:
    divide(1)
except ZeroDivisionError as e:
    for limit in (1, -1, 0):
        print([row.split(", ", 1)[-1] for row in traceback.format_exc(limit).splitlines()])
    for row in traceback.format_tb(e.__traceback__, -1):
        print(*row.splitlines()[1:], sep="\n")
    print(len(traceback.format_tb(sys.exc_info()[2])), traceback.format_tb(None))
# expect: ['Traceback (most recent call last):', 'line 7, in <module>', '    divide(1)', 'ZeroDivisionError: division by zero']
# expect: ['Traceback (most recent call last):', 'line 5, in divide', '    return divide(n - 1) if n else 1 / 0', '                                   ~~^~~', 'ZeroDivisionError: division by zero']
# expect: ['ZeroDivisionError: division by zero']
# expect:     return divide(n - 1) if n else 1 / 0
# expect:                                    ~~^~~
# expect: 3 []
