"""What the program runs on."""
import os
import sys


def system():
    return "Linux"


def node():
    return os.uname()[1]


def release():
    return os.uname()[2]


def version():
    return os.uname()[3]


def machine():
    return os.uname()[4]


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return bits or "64bit", linkage or "ELF"


def python_implementation():
    return "gilsim"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(str(part) for part in sys.version_info[:3])


def python_compiler():
    return "gilsim"


def python_build():
    return "", ""


def platform(aliased=False, terse=False):
    return "%s-%s-%s" % (system(), release(), machine())


def uname():
    from collections import namedtuple
    kind = namedtuple("uname_result", "system node release version machine")
    return kind(system(), node(), release(), version(), machine())
