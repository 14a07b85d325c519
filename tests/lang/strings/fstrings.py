# f-strings: expressions, conversions, nested specifications, = and braces.
name, width, value = "Ann", 8, 3.14159
print(f"{name:>{width}}|{name:<8}|{name:^8}|{name:*^9}|{value:{width}.{2}f}|")
print(f"{name!r} {name!s:.2} {{literal}} {1 + 2} {[x for x in range(3)]} {'nested ' + f'{name}'}")
print(f"{value=} {value=:.2f} {name = } {1 if name else 2} {(lambda x: x * 2)(4)} {'a' 'b'}")
print(f"{10:x} {10:#b} {1000000:,} {1000000:_}")
print(f"{-5:+} {5: } {True:d} {65:c} {'a':>3} {None} {None!s:>6}")
print(f"{{{name}}} {name[0]} {name.upper()} {{}} {dict(a=1)['a']}" f" joined" " plain {name}")
print(f"""multi
{name}
line""", rf"\d{name}")
# expect:      Ann|Ann     |  Ann   |***Ann***|    3.14|
# expect: 'Ann' An {literal} 3 [0, 1, 2] nested Ann
# expect: value=3.14159 value=3.14 name = 'Ann' 1 8 ab
# expect: a 0b1010 1,000,000 1_000_000
# expect: -5  5 1 A   a None   None
# expect: {Ann} A ANN {} 1 joined plain {name}
# expect: multi
# expect: Ann
# expect: line \dAnn
