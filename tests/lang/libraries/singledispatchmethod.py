# A method with variants by the type of its argument
import functools


class Shower:
    @functools.singledispatchmethod
    def show(self, value):
        return "any %s" % (value,)

    @show.register
    def _(self, value: int):
        return "int %d" % value

    @show.register(list)
    def _(self, value):
        return "list of %d" % len(value)


shower = Shower()
print(shower.show("x"), shower.show(3), shower.show([1]))  # expect: any x int 3 list of 1
print(shower.show.__name__)  # expect: show
