# Imported by star.py.
__all__ = ["a", "_listed"]
a = 1
b = 2
_listed = 3
_hidden = 4
