# the comma makes the tuple
print((1,), (1), (), 1, (1, 2), type((1,)).__name__, tuple("ab"))
# expect: (1,) 1 () 1 (1, 2) tuple ('a', 'b')
