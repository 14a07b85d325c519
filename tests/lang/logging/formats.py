# logging.basicConfig: formats with level, name, thread, file, line and function
import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG,
                    format="%(levelname)s %(name)s %(threadName)s %(filename)s:%(lineno)d "
                           "%(funcName)s %(message)s")


def work():
    logging.info("in %s", "thread")


t = threading.Thread(target=work, name="W")
t.start()
t.join()
log = logging.getLogger("a.b")
log.warning("x %d", 5)
log.debug("d")
log.error("yes %(k)s", {"k": 1})
logging.getLogger("m").info("extra", extra={"ip": 1})
logging.critical("bye")
logging.basicConfig(format="ignored")
logging.warning("same format")
logging.basicConfig(format="%(message)s only", stream=sys.stdout, force=True)
logging.warning("other format")
# expect: INFO root W formats.py:12 work in thread
# expect: WARNING a.b MainThread formats.py:19 <module> x 5
# expect: DEBUG a.b MainThread formats.py:20 <module> d
# expect: ERROR a.b MainThread formats.py:21 <module> yes 1
# expect: INFO m MainThread formats.py:22 <module> extra
# expect: CRITICAL root MainThread formats.py:23 <module> bye
# expect: WARNING root MainThread formats.py:25 <module> same format
# expect: other format only
