# Imported by _ring_a.
import _ring_a

name = "b"
seen = _ring_a.name
