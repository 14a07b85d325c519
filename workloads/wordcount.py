"""Counts the words of a generated text, each thread in a dictionary of its own, merged at the end.

Stresses: str methods (lower, strip, split, join), dict look-up and store by str, allocation.
Parameters: --threads N, --size N (lines in all, 40 words each), --each.
Checksum: words, distinct words, and a hash over the sorted counts.
"""
import common

LINES = 256
SYLLABLES = ["ka", "lo", "mi", "ne", "ru", "so", "ta", "vi", "an", "el", "or", "ix"]


def vocabulary(numbers, count):
    words = []
    for _ in range(count):
        words.append("".join([SYLLABLES[numbers.below(12)] for _ in range(1 + numbers.below(4))]))
    return words


def text_lines():
    """Lines of words, some capitalised, some with punctuation behind them."""
    numbers = common.Random(7)
    words = vocabulary(numbers, 600)
    lines = []
    for _ in range(LINES):
        line = []
        for _ in range(40):
            word = words[numbers.below(1 + numbers.below(600))]
            kind = numbers.below(10)
            line.append(word.capitalize() if kind == 0 else word + "," if kind == 1 else word)
        lines.append(" ".join(line) + ".")
    return lines


def count_words(lines, first, end):
    counts = {}
    for i in range(first, end):
        for word in lines[i % LINES].lower().split():
            word = word.strip(",.")
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


def main():
    opts = common.options(size=40000)
    lines = text_lines()
    total = {}
    for counts in common.run(opts, lambda first, end: count_words(lines, first, end)):
        for word, count in counts.items():
            total[word] = total.get(word, 0) + count
    checksum = 0
    for word, count in sorted(total.items()):
        for letter in word:
            checksum = (checksum * 31 + ord(letter)) % 1000000007
        checksum = (checksum * 31 + count) % 1000000007
    print("wordcount %d words, %d distinct, hash %d" % (sum(total.values()), len(total), checksum))


main()
