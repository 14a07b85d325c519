# reading and writing files
import os
path = os.path.join(os.environ.get("TMPDIR", "/tmp"), "gilsim-test-%d-%d.txt" % (os.getpid(), os.stat("/proc/self").st_ino))
with open(path, "w") as f:
    print(f.write("one\ntwo\n"), f.closed)
with open(path) as f:
    print([line.strip() for line in f], f.read() == "")
with open(path, "a") as f:
    f.write("three")
with open(path, "rb") as f:
    print(f.read(3), f.readline())
print(os.path.exists(path), os.path.getsize(path), os.path.basename(path).endswith(".txt"))
os.remove(path)
try:
    open(path)
except FileNotFoundError as e:
    print(e.errno, e.strerror)
# expect: 8 False
# expect: ['one', 'two'] True
# expect: b'one' b'\n'
# expect: True 13 True
# expect: 2 No such file or directory
