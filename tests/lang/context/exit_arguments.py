# __exit__ gets type, value and traceback
class M:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print(t and t.__name__, v, tb is not None)
        return True
with M():
    pass
with M():
    raise ValueError("x")
with M():
    {}["k"]
# expect: None None False
# expect: ValueError x True
# expect: KeyError 'k' True
