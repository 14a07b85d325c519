# Escapes \N{...} are refused by name.
# oracle: skip
# expect-exit: 1
# expect-stderr: named Unicode escapes (\N{...}) are not supported by gilsim
print("\N{EURO SIGN}")
