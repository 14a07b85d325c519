# logger.exception and exc_info print the traceback after the message
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
try:
    1 / 0
except ZeroDivisionError as e:
    logging.exception("boom")
    error = e
try:
    [].pop()
except IndexError:
    logging.getLogger("x").warning("again", exc_info=True)
logging.error("by instance", exc_info=error)
logging.error("none", exc_info=False)
# expect: ERROR boom
# expect: Traceback (most recent call last):
# expect:   File "/work/helperA/tests/lang/logging/exceptions.py", line 7, in <module>
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: WARNING again
# expect: Traceback (most recent call last):
# expect:   File "/work/helperA/tests/lang/logging/exceptions.py", line 12, in <module>
# expect:     [].pop()
# expect: IndexError: pop from empty list
# expect: ERROR by instance
# expect: Traceback (most recent call last):
# expect:   File "/work/helperA/tests/lang/logging/exceptions.py", line 7, in <module>
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: ERROR none
