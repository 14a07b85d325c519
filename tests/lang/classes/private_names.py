# names with two underscores are mangled
class A:
    def __init__(self): self.__x = 1
    def get(self): return self.__x
    def __hidden(self): return "h"
    def call(self): return self.__hidden()
a = A()
print(a.get(), a._A__x, a.call(), hasattr(a, "__x"), sorted(vars(a)))
# expect: 1 1 h False ['_A__x']
