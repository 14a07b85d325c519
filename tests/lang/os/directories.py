# mkdir, listdir, rename, rmdir
import os
base = os.path.join("/tmp", "gilsim-dir-%d-%d" % (os.getpid(), os.stat("/proc/self").st_ino))
os.mkdir(base)
open(os.path.join(base, "b"), "w").close()
open(os.path.join(base, "a"), "w").close()
os.rename(os.path.join(base, "a"), os.path.join(base, "c"))
print(sorted(os.listdir(base)), os.path.isdir(base), os.path.isfile(base), os.path.split("/x/y"), os.path.isabs("a"))
for n in os.listdir(base):
    os.remove(os.path.join(base, n))
os.rmdir(base)
try:
    os.listdir(base)
except FileNotFoundError as e:
    print(e.errno)
# expect: ['b', 'c'] True False ('/x', 'y') False
# expect: 2
