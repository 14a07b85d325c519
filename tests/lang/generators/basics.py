# A generator runs up to its next yield each time it is asked.
def numbers():
    print("begin")
    yield 1
    print("middle")
    yield 2
    print("end")


g = numbers()
print(type(g).__name__)
print(next(g))
print(next(g))
print(next(g, "exhausted"))
print(next(g, "still"))
print(list(numbers()) == [1, 2])
# expect: generator
# expect: begin
# expect: 1
# expect: middle
# expect: 2
# expect: end
# expect: exhausted
# expect: still
# expect: begin
# expect: middle
# expect: end
# expect: True
