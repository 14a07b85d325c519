# An exception without a message is shown without a colon.
# expect-exit: 1
# expect-stderr:     raise Quiet
# expect-stderr: in <module>
class Quiet(Exception):
    pass


raise Quiet
