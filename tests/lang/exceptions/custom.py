# classes of one's own with attributes and str
class E(Exception):
    def __init__(self, code):
        super().__init__("code %d" % code)
        self.code = code
class F(E):
    def __str__(self): return "F!"
for x in (E(1), F(2)):
    try:
        raise x
    except E as e:
        print(e, repr(e), e.code, e.args)
# expect: code 1 E('code 1') 1 ('code 1',)
# expect: F! F('code 2') 2 ('code 2',)
