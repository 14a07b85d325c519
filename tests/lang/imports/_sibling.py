# Imported by sibling.py and others.
print("loading", __name__)
VALUE = 5
state = "new"


def helper(x):
    return x * VALUE


def change():
    global state
    state = "changed"
