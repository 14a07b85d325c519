"""Names that match patterns of the shell."""
import functools
import os
import re


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=256)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode("latin-1")).encode("latin-1")).match
    return re.compile(translate(pat)).match


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def filter(names, pat):
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(os.path.normcase(name))]


def translate(pat):
    """The pattern as a regular expression."""
    out, at = [], 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[":
            end = pat.find("]", at + (2 if pat[at:at + 1] == "!" else 1))
            if end < 0:
                out.append("\\[")
                continue
            body = pat[at:end].replace("\\", "\\\\").replace("[", "\\[")
            at = end + 1
            if body[0] == "!":
                body = "^" + body[1:]
            elif body[0] == "^":
                body = "\\" + body
            out.append("[%s]" % body)
        else:
            out.append(re.escape(c))
    return "(?s:%s)\\Z" % "".join(out)
