# os: paths, the environment, trees of directories, files by number
import os, os.path, sys
from os import path
from os.path import join, exists
print(path.normpath('a/../b//c/./d'), path.normpath('//x/..'), path.relpath('/a/b','/a/c'), path.commonpath(['/a/b/c','/a/b/d']), path.commonprefix(['abc','abd']))
os.environ['ZZ']='1'
print(os.getenv('ZZ'), os.environ.get('ZZ'), 'ZZ' in os.environ)
del os.environ['ZZ']
print(os.getenv('ZZ','d'))
print(path.expanduser('~/x') == os.environ['HOME']+'/x', path.expandvars('$NOPE/${NOPE2}'))
import time
d='/tmp/gilsim-t6-%d-%d' % (os.getpid(), os.stat("/proc/self").st_ino)

os.makedirs(d+'/a/b', exist_ok=True)
open(d+'/a/f.txt','w').write('hello')
try: os.makedirs(d+'/a')
except FileExistsError as e: print(e.errno)
print([(r.replace(d,''), sorted(a), sorted(f)) for r,a,f in os.walk(d)])
s=os.stat(d+'/a/f.txt')
print(s.st_size, oct(s.st_mode), abs(time.time()-s.st_mtime)<1e9)
fd=os.open(d+'/a/f.txt', os.O_RDWR|os.O_APPEND)
os.write(fd,b'!')
os.lseek(fd,0,0)
print(os.read(fd,100), os.fstat(fd).st_size)
os.close(fd)
with os.scandir(d) as it: print([(e.name,e.is_dir()) for e in it])
os.replace(d+'/a/f.txt', d+'/a/g.txt')
print(os.listdir(d+'/a') , os.access(d, os.R_OK), os.path.islink(d))
os.remove(d+'/a/g.txt')
os.removedirs(d+'/a/b')
print(exists(d))
print(os.getppid()>=0, os.isatty(0) in (True,False), len(os.getloadavg()), os.times()[0]>=0, os.fspath('x'))
os.sched_setaffinity(0, os.sched_getaffinity(0))
print(os.uname().sysname, os.curdir, os.pathsep)
try: os.fspath(1)
except TypeError as e: print(e)
r,w=os.pipe()
f=os.fdopen(w,'w')
f.write('via')
f.close()
print(os.read(r,10))
try: os.stat('/nonexist')
except FileNotFoundError as e: print(e)
# expect: b/c/d // ../b /a/b ab
# expect: 1 1 True
# expect: d
# expect: True $NOPE/${NOPE2}
# expect: 17
# expect: [('', ['a'], []), ('/a', ['b'], ['f.txt']), ('/a/b', [], [])]
# expect: 5 0o100644 True
# expect: b'hello!' 6
# expect: [('a', True)]
# expect: ['b', 'g.txt'] True False
# expect: False
# expect: True True 3 True x
# expect: Linux . :
# expect: expected str, bytes or os.PathLike object, not int
# expect: b'via'
# expect: [Errno 2] No such file or directory: '/nonexist'
