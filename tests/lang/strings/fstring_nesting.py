# f-strings with nested expressions and specifications
w, d = 10, {"k": [1, 2]}
print(f"{'x':>{w}}|{d['k'][1]}|{[i for i in range(3)]}|{(lambda q: q * 2)(4)}|{ {'a': 1}['a'] }|{1 if w else 2}")
# expect:          x|2|[0, 1, 2]|8|1|1
