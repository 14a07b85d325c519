# Exception classes of one's own, with attributes and text.
class AppError(Exception):
    pass


class NotFound(AppError):
    def __init__(self, what, where="here"):
        super().__init__(what, where)
        self.what = what

    def __str__(self):
        return "%s not found" % self.what


try:
    raise NotFound("key")
except AppError as error:
    print(error, repr(error), error.what, error.args)
    # expect: key not found NotFound('key', 'here') key ('key', 'here')
print(str(AppError()), repr(AppError("a")), repr(AppError("a", 1)), str(AppError("a", 1)))
# expect:  AppError('a') AppError('a', 1) ('a', 1)
try:
    raise 5
except TypeError as error:
    print(error)  # expect: exceptions must derive from BaseException
try:
    raise AppError
except AppError as error:
    print(error.args)  # expect: ()
