# abc refuses incomplete classes
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): pass
    @property
    @abstractmethod
    def p(self): pass
class B(A):
    def f(self): return 1
for C in (A, B):
    try:
        C()
    except TypeError as e:
        print(e)
class D(B):
    p = 3
print(D().f(), D().p, isinstance(D(), A))
# expect: Can't instantiate abstract class A with abstract methods f, p
# expect: Can't instantiate abstract class B with abstract method p
# expect: 1 3 True
