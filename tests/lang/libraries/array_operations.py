# array: making, slices, growing, searching, operators, bytes
from array import array
import copy
a = array('i', range(10))
print(a, len(a), a[3], a[-1], a[2:5], a[::-2], a[8:2:-3])
a[2:4] = array('i', [7,7,7])
print(a)
a[::3] = array('i', [0]*4)
print(a)
del a[1]
print(a); del a[::2]
print(a); del a[::-1][0:1] 
print(a)
a.append(5); a.extend([1,2]); a.insert(0,9); a.insert(-1,8); a.insert(100, 3)
print(a, a.pop(), a.pop(0), a)
a.remove(8)
print(a, a.index(5), a.count(1), 5 in a, 77 in a)
a.reverse()
print(a, a.tolist(), sum(a), max(a), sorted(a))
print(a + a, a*2, 2*a, a == array('i', a), a != a, a < array('i',[100]))
b = array('d', [1.5]); b += array('d',[2]); b *= 2
print(b)
print(bytes(array('B', b'abc')), array('H', [1,256]).tobytes(), array('Q',[2**64-1])[0])
c = copy.copy(b); c[0] = 9; d = copy.deepcopy(c)
print(b, c, d, a.typecode, a.itemsize)
it = iter(a)
print(next(it), list(it), list(it))
print([x for x in array('u','héé')], array('u','hé').tounicode())
for i, x in enumerate(array('f',[.5, .25])): print(i, x)
x = array('i', [1,2,3]); a, b, c = x
print(a,b,c,*x); 
x.byteswap()
print(x)
print(bool(array('i')), bool(x))
print(isinstance(x, array), type(x))
print(list(map(abs, array('h',[-1,2]))), list(reversed(x)))
y = array('l'); y.fromlist([1,2]); y.frombytes(bytes(8))
print(y)
print(array('i', array('d',[1.0]) if 0 else array('h',[3,4])))
# expect: array('i', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) 10 3 9 array('i', [2, 3, 4]) array('i', [9, 7, 5, 3, 1]) array('i', [8, 5])
# expect: array('i', [0, 1, 7, 7, 7, 4, 5, 6, 7, 8, 9])
# expect: array('i', [0, 1, 7, 0, 7, 4, 0, 6, 7, 0, 9])
# expect: array('i', [0, 7, 0, 7, 4, 0, 6, 7, 0, 9])
# expect: array('i', [7, 7, 0, 7, 9])
# expect: array('i', [7, 7, 0, 7, 9])
# expect: array('i', [7, 7, 0, 7, 9, 5, 1, 8, 2]) 3 9 array('i', [7, 7, 0, 7, 9, 5, 1, 8, 2])
# expect: array('i', [7, 7, 0, 7, 9, 5, 1, 2]) 5 1 True False
# expect: array('i', [2, 1, 5, 9, 7, 0, 7, 7]) [2, 1, 5, 9, 7, 0, 7, 7] 38 9 [0, 1, 2, 5, 7, 7, 7, 9]
# expect: array('i', [2, 1, 5, 9, 7, 0, 7, 7, 2, 1, 5, 9, 7, 0, 7, 7]) array('i', [2, 1, 5, 9, 7, 0, 7, 7, 2, 1, 5, 9, 7, 0, 7, 7]) array('i', [2, 1, 5, 9, 7, 0, 7, 7, 2, 1, 5, 9, 7, 0, 7, 7]) True False True
# expect: array('d', [1.5, 2.0, 1.5, 2.0])
# expect: b'abc' b'\x01\x00\x00\x01' 18446744073709551615
# expect: array('d', [1.5, 2.0, 1.5, 2.0]) array('d', [9.0, 2.0, 1.5, 2.0]) array('d', [9.0, 2.0, 1.5, 2.0]) i 4
# expect: 2 [1, 5, 9, 7, 0, 7, 7] []
# expect: ['h', 'é', 'é'] hé
# expect: 0 0.5
# expect: 1 0.25
# expect: 1 2 3 1 2 3
# expect: array('i', [16777216, 33554432, 50331648])
# expect: False True
# expect: True <class 'array.array'>
# expect: [1, 2] [50331648, 33554432, 16777216]
# expect: array('l', [1, 2, 0])
# expect: array('i', [3, 4])
