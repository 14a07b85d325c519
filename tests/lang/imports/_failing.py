# Imported by errors.py; fails half-way.
before = 1
1 / 0
