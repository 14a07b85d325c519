"""What the assertions of unittest say: short forms of values, and how two texts or containers differ."""

_MAX_LENGTH = 80
_MAX_DIFF = 80 * 8
_PLACEHOLDER = "[%d chars]"
_PLACEHOLDER_LENGTH = 12
_MIN_BEGIN_LENGTH = 5
_MIN_END_LENGTH = 5
_MIN_COMMON_LENGTH = 5
_MIN_DIFF_LENGTH = (_MAX_LENGTH - _MIN_BEGIN_LENGTH - 2 * _PLACEHOLDER_LENGTH
                    - _MIN_COMMON_LENGTH - _MIN_END_LENGTH)


def safe_repr(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    if short and len(text) >= _MAX_LENGTH:
        text = text[:_MAX_LENGTH] + " [truncated]..."
    return text


def _shorten(text, before, after):
    hidden = len(text) - before - after
    if hidden <= _PLACEHOLDER_LENGTH:
        return text
    return text[:before] + _PLACEHOLDER % hidden + text[len(text) - after:]


def _common_beginning(first, second):
    count = 0
    for one, other in zip(first, second):
        if one != other:
            break
        count += 1
    return count


def repr_both(first, second):
    """Two values side by side, with what they have in common cut when it is long."""
    texts = [safe_repr(first), safe_repr(second)]
    if max(map(len, texts)) <= _MAX_LENGTH:
        return texts
    common = _common_beginning(*texts)
    beginning = texts[0][:common]
    room = _MAX_LENGTH - (max(map(len, texts)) - common + _MIN_BEGIN_LENGTH + _PLACEHOLDER_LENGTH)
    if room > _MIN_COMMON_LENGTH:
        beginning = _shorten(beginning, _MIN_BEGIN_LENGTH, room)
        return [beginning + text[common:] for text in texts]
    beginning = _shorten(beginning, _MIN_BEGIN_LENGTH, _MIN_COMMON_LENGTH)
    return [beginning + _shorten(text[common:], _MIN_DIFF_LENGTH, _MIN_END_LENGTH) for text in texts]


def _ordered(value):
    try:
        return sorted(value)
    except TypeError:
        return sorted(value, key=lambda item: (str(type(item)), safe_repr(item)))


def pretty(value):
    """The value over several lines when one would be too long; keys and members in order."""
    if type(value) is dict:
        items = ["%s: %s" % (safe_repr(key), safe_repr(value[key])) for key in _ordered(value)]
        brackets = "{}"
    elif type(value) in (set, frozenset) and value:
        items = [safe_repr(item) for item in _ordered(value)]
        brackets = "{}" if type(value) is set else ("frozenset({", "})")
    elif type(value) in (list, tuple):
        items = [safe_repr(item) for item in value]
        brackets = "[]" if type(value) is list else "()"
    else:
        return safe_repr(value)
    end = "," if type(value) is tuple and len(value) == 1 else ""
    line = brackets[0] + ", ".join(items) + end + brackets[1]
    if len(line) <= _MAX_LENGTH:
        return line
    return brackets[0] + (",\n" + " " * len(brackets[0])).join(items) + end + brackets[1]


def line_diff(first, second):
    """The lines of both: those of the first alone with -, those of the second alone with +."""
    rows = len(first) + 1
    columns = len(second) + 1
    longest = [[0] * columns for _ in range(rows)]
    for i in range(rows - 2, -1, -1):
        for j in range(columns - 2, -1, -1):
            if first[i] == second[j]:
                longest[i][j] = longest[i + 1][j + 1] + 1
            else:
                longest[i][j] = max(longest[i + 1][j], longest[i][j + 1])
    lines = []
    i = j = 0
    while i < len(first) or j < len(second):
        if i < len(first) and j < len(second) and first[i] == second[j]:
            lines.append("  " + first[i])
            i += 1
            j += 1
        elif j == len(second) or (i < len(first) and longest[i + 1][j] >= longest[i][j + 1]):
            lines.append("- " + first[i])
            i += 1
        else:
            lines.append("+ " + second[j])
            j += 1
    return lines


def diff_of_values(first, second):
    return "\n" + "\n".join(line_diff(pretty(first).splitlines(), pretty(second).splitlines()))


def with_diff(standard, diff, longest):
    if longest is None or len(diff) <= longest:
        return standard + diff
    return standard + "\nDiff is %s characters long. Set self.maxDiff to None to see it." % len(diff)


def sequence_difference(first, second, kind):
    """Why two sequences are not equal, or None: the standard part, without the diff."""
    lengths = []
    for what, value in (("First", first), ("Second", second)):
        try:
            lengths.append(len(value))
        except (TypeError, NotImplementedError):
            return "%s %s has no length.    Non-sequence?" % (what, kind)
    if first == second:
        return None
    text = "%ss differ: %s != %s\n" % ((kind.capitalize(),) + tuple(repr_both(first, second)))
    for index in range(min(lengths)):
        try:
            one = first[index]
        except (TypeError, IndexError, NotImplementedError):
            text += "\nUnable to index element %d of first %s\n" % (index, kind)
            break
        try:
            other = second[index]
        except (TypeError, IndexError, NotImplementedError):
            text += "\nUnable to index element %d of second %s\n" % (index, kind)
            break
        if one != other:
            text += "\nFirst differing element %d:\n%s\n%s\n" % ((index,) + tuple(repr_both(one, other)))
            break
    else:
        if kind == "sequence" and lengths[0] == lengths[1] and type(first) != type(second):
            return None  # the same items in sequences of different types
    if lengths[0] != lengths[1]:
        longer, name = (first, "First") if lengths[0] > lengths[1] else (second, "Second")
        shortest = min(lengths)
        text += "\n%s %s contains %d additional elements.\n" % (name, kind, abs(lengths[0] - lengths[1]))
        text += "First extra element %d:\n%s\n" % (shortest, safe_repr(longer[shortest]))
    return text


def set_difference(first, second):
    """Why two sets are not equal, or an empty text. Raises what the operands raise."""
    lines = []
    for one, other, what in ((first, second, "first"), (second, first, "second")):
        alone = one.difference(other)
        if alone:
            lines.append("Items in the %s set but not the %s:" % (what, "second" if what == "first" else "first"))
            lines.extend(repr(item) for item in alone)
    return "\n".join(lines)


def count_differences(first, second):
    """(times in the first, times in the second, item) for each item with different numbers."""
    second = list(second)
    first = list(first)
    differences = []
    while first or second:
        item = first[0] if first else second[0]
        counts = []
        for values in (first, second):
            equal = [k for k, value in enumerate(values) if value is item or value == item]
            for k in reversed(equal):
                del values[k]
            counts.append(len(equal))
        if counts[0] != counts[1]:
            differences.append((counts[0], counts[1], item))
    return differences
