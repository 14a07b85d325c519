# &, |, ^ and ~ see negative ints as infinite two's complement
print(-6 & 0xff, -6 | 3, -6 ^ 5, ~-6, ~(1 << 70), -(1 << 70) & ((1 << 71) - 1))
# expect: 250 -5 -1 5 -1180591620717411303425 1180591620717411303424
