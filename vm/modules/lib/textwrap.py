"""Texts in lines of a width."""
import re

_SPACES = "\t\n\v\f\r "  # others, such as the non-breaking ones, stay in their words
_RUNS = re.compile("[%s]+|[^%s]+" % (_SPACES, _SPACES))
_SENTENCE_END = re.compile("[a-z][.!?][\"']?$")


def _is_letter(c):
    return c == "_" or (c.isalnum() and not c.isdecimal())


def _letters(word, *places):
    return all(0 <= k < len(word) and _is_letter(word[k]) for k in places)


def _long_dash(word, at):
    """The length of a dash of two or more hyphens between words, or 0."""
    before = word[at - 1] if at else " "
    if not (before.isalnum() or before in "_!\"'&.,?"):
        return 0
    end = at
    while word[end:end + 1] == "-":
        end += 1
    after = word[end:end + 1]
    return end - at if end - at >= 2 and (after.isalnum() or after == "_") else 0


def _breaks_behind(word, at):
    """Whether a line may end behind the hyphen at this place."""
    if not (_letters(word, at - 2, at - 1)
            or (_letters(word, at - 3, at - 1) and word[at - 2] == "-")):
        return False
    return _letters(word, at + 1) and (
        _letters(word, at + 2) or (word[at + 2:at + 3] == "-" and _letters(word, at + 3)))


def _parts(word):
    """A word, cut where a line may end."""
    start = 0
    while start < len(word):
        end = start + _long_dash(word, start)
        if end == start:
            end += 1
            while end < len(word) and not _long_dash(word, end):
                end += 1
                if word[end - 1] == "-" and _breaks_behind(word, end - 1):
                    break
        yield word[start:end]
        start = end


class TextWrapper:
    """How to fill lines."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        options = dict(locals())
        del options["self"]
        vars(self).update(options)

    def _pieces(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(dict.fromkeys(map(ord, _SPACES), " "))
        pieces = _RUNS.findall(text)
        if self.break_on_hyphens:
            pieces = [part for run in pieces
                      for part in (_parts(run) if "-" in run else (run,))]
        if self.fix_sentence_endings:
            for k in range(1, len(pieces)):
                if pieces[k] == " " and _SENTENCE_END.search(pieces[k - 1]):
                    pieces[k] = "  "
        return pieces

    def _break(self, pieces, room):
        """Cuts a piece that is longer than a line."""
        cut = room
        if self.break_on_hyphens:
            hyphen = pieces[-1].rfind("-", 0, cut)
            if hyphen > 0 and any(c != "-" for c in pieces[-1][:hyphen]):
                cut = hyphen + 1
        head, pieces[-1] = pieces[-1][:cut], pieces[-1][cut:]
        return head

    def _line(self, pieces, width):
        """Takes the pieces of one line from the end of `pieces`."""
        line, length = [], 0
        while pieces and length + len(pieces[-1]) <= width:
            length += len(pieces[-1])
            line.append(pieces.pop())
        if pieces and len(pieces[-1]) > width:
            if self.break_long_words:
                line.append(self._break(pieces, width - length if width > 0 else 1))
            elif not line:
                line.append(pieces.pop())
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _shortened(self, lines, line, indent, width):
        """The last line that is allowed, with the placeholder."""
        while line:
            length = sum(map(len, line))
            if line[-1].strip() and length + len(self.placeholder) <= width:
                return lines + [indent + "".join(line) + self.placeholder]
            line.pop()
        if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
            return lines[:-1] + [lines[-1].rstrip() + self.placeholder]
        return lines + [indent + self.placeholder.lstrip()]

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        pieces = self._pieces(text)[::-1]
        lines = []
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not pieces[-1].strip():
                pieces.pop()
            line = self._line(pieces, width)
            if not line:
                continue
            left = any(piece.strip() for piece in pieces)
            if self.max_lines is not None and len(lines) + 1 >= self.max_lines and left:
                return self._shortened(lines, line, indent, width)
            lines.append(indent + "".join(line))
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    wrapper = TextWrapper(width, max_lines=1, **kwargs)
    return wrapper.fill(" ".join(text.split()))


def dedent(text):
    """Takes away what all lines begin with, of white space."""
    lines = [line if line.strip() else "" for line in text.split("\n")]
    # What the first and the last one in order have in common, all have.
    margins = [line[: len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    common = 0
    if margins:
        for one, other in zip(min(margins), max(margins)):
            if one != other:
                break
            common += 1
    return "\n".join(line[common:] for line in lines)


def indent(text, prefix, predicate=None):
    """Puts a prefix before each line that is not blank, or that the predicate chooses."""
    chosen = predicate or str.strip
    lines = text.splitlines(True)
    return "".join([prefix + line if chosen(line) else line for line in lines])
