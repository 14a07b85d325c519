# An ImportError knows the module that the name was asked of
try:
    from math import nothing
except ImportError as error:
    print(error.name)  # expect: math
try:
    import nowhere.at_all
except ImportError as error:
    print(error.name)  # expect: nowhere
