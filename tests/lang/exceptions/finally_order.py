# finally runs on every way out, and a return in it wins.
def leave(how):
    try:
        print("try", how)
        if how == "return":
            return "from try"
        if how == "raise":
            raise ValueError("x")
        for _ in range(2):
            try:
                if how == "break":
                    break
                if how == "continue":
                    continue
            finally:
                print("inner finally")
    except ValueError:
        print("except")
        return "from except"
    else:
        print("else")
    finally:
        print("finally")
    return "end"


def override():
    try:
        return 1
    finally:
        return 2


def swallow():
    try:
        raise KeyError
    finally:
        return "swallowed"


for how in ("plain", "return", "raise", "break", "continue"):
    print(leave(how))
print(override(), swallow())
# expect: try plain
# expect: inner finally
# expect: inner finally
# expect: else
# expect: finally
# expect: end
# expect: try return
# expect: finally
# expect: from try
# expect: try raise
# expect: except
# expect: finally
# expect: from except
# expect: try break
# expect: inner finally
# expect: else
# expect: finally
# expect: end
# expect: try continue
# expect: inner finally
# expect: inner finally
# expect: else
# expect: finally
# expect: end
# expect: 2 swallowed
