# A descriptor answers for an attribute; one with __set__ goes before the instance's own dictionary.
class Typed:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return "descriptor " + self.name
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError(self.name + " must be an int")
        instance.__dict__[self.name] = value


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        print("computing")
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Point:
    x = Typed()

    @Lazy
    def norm(self):
        return self.x * 2


p = Point()
print(p.x, Point.x)
p.x = 5
print(p.x, p.norm, p.norm, p.__dict__)
try:
    p.x = "5"
except TypeError as error:
    print(error)
# expect: unset descriptor x
# expect: computing
# expect: 5 10 10 {'x': 5, 'norm': 10}
# expect: x must be an int
