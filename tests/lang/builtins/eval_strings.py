# eval computes an expression from text in given or present names.
x = 10
print(eval("x + 1"), eval("x * y", {"x": 2, "y": 3}))  # expect: 11 6
print(eval("[i for i in range(3)]"), eval("'a' * 3"), eval(" 1 + 1 "))  # expect: [0, 1, 2] aaa 2


def f():
    z = 5
    return eval("z + x")


print(f(), eval("max(1, 2)"), eval("a + b", {"a": 1}, {"b": 2}))  # expect: 15 2 3
for text in ("1 +", "x = 1", "undefined", "1/0"):
    try:
        eval(text)
    except SyntaxError:
        print("SyntaxError")
        # expect: SyntaxError
        # expect: SyntaxError
    except Exception as error:
        print(type(error).__name__, error)
        # expect: NameError name 'undefined' is not defined
        # expect: ZeroDivisionError division by zero
