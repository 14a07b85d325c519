# Words, lengths, letters and an index of a text; a table printed with format specifications.
TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness."""


class Counter(dict):
    def __missing__(self, key):
        return 0

    def count(self, items):
        for item in items:
            self[item] += 1
        return self

    def most(self, n):
        return sorted(self.items(), key=lambda pair: (-pair[1], pair[0]))[:n]


def words_of(text):
    word = ""
    for c in text.lower():
        if c.isalpha():
            word += c
        elif word:
            yield word
            word = ""
    if word:
        yield word


def index_of(lines):
    index = {}
    for number, line in enumerate(lines, 1):
        for word in set(words_of(line)):
            index.setdefault(word, []).append(number)
    return index


def table(rows, heads):
    widths = [max(len(str(cell)) for cell in column) for column in zip(heads, *rows)]
    yield "  ".join(f"{head:<{w}}" for head, w in zip(heads, widths)).rstrip()
    yield "  ".join("-" * w for w in widths)
    for row in rows:
        cells = []
        for cell, w in zip(row, widths):
            cells.append(f"{cell:>{w}}" if isinstance(cell, (int, float)) else f"{cell:<{w}}")
        yield "  ".join(cells).rstrip()


def wrap(text, width):
    line = []
    for word in text.split():
        if line and len(" ".join(line + [word])) > width:
            yield " ".join(line)
            line = []
        line.append(word)
    if line:
        yield " ".join(line)


words = list(words_of(TEXT))
counts = Counter().count(words)
print(len(words), len(counts), max(words, key=len), sum(map(len, words)) / len(words))
# expect: 48 16 foolishness 3.625
print(counts.most(4), counts["absent"], "absent" in counts)
# expect: [('it', 8), ('of', 8), ('the', 8), ('was', 8)] 0 False
lengths = Counter().count(map(len, words))
for length, number in sorted(lengths.items()):
    print(f"{length:2}: {'#' * number} {number / len(words):.1%}")
    # expect:  2: ################ 33.3%
    # expect:  3: ################## 37.5%
    # expect:  4: # 2.1%
    # expect:  5: ###### 12.5%
    # expect:  6: #### 8.3%
    # expect:  8: # 2.1%
    # expect: 11: ## 4.2%
index = index_of(TEXT.splitlines())
print({w: n for w, n in sorted(index.items()) if len(n) > 1 and len(w) > 2})
# expect: {'the': [1, 2, 3, 4], 'was': [1, 2, 3, 4]}
rows = [(w, n, round(100 * n / len(words), 2)) for w, n in counts.most(3)]
for line in table(rows, ("word", "n", "percent")):
    print(line)
    # expect: word  n  percent
    # expect: ----  -  -------
    # expect: it    8    16.67
    # expect: of    8    16.67
    # expect: the   8    16.67
for line in wrap(TEXT.replace(",", ""), 40):
    print("|" + line.ljust(40) + "|")
    # expect: |It was the best of times it was the     |
    # expect: |worst of times it was the age of wisdom |
    # expect: |it was the age of foolishness it was the|
    # expect: |epoch of belief it was the epoch of     |
    # expect: |incredulity it was the season of Light  |
    # expect: |it was the season of Darkness.          |
print("".join(sorted(set(TEXT.lower()) - set(" ,.\n"))))  # expect: abcdefghiklmnoprstuwy
print(" ".join(w[::-1].title() for w in words[:6]))  # expect: Ti Saw Eht Tseb Fo Semit
print(TEXT.count("it was"), TEXT.lower().count("it was"))  # expect: 7 8
vowels = sum(c in "aeiou" for c in TEXT.lower())
print(vowels, f"{vowels / sum(c.isalpha() for c in TEXT):.3f}")  # expect: 68 0.391
