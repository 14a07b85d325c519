# sys.argv, stdout, version_info
import sys
print(type(sys.argv).__name__, len(sys.argv), sys.version_info >= (3, 8), sys.maxsize == 2 ** 63 - 1, sys.byteorder)
sys.stdout.write("written\n")
# expect: list 1 True True little
# expect: written
