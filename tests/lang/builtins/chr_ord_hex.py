# chr, ord, hex, oct, bin, ascii
print(chr(97), chr(0x20ac), ord("é"), hex(-255), oct(8), bin(-5), ascii("é\n"))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: hex("a"), lambda: ord("")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
# expect: a € 233 -0xff 0o10 -0b101 '\xe9\n'
# expect: chr() arg not in range(0x110000)
# expect: chr() arg not in range(0x110000)
# expect: ord() expected a character, but string of length 2 found
# expect: 'str' object cannot be interpreted as an integer
# expect: ord() expected a character, but string of length 0 found
