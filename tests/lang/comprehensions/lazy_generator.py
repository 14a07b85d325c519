# generator expressions run when asked
log = []
g = (log.append(x) or x for x in range(3))
print(log, next(g), log, list(g), log, list(g))
# expect: [0, 1, 2] 0 [0, 1, 2] [1, 2] [0, 1, 2] []
