# __new__ makes the instance, __init__ is called only if it is one of the class.
class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value):
        self.value = value


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never called")


a = Single(1)
b = Single(2)
print(a is b, a.value, Other())  # expect: True 2 42


class Celsius(float):
    def __new__(cls, text):
        return super().__new__(cls, text.rstrip("C"))


print(Celsius("36.5C") + 1)  # expect: 37.5
