# io.StringIO
import io
f = io.StringIO("a\nb\n")
print(f.readline(), f.read(), f.getvalue())
w = io.StringIO()
w.write("x"); print("y", file=w)
w.seek(0)
print(list(w), w.tell())
# expect: a
# expect:  b
# expect:  a
# expect: b
# expect:
# expect: ['xy\n'] 3
