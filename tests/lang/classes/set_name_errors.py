# What __set_name__ raises becomes the cause of a RuntimeError
class Bad:
    def __set_name__(self, owner, name):
        raise ZeroDivisionError("no")


try:
    class Owner:
        field = Bad()
except RuntimeError as error:
    print(error)
    print(repr(error.__cause__))
# expect: Error calling __set_name__ on 'Bad' instance 'field' in 'Owner'
# expect: ZeroDivisionError('no')
