# __debug__ is not assigned to, and imports of __future__ stand at the beginning: else SyntaxError.
for text in ("__debug__ = 1", "def f(__debug__): pass", "del __debug__", "for __debug__ in x: pass",
             "x = 1\nfrom __future__ import division", "def f():\n    from __future__ import division",
             "'text'\nfrom __future__ import division\nfrom __future__ import annotations"):
    try:
        compile(text, "file", "exec")
        print("good")
    except SyntaxError as e:
        print(e.msg, e.lineno)
# expect: cannot assign to __debug__ 1
# expect: cannot assign to __debug__ 1
# expect: cannot delete __debug__ 1
# expect: cannot assign to __debug__ 1
# expect: from __future__ imports must occur at the beginning of the file 2
# expect: from __future__ imports must occur at the beginning of the file 2
# expect: good
