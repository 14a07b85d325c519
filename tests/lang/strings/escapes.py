# all escapes of str literals
print(ascii("\a\b\f\n\r\t\v\\\'\"\x41\u00e9\U0001f600\101\0"))
print(r"raw\n", "con" "cat" 'ed', """a
b""")
# expect: '\x07\x08\x0c\n\r\t\x0b\\\'"A\xe9\U0001f600A\x00'
# expect: raw\n concated a
# expect: b
