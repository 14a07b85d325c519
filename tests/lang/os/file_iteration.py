# files opened for reading are iterators and context managers
import os
path = "/tmp/gilsim-lines-%d-%d" % (os.getpid(), os.stat("/proc/self").st_ino)
with open(path, "w") as f:
    f.writelines(["a\n", "b\n", "c"])
with open(path) as f:
    print(next(f), f.readlines(), f.mode, f.closed)
print(f.closed)
try:
    f.read()
except ValueError as e:
    print(e)
os.remove(path)
# expect: a
# expect:  ['b\n', 'c'] r False
# expect: True
# expect: I/O operation on closed file.
