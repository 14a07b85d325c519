# cpu_count, getpid, environ, paths.
import os

print(os.cpu_count() >= 1, os.getpid() > 0, os.path.join("a", "b.py"), os.path.basename("/x/y.txt"))
# expect: True True a/b.py y.txt
print(os.path.dirname("/x/y.txt"), os.path.splitext("a.tar.gz"), os.path.exists(__file__), os.sep)
# expect: /x ('a.tar', '.gz') True /
print(os.path.exists("/no/such/file"), os.environ.get("NO_SUCH_VARIABLE", "unset"), os.name)
# expect: False unset posix
print(os.getenv("NO_SUCH_VARIABLE"), "PATH" in os.environ, os.linesep == "\n")
# expect: None True True
