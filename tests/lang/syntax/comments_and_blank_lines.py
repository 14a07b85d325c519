# comments and blank lines anywhere
def f():
    # comment

    return 1  # end


  # odd indentation of a comment
print(f())
# expect: 1
