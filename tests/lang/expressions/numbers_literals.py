# all forms of number literals
print(0xff, 0o17, 0b101, 1_000_000, 1e3, .5, 5., 1_0.0_1, 0xDEAD_BEEF, 00, 1E-2)
# expect: 255 15 5 1000000 1000.0 0.5 5.0 10.01 3735928559 0 0.01
