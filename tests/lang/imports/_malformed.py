# Imported by errors.py; cannot be compiled.
def f(:
    pass
