# a function that has found builtins from one namespace runs in the namespace of builtins itself
import builtins
import threading


def keep_company(end):
    end.wait()


end = threading.Event()
thread = threading.Thread(target=keep_company, args=(end,))
thread.start()
source = "def lengths(n):\n    for k in range(n):\n        total = len('ab') + k\n    return total\n"
code = compile(source, "code", "exec")
for namespace in ({}, {}, builtins.__dict__):
    exec(code, namespace)
    print(namespace["lengths"](5), namespace["lengths"](5))
# expect: 6 6
# expect: 6 6
# expect: 6 6
del builtins.lengths
end.set()
thread.join()
