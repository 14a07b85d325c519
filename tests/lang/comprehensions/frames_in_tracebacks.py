# A comprehension is a frame of its own in a traceback, also one inside another
import traceback


def inverted(rows):
    return [[1 // x for x in row] for row in rows]


try:
    inverted([[1], [0]])
except ZeroDivisionError:
    for line in traceback.format_exc().splitlines():
        if line.startswith("  File"):
            print(line.split(", ", 1)[1])
# expect: line 10, in <module>
# expect: line 6, in inverted
# expect: line 6, in <listcomp>
# expect: line 6, in <listcomp>
