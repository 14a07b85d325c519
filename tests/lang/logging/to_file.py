# basicConfig with a file
import logging
import os

path = "/tmp/gilsim-log-%d-%d.txt" % (os.getpid(), os.stat("/proc/self").st_ino)
logging.basicConfig(filename=path, filemode="w", level="INFO", format="%(levelname)s:%(message)s")
logging.info("one")
logging.debug("not")
logging.warning("two")
logging.shutdown()
with open(path) as file:
    print(file.read().split("\n"))
os.remove(path)
# expect: ['INFO:one', 'WARNING:two', '']
