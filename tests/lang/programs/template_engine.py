# A small template language: {{ expression|filter }}, {% for %}, {% if %} with {% else %}.
class TemplateError(Exception):
    pass


def split(text):
    """Pieces of a template: text, {{ ... }} and {% ... %}."""
    at = 0
    while True:
        starts = [i for i in (text.find("{{", at), text.find("{%", at)) if i >= 0]
        if not starts:
            if text[at:]:
                yield "text", text[at:]
            return
        start = min(starts)
        if start > at:
            yield "text", text[at:start]
        closing = "}}" if text[start + 1] == "{" else "%}"
        end = text.find(closing, start)
        if end < 0:
            raise TemplateError("no %s after %r" % (closing, text[start : start + 10]))
        yield "value" if closing == "}}" else "tag", text[start + 2 : end].strip()
        at = end + 2


FILTERS = {
    "upper": str.upper,
    "title": lambda s: str(s).title(),
    "join": lambda items: ", ".join(map(str, items)),
    "length": len,
    "money": lambda x: "%.2f" % x,
}


def look_up(path, scope):
    first, *rest = path.split(".")
    if first.isdigit():
        return int(first)
    try:
        value = scope[first]
    except KeyError:
        raise TemplateError("unknown name %r" % first) from None
    for name in rest:
        value = value[name] if isinstance(value, dict) else getattr(value, name)
    return value() if callable(value) else value


class Node:
    pass


class Text(Node):
    def __init__(self, text):
        self.text = text

    def render(self, scope):
        yield self.text


class Value(Node):
    def __init__(self, source):
        self.path, *self.filters = [part.strip() for part in source.split("|")]

    def render(self, scope):
        value = look_up(self.path, scope)
        for name in self.filters:
            if name not in FILTERS:
                raise TemplateError("unknown filter %r" % name)
            value = FILTERS[name](value)
        yield str(value)


class For(Node):
    def __init__(self, words):
        self.name, self.path = words[1], words[3]
        self.body, self.other = [], []

    def render(self, scope):
        items = list(look_up(self.path, scope))
        for number, item in enumerate(items, 1):
            inner = {**scope, self.name: item, "number": number, "last": number == len(items)}
            for node in self.body:
                yield from node.render(inner)
        if not items:
            for node in self.other:
                yield from node.render(scope)


class If(Node):
    def __init__(self, words):
        self.negated = words[1] == "not"
        self.path = words[-1]
        self.body, self.other = [], []

    def render(self, scope):
        truth = bool(look_up(self.path, scope)) != self.negated
        for node in self.body if truth else self.other:
            yield from node.render(scope)


class Template:
    def __init__(self, text):
        self.body = []
        stack = [self.body]
        blocks = []
        for kind, piece in split(text):
            if kind == "text":
                stack[-1].append(Text(piece))
            elif kind == "value":
                stack[-1].append(Value(piece))
            else:
                words = piece.split()
                if words[0] in ("for", "if"):
                    block = (For if words[0] == "for" else If)(words)
                    stack[-1].append(block)
                    blocks.append((words[0], block))
                    stack.append(block.body)
                elif words[0] == "else":
                    stack[-1] = blocks[-1][1].other
                elif blocks and words[0] == "end" + blocks[-1][0]:
                    blocks.pop()
                    stack.pop()
                else:
                    raise TemplateError("unexpected %r" % piece)
        if blocks:
            raise TemplateError("%s without end" % blocks[-1][0])

    def render(self, **scope):
        return "".join(part for node in self.body for part in node.render(scope))


class Item:
    def __init__(self, name, price):
        self.name, self.price = name, price

    def label(self):
        return f"<{self.name}>"


page = Template(
    "Dear {{ who|title }},\n"
    "{% for item in cart.items %}{{ number }}. {{ item.label }} {{ item.price|money }}"
    "{% if last %}.{% else %};{% endif %}\n"
    "{% else %}(nothing)\n{% endfor %}"
    "{% if not cart.paid %}Please pay {{ total|money }}"
    " ({{ tags|join|upper }}, {{ tags|length }}).{% endif %}"
)
items = [Item("pen", 1.5), Item("ink", 10)]
print(page.render(who="ann lee", cart={"items": items, "paid": False}, total=11.5, tags=["a", "b"]))
print(page.render(who="bob", cart={"items": [], "paid": True}))
for source in (
    "{{ x",
    "{% for a in b %}",
    "{% endif %}",
    "{{ nobody }}",
    "{{ a|shout }}",
    "{{ a }}",
):
    try:
        print(Template(source).render(a="fine"))
    except TemplateError as error:
        print(source, "->", error)
# expect: Dear Ann Lee,
# expect: 1. <pen> 1.50;
# expect: 2. <ink> 10.00.
# expect: Please pay 11.50 (A, B, 2).
# expect: Dear Bob,
# expect: (nothing)
# expect:
# expect: {{ x -> no }} after '{{ x'
# expect: {% for a in b %} -> for without end
# expect: {% endif %} -> unexpected 'endif'
# expect: {{ nobody }} -> unknown name 'nobody'
# expect: {{ a|shout }} -> unknown filter 'shout'
# expect: fine
