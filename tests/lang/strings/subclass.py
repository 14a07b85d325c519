# a subclass of str keeps its methods and compares as str
class Name(str):
    def shout(self):
        return self.upper() + "!"
n = Name("bob")
print(n.shout(), n == "bob", type(n + "x").__name__, {"bob": 1}[n], isinstance(n, str), n[0], len(n))
# expect: BOB! True str 1 True b 3
