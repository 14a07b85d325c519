# identifiers beyond ASCII
größe = 5
def añadir(π): return π + größe
print(añadir(1), "größe" in globals())
# expect: 6 True
