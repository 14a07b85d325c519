# Exceptions in loops: continue, break and else from inside try.
for n in range(5):
    try:
        if n == 1:
            continue
        if n == 3:
            break
        print("n", n, 6 // (n - 2) if n != 2 else 1 // 0)
    except ZeroDivisionError:
        print("zero at", n)
        continue
    finally:
        print("done", n)
else:
    print("not reached")


def first_good(texts):
    for text in texts:
        try:
            return int(text)
        except ValueError:
            pass
    return None


print(first_good(["a", "b", "7", "8"]), first_good(["x"]))
# expect: n 0 -3
# expect: done 0
# expect: done 1
# expect: zero at 2
# expect: done 2
# expect: done 3
# expect: 7 None
