# return, break and continue leave through __exit__
class M:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit")
def f():
    with M():
        return 1
print(f())
for i in range(2):
    with M():
        continue
while True:
    with M():
        break
# expect: exit
# expect: 1
# expect: exit
# expect: exit
# expect: exit
