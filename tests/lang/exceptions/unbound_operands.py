# a local variable that has no value is an error in each place of an operation
def container():
    x = missing[0]
    missing = x
def key():
    x = [1, 2][missing]
    missing = x
def stored():
    a = [1]
    a[0] = missing
    missing = a
def place():
    a = [1]
    a[missing] = 0
    missing = a
def into():
    missing[0] = 1
    missing = 0
def left():
    return missing + 1
    missing = 0
def right():
    x = [1]
    return x + missing
    missing = 0
def compared():
    x = 1
    if x < missing: return 1
    missing = 0
def attribute():
    return missing.x
    missing = 0
def appended():
    a = []
    a.append(missing)
    missing = 0
def returned():
    return missing
    missing = 0
for f in (container, key, stored, place, into, left, right, compared, attribute, appended, returned):
    try:
        print("no error", f.__name__, f())
    except UnboundLocalError as e:
        print(f.__name__, e)
# expect: container cannot access local variable 'missing' where it is not associated with a value
# expect: key cannot access local variable 'missing' where it is not associated with a value
# expect: stored cannot access local variable 'missing' where it is not associated with a value
# expect: place cannot access local variable 'missing' where it is not associated with a value
# expect: into cannot access local variable 'missing' where it is not associated with a value
# expect: left cannot access local variable 'missing' where it is not associated with a value
# expect: right cannot access local variable 'missing' where it is not associated with a value
# expect: compared cannot access local variable 'missing' where it is not associated with a value
# expect: attribute cannot access local variable 'missing' where it is not associated with a value
# expect: appended cannot access local variable 'missing' where it is not associated with a value
# expect: returned cannot access local variable 'missing' where it is not associated with a value
