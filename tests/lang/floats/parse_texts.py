# float() of texts
print([float(t) for t in ("1e3", " -2.5 ", "1_0.5", ".5", "5.", "inf", "-Infinity", "1e-400")], float("nan") != float("nan"))
for t in ("", "1e", "1__0", "0x1p3", "one"):
    try:
        float(t)
    except ValueError as e:
        print(e)
# expect: [1000.0, -2.5, 10.5, 0.5, 5.0, inf, -inf, 0.0] True
# expect: could not convert string to float: ''
# expect: could not convert string to float: '1e'
# expect: could not convert string to float: '1__0'
# expect: could not convert string to float: '0x1p3'
# expect: could not convert string to float: 'one'
