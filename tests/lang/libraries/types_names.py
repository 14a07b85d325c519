# types: names of types, SimpleNamespace, MappingProxyType, new_class
import types

print(types.SimpleNamespace(a=1,b='x'), types.SimpleNamespace(a=1)==types.SimpleNamespace(a=1))
def g(): yield
print(isinstance(g, types.FunctionType), isinstance(g(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType))
class A:
    def m(self): pass
a=A()
print(isinstance(a.m, types.MethodType)); b=types.MethodType(lambda s: 5, a)
print(b())
try: 1/0
except Exception as e: print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
m=types.MappingProxyType({'a':1})
print(m, m['a'], len(m))
try: m['b']=1
except TypeError as e: print('TypeError')
m=types.ModuleType('mm'); m.x=1
print(m.x, m.__name__)
C=types.new_class('C',(A,),{},lambda ns: ns.update(v=3))
print(C.v, C.__name__)

# expect: namespace(a=1, b='x') True
# expect: True True True True True
# expect: True
# expect: 5
# expect: True True
# expect: {'a': 1} 1 1
# expect: TypeError
# expect: 1 mm
# expect: 3 C
