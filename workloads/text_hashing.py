"""Strings that are built, searched, replaced and hashed, with a hash table of their own.

Stresses: str methods, slices, formatting, ord and integer arithmetic, dict of str.
Parameters: --threads N, --size N (documents in all), --words W (of each), --each.
Checksum: a hash over the texts and the sizes of the tables.
"""
import common

SYLLABLES = ["ka", "ro", "mi", "tel", "sun", "ba", "dor", "li", "ven", "qu"]


def word(numbers):
    return "".join(SYLLABLES[numbers.below(10)] for _ in range(1 + numbers.below(3)))


def fnv(text):
    """Fowler, Noll and Vo's hash, 32 bits."""
    value = 2166136261
    for c in text:
        value = ((value ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return value


def document(seed, words):
    numbers = common.Random(seed)
    text = " ".join(word(numbers) for _ in range(words))
    text = text.replace("kaka", "ka-ka").title().swapcase()
    table = {}
    for each in text.split():
        key = "%s:%02d" % (each[:4].lower(), len(each))
        table[key] = table.get(key, 0) + each.count("A") + each.find("O")
    lines = ["{:<8}|{:>5}".format(key, count) for key, count in sorted(table.items())]
    return (fnv("\n".join(lines)) + fnv(text[::-3])) % 1000003, len(table)


def main():
    opts = common.options(size=10, words=300)

    def work(first, end):
        return [document(k + 1, opts["words"]) for k in range(first, end)]

    found = [pair for part in common.run(opts, work) for pair in part]
    print("texts %d %d" % (sum(code for code, _ in found), sum(size for _, size in found)))


main()
