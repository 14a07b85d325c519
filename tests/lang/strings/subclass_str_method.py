# print, format and f-strings ask a subclass of str for its __str__


class Shown(str):
    def __str__(self):
        return "shown"


text = Shown("text")
print(text, str(text), f"{text}", "%s" % text, "{}".format(text))
# expect: shown shown shown shown shown
print(f"{text:>6}|", text + "!", [text])  # expect:   text| text! ['text']
