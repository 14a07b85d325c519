# Whom the errors of a call name: what is called, by its name or its text, and which special
# methods are ordinary ones.
def said(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


class Named:
    def __str__(self):
        return "<text>"

    def method(self):
        pass


class Broken:
    def __str__(self):
        raise KeyError(1)


nothing, five = None, 5
said(lambda: nothing(*2))
said(lambda: five(**3))
said(lambda: Named()(*2))
said(lambda: Named()(a=1, **{"a": 2}))
said(lambda: Named().method(*2))
said(lambda: Broken()(*2))
said(lambda: Broken()(**2))
said(lambda: len(*3))
said(lambda: [].append(**3))
said(lambda: (1).__floor__(2))
said(lambda: [].__reversed__(1))
said(lambda: list.__reversed__())
said(lambda: list.__reversed__(3))
said(lambda: list.__len__())
said(lambda: (1.5).__ceil__(1))
said(lambda: {}.__contains__())
said(lambda: ().__contains__())
said(lambda: [].__getitem__())
said(lambda: ().__getitem__())
said(lambda: (2).__format__())
said(lambda: sum(2.5, "s"))
said(lambda: sum([], "s"))
said(lambda: "a".translate({97: -1}))
said(lambda: "a".translate({97: 0x110000}))
said(lambda: "a".translate({97: 10**30}))
print(repr("a".translate({97: True})))
# expect: TypeError None argument after * must be an iterable, not int
# expect: TypeError 5 argument after ** must be a mapping, not int
# expect: TypeError <text> argument after * must be an iterable, not int
# expect: TypeError <text> got multiple values for keyword argument 'a'
# expect: TypeError __main__.Named.method() argument after * must be an iterable, not int
# expect: KeyError 1
# expect: KeyError 1
# expect: TypeError len() argument after * must be an iterable, not int
# expect: TypeError list.append() argument after ** must be a mapping, not int
# expect: TypeError int.__floor__() takes no arguments (1 given)
# expect: TypeError list.__reversed__() takes no arguments (1 given)
# expect: TypeError unbound method list.__reversed__() needs an argument
# expect: TypeError descriptor '__reversed__' for 'list' objects doesn't apply to a 'int' object
# expect: TypeError descriptor '__len__' of 'list' object needs an argument
# expect: TypeError float.__ceil__() takes no arguments (1 given)
# expect: TypeError dict.__contains__() takes exactly one argument (0 given)
# expect: TypeError expected 1 argument, got 0
# expect: TypeError list.__getitem__() takes exactly one argument (0 given)
# expect: TypeError expected 1 argument, got 0
# expect: TypeError int.__format__() takes exactly one argument (0 given)
# expect: TypeError 'float' object is not iterable
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: ValueError character mapping must be in range(0x110000)
# expect: ValueError character mapping must be in range(0x110000)
# expect: ValueError character mapping must be in range(0x110000)
# expect: '\x01'
