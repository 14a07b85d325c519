# list[int] and class[...]
class A:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(list[int], dict[str, int], A[5], list[int]([1, 2]))
# expect: list[int] dict[str, int] ('A', 5) [1, 2]
