# and, or, not give operands
print(0 or "a", "" and 1, [] or {} or None, 1 and 2 and 3, not [], not 1, None or 0)
# expect: a  None 3 True False 0
