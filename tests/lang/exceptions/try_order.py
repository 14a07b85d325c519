# else and finally in all orders
def f(kind):
    out = []
    try:
        out.append("try")
        if kind == "raise":
            raise ValueError
        if kind == "return":
            return out
    except ValueError:
        out.append("except")
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out
print(f(""), f("raise"), f("return"))
# expect: ['try', 'else', 'finally'] ['try', 'except', 'finally'] ['try', 'finally']
