# What globals hold is finalized at the end of the program, and still sees other globals.
class Noisy:
    def __del__(self):
        print(helper("finalized"))


def helper(text):
    return text.upper()


kept = Noisy()
print("end")
# expect: end
# expect: FINALIZED
