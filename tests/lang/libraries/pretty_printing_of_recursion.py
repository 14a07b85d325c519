# pprint: containers that hold themselves; what eval() would take
import collections
import pprint
import re
import types


def shown(text):
    print(re.sub(r"id=\d+", "id=N", text))


items = [1]
items.append(items)
mapping = {"self": None, "items": items}
mapping["self"] = mapping
pair = ([],)
pair[0].append(pair)
for value in (items, mapping, pair, [items, items], {"deep": [mapping]}):
    shown(pprint.pformat(value, width=20))  # ids have more or fewer digits, which must not matter
    shown(pprint.saferepr(value))
    print(pprint.isrecursive(value), pprint.isreadable(value))
space = types.SimpleNamespace(name="a name of some length", items=items)
space.me = space
print(space)
shown(pprint.pformat(space, width=30))
queue = collections.deque(["entry" * 3])
queue.append(queue)
shown(pprint.pformat(queue, width=20))


class Odd:
    def __repr__(self):
        return "<odd>"


for value in (5, "text", [1, (2, {3: None})], Odd(), [Odd()], {1: Odd()}, "<text>", print):
    print(pprint.isreadable(value), pprint.isrecursive(value))
print(pprint.saferepr({"b": 1, "a": (1,), 3: []}), pprint.saferepr("it's"), pprint.PrettyPrinter(depth=1).isreadable([[1]]))
printer = pprint.PrettyPrinter(width=10)
print(printer.pformat(["aaa", "bbb"]), printer.isreadable([1]), printer.isrecursive(items))
print(printer.format([1], {}, 0, 0), printer.format([[1]], {}, 1, 0))
# expect: [1,
# expect:  <Recursion on list with id=N>]
# expect: [1, <Recursion on list with id=N>]
# expect: True False
# expect: {'items': [1,
# expect:            <Recursion on list with id=N>],
# expect:  'self': <Recursion on dict with id=N>}
# expect: {'items': [1, <Recursion on list with id=N>], 'self': <Recursion on dict with id=N>}
# expect: True False
# expect: ([<Recursion on tuple with id=N>],)
# expect: ([<Recursion on tuple with id=N>],)
# expect: True False
# expect: [[1,
# expect:   <Recursion on list with id=N>],
# expect:  [1,
# expect:   <Recursion on list with id=N>]]
# expect: [[1, <Recursion on list with id=N>], [1, <Recursion on list with id=N>]]
# expect: True False
# expect: {'deep': [{'items': [1,
# expect:                      <Recursion on list with id=N>],
# expect:            'self': <Recursion on dict with id=N>}]}
# expect: {'deep': [{'items': [1, <Recursion on list with id=N>], 'self': <Recursion on dict with id=N>}]}
# expect: True False
# expect: namespace(name='a name of some length', items=[1, [...]], me=namespace(...))
# expect: namespace(name='a name of '
# expect:                'some length',
# expect:           items=[1,
# expect:                  <Recursion on list with id=N>],
# expect:           me=...)
# expect: deque(['entryentryentry',
# expect:        <Recursion on deque with id=N>])
# expect: True False
# expect: True False
# expect: True False
# expect: False False
# expect: False False
# expect: False False
# expect: True False
# expect: False False
# expect: {3: [], 'a': (1,), 'b': 1} "it's" True
# expect: ['aaa',
# expect:  'bbb'] True True
# expect: ('[1]', True, False) ('[[...]]', False, False)
