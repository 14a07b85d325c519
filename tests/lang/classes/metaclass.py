# A metaclass makes the classes.
class Meta(type):
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.tag = name.lower()
        return cls

    def __call__(cls, *args):
        instance = super().__call__(*args)
        instance.made = True
        return instance

    @property
    def loud(cls):
        return cls.__name__.upper()


class Base(metaclass=Meta):
    pass


class Child(Base):
    pass


print(Child.tag, Child().made, Child.loud, type(Child).__name__, isinstance(Child, Meta))
# expect: child True CHILD Meta True
