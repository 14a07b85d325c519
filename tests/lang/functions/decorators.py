# Decorators are computed from the top and applied from the bottom.
def tag(text):
    print("make", text)
    # expect: make b
    # expect: make i

    def wrap(function):
        print("wrap", text, function.__name__)
        # expect: wrap i hello
        # expect: wrap b inner

        def inner(*args, **kwargs):
            return "<%s>%s</%s>" % (text, function(*args, **kwargs), text)

        return inner

    return wrap


@tag("b")
@tag("i")
def hello(name):
    return "hello " + name


print(hello(name="you"))  # expect: <b><i>hello you</i></b>


def mark(cls):
    cls.marked = True
    return cls


@mark
class C:
    pass


print(C.marked)  # expect: True
