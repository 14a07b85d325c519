# pathlib, tempfile, shutil, glob and fnmatch
import fnmatch
import glob
import os
import pathlib
import shutil
import tempfile

with tempfile.TemporaryDirectory() as folder:
    top = pathlib.Path(folder)
    (top / "sub" / "deep").mkdir(parents=True)
    (top / "a.txt").write_text("hello\n")
    (top / "sub" / "b.py").write_bytes(b"x = 1")
    print(sorted(path.name for path in top.iterdir()), (top / "a.txt").read_text())
    print(sorted(str(path.relative_to(top)) for path in top.rglob("*")))
    print([os.path.relpath(name, folder)
           for name in glob.glob(os.path.join(folder, "**", "*.py"), recursive=True)])
    shutil.copytree(top / "sub", top / "copy")
    shutil.move(str(top / "a.txt"), str(top / "copy"))
    print(sorted(str(path.relative_to(top)) for path in top.glob("**/*")))
print(top.exists(), fnmatch.filter(["a.py", "b.txt"], "*.py"))
path = pathlib.PurePath("/a/b/c.tar.gz")
print(path.suffixes, path.stem, path.parent, path.with_suffix(".x"), path.name, path.parts)
print(repr(pathlib.PurePath("x//y/./z")), pathlib.PurePath("a") / "b" / "../c")
with tempfile.NamedTemporaryFile("w+") as file:
    file.write("x")
    file.seek(0)
    print(file.read(), os.path.exists(file.name))
print(os.path.exists(file.name))
# expect: ['a.txt', 'sub'] hello
# expect:
# expect: ['a.txt', 'sub', 'sub/b.py', 'sub/deep']
# expect: ['sub/b.py']
# expect: ['copy', 'copy/a.txt', 'copy/b.py', 'copy/deep', 'sub', 'sub/b.py', 'sub/deep']
# expect: False ['a.py']
# expect: ['.tar', '.gz'] c.tar /a/b /a/b/c.tar.x c.tar.gz ('/', 'a', 'b', 'c.tar.gz')
# expect: PurePosixPath('x/y/z') a/b/../c
# expect: x True
# expect: False
