# Instances have attributes of their own over those of the class.
class Dog:
    kind = "animal"

    def __init__(self, name):
        self.name = name

    def speak(self, times=1):
        return self.name + ": " + "woof " * times


a = Dog("Rex")
b = Dog("Fido")
print(a.speak().strip(), b.speak(2).strip())  # expect: Rex: woof Fido: woof woof
a.kind = "pet"
print(a.kind, b.kind, Dog.kind)  # expect: pet animal animal
Dog.kind = "dog"
print(a.kind, b.kind)  # expect: pet dog
print(type(a).__name__, isinstance(a, Dog), a.__dict__)
# expect: Dog True {'name': 'Rex', 'kind': 'pet'}
del a.kind
print(a.kind)  # expect: dog
speak = b.speak
print(speak(1).strip(), Dog.speak(a, 1).strip())  # expect: Fido: woof Rex: woof
