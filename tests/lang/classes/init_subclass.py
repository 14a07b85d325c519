# __init_subclass__ sees each subclass with the keywords of its class statement.
class Plugin:
    registry = {}

    def __init_subclass__(cls, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[name or cls.__name__.lower()] = cls


class One(Plugin):
    pass


class Two(Plugin, name="zwei"):
    pass


print(sorted(Plugin.registry), Plugin.registry["zwei"] is Two)  # expect: ['one', 'zwei'] True
try:
    class Three(Plugin, other=1):
        pass
except TypeError as error:
    print(error)  # expect: Three.__init_subclass__() takes no keyword arguments
