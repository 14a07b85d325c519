# slices with steps and bounds outside
s = "0123456789"
print(s[2:5], s[-3:], s[::-1], s[8:2:-2], s[100:], s[-100:3], s[5:2], s[::3])
# expect: 234 789 9876543210 864  012  0369
