# pprint: containers of collections and types, dataclasses, classes of one's own
import collections
import dataclasses
import pprint
import types
from pprint import pformat, pp

keys = {"alpha": list(range(6)), "beta": "text " * 4}
for kind in (collections.OrderedDict, collections.UserDict, types.MappingProxyType):
    pp(kind(keys), width=30)
pp(collections.defaultdict(list, keys), width=35)
pp(collections.Counter("abracadabra pretty printing"), width=20)
pp(collections.deque(range(8)), width=20)
pp(collections.deque(range(8), maxlen=4), width=12)
pp(collections.ChainMap(keys, {"gamma": 1}), width=30)
pp(collections.UserList(range(8)), width=10, compact=True)
pp([collections.UserString("some words of a text")], width=14)
pp(types.SimpleNamespace(first=keys, second=[1, 2]), width=30)
for empty in (collections.OrderedDict(), collections.defaultdict(int), collections.Counter(), collections.deque(), collections.ChainMap(), collections.deque(maxlen=3)):
    pp([empty], width=1)


class List(list):
    pass


class Loud(list):
    def __repr__(self):
        return "Loud" + list.__repr__(self)


class Set(set):
    pass


class Space(types.SimpleNamespace):
    pass


class Queue(collections.deque):
    pass


Point = collections.namedtuple("Point", "x y")
pp([List(range(10)), Loud(range(10)), Set(range(10)), Queue(range(10)), Space(a=keys), Point(1, 2)], width=25)


@dataclasses.dataclass
class Node:
    name: str
    children: list = dataclasses.field(default_factory=list)
    secret: int = dataclasses.field(default=3, repr=False)


@dataclasses.dataclass
class Quiet(Node):
    def __repr__(self):
        return "Quiet(%s)" % self.name


@dataclasses.dataclass(repr=False)
class Plain(Node):
    pass


class Child(Node):
    pass


tree = Node("root of the tree", [Node("leaf"), Child("another leaf with a name"), Quiet("silent node of a tree")])
pp(tree, width=40)
pp({"node": tree}, width=50, indent=2)
print(pformat(Plain("a name that is long enough for a line"), width=20))
pp([Node, List, print], width=5)


class Upper(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), True, False
        return super().format(object, context, maxlevels, level)


Upper(width=20).pprint({"one": ["two", "three"], "four": "five"})
# expect: OrderedDict([('alpha',
# expect:               [0,
# expect:                1,
# expect:                2,
# expect:                3,
# expect:                4,
# expect:                5]),
# expect:              ('beta',
# expect:               'text text '
# expect:               'text text ')])
# expect: {'alpha': [0, 1, 2, 3, 4, 5],
# expect:  'beta': 'text text text '
# expect:          'text '}
# expect: mappingproxy({'alpha': [0,
# expect:                         1,
# expect:                         2,
# expect:                         3,
# expect:                         4,
# expect:                         5],
# expect:               'beta': 'text '
# expect:                       'text '
# expect:                       'text '
# expect:                       'text '})
# expect: defaultdict(<class 'list'>,
# expect:             {'alpha': [0,
# expect:                        1,
# expect:                        2,
# expect:                        3,
# expect:                        4,
# expect:                        5],
# expect:              'beta': 'text text '
# expect:                      'text text '})
# expect: Counter({'a': 5,
# expect:          'r': 4,
# expect:          't': 3,
# expect:          'b': 2,
# expect:          ' ': 2,
# expect:          'p': 2,
# expect:          'i': 2,
# expect:          'n': 2,
# expect:          'c': 1,
# expect:          'd': 1,
# expect:          'e': 1,
# expect:          'y': 1,
# expect:          'g': 1})
# expect: deque([0,
# expect:        1,
# expect:        2,
# expect:        3,
# expect:        4,
# expect:        5,
# expect:        6,
# expect:        7])
# expect: deque([4,
# expect:        5,
# expect:        6,
# expect:        7],
# expect:       maxlen=4)
# expect: ChainMap({'alpha': [0,
# expect:                     1,
# expect:                     2,
# expect:                     3,
# expect:                     4,
# expect:                     5],
# expect:           'beta': 'text text '
# expect:                   'text '
# expect:                   'text '},
# expect:          {'gamma': 1})
# expect: [0, 1, 2,
# expect:  3, 4, 5,
# expect:  6, 7]
# expect: ['some words '
# expect:  'of a text']
# expect: namespace(first={'alpha': [0,
# expect:                            1,
# expect:                            2,
# expect:                            3,
# expect:                            4,
# expect:                            5],
# expect:                  'beta': 'text '
# expect:                          'text '
# expect:                          'text '
# expect:                          'text '},
# expect:           second=[1, 2])
# expect: [OrderedDict()]
# expect: [defaultdict(<class 'int'>, {})]
# expect: [Counter()]
# expect: [deque([])]
# expect: [ChainMap({})]
# expect: [deque([], maxlen=3)]
# expect: [[0,
# expect:   1,
# expect:   2,
# expect:   3,
# expect:   4,
# expect:   5,
# expect:   6,
# expect:   7,
# expect:   8,
# expect:   9],
# expect:  Loud[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
# expect:  Set({0,
# expect:       1,
# expect:       2,
# expect:       3,
# expect:       4,
# expect:       5,
# expect:       6,
# expect:       7,
# expect:       8,
# expect:       9}),
# expect:  Queue([0,
# expect:         1,
# expect:         2,
# expect:         3,
# expect:         4,
# expect:         5,
# expect:         6,
# expect:         7,
# expect:         8,
# expect:         9]),
# expect:  Space(a={'alpha': [0,
# expect:                     1,
# expect:                     2,
# expect:                     3,
# expect:                     4,
# expect:                     5],
# expect:           'beta': 'text '
# expect:                   'text '
# expect:                   'text '
# expect:                   'text '}),
# expect:  Point(x=1, y=2)]
# expect: Node(name='root of the tree',
# expect:      children=[Node(name='leaf',
# expect:                     children=[]),
# expect:                Child(name='another '
# expect:                           'leaf with a '
# expect:                           'name',
# expect:                      children=[]),
# expect:                Quiet(silent node of a tree)])
# expect: { 'node': Node(name='root of the tree',
# expect:                children=[ Node(name='leaf',
# expect:                                children=[]),
# expect:                           Child(name='another '
# expect:                                      'leaf with '
# expect:                                      'a name',
# expect:                                 children=[]),
# expect:                           Quiet(silent node of a tree)])}
# expect: Plain(name='a name that is long enough for a line', children=[])
# expect: [<class '__main__.Node'>,
# expect:  <class '__main__.List'>,
# expect:  <built-in function print>]
# expect: {FOUR: FIVE,
# expect:  ONE: [TWO, THREE]}
