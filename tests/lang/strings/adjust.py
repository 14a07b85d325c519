# center, ljust, rjust and zfill
print(["ab".center(5), "ab".center(6, "*"), "abc".center(6, "."), "ab".ljust(4, "-") , "ab".rjust(4), "-5".zfill(4), "+5".zfill(2), "ab".center(1)])
# expect: ['  ab ', '**ab**', '.abc..', 'ab--', '  ab', '-005', '+5', 'ab']
