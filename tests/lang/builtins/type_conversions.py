# int, float, str, bool, list, tuple, set, dict of each other
print(int("5"), int(5.9), float("2"), str([1]), bool("False"), bool(""), list("ab"), tuple([1]), sorted(set("aab")), dict([(1, 2)]), list({"a": 1}), int(), str(), float(), bool(), list())
# expect: 5 5 2.0 [1] True False ['a', 'b'] (1,) ['a', 'b'] {1: 2} ['a'] 0  0.0 False []
