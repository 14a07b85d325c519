"""Names of files that match patterns of the shell."""
import fnmatch
import os

_MAGIC = "*?["


def has_magic(s):
    return any(c in s for c in _MAGIC)


def escape(pathname):
    return "".join(["[%s]" % c if c in _MAGIC else c for c in pathname])


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = os.fspath(root_dir) if root_dir is not None else ""
    found = _search(root, pathname, recursive, include_hidden)
    return (name for name in found if name)


def _search(root, pathname, recursive, hidden):
    head, tail = os.path.split(pathname)
    if not has_magic(pathname):
        whole = os.path.join(root, pathname)
        if os.path.isdir(whole) if not tail else os.path.lexists(whole):
            yield pathname
        return
    if head and head != pathname and has_magic(head):
        folders = list(_search(root, head, recursive, hidden))
    else:
        folders = [head]
    for folder in folders:
        whole = os.path.join(root, folder)
        if recursive and tail == "**":
            yield from _tree(whole, folder, hidden)
        elif has_magic(tail):
            for name in fnmatch.filter(_names(whole), tail):
                if hidden or not name.startswith(".") or tail.startswith("."):
                    yield os.path.join(folder, name)
        elif os.path.isdir(whole) if not tail else os.path.lexists(os.path.join(whole, tail)):
            yield os.path.join(folder, tail)


def _names(folder):
    try:
        return os.listdir(folder or ".")
    except OSError:
        return []


def _tree(whole, folder, hidden):
    if not folder or os.path.isdir(whole):
        yield os.path.join(folder, "")
    for name in _names(whole):
        if hidden or not name.startswith("."):
            path = os.path.join(whole, name)
            yield os.path.join(folder, name)
            if os.path.isdir(path):
                rest = iter(_tree(path, os.path.join(folder, name), hidden))
                next(rest)
                yield from rest
