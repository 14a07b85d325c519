# logger.exception and exc_info print the traceback after the message
import logging
import io

stream = io.StringIO()
logging.basicConfig(stream=stream, format="%(levelname)s %(message)s")
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
for line in stream.getvalue().splitlines():
    if not line.startswith("  File"):
        print(line)
# expect: ERROR boom
# expect: Traceback (most recent call last):
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: WARNING again
# expect: Traceback (most recent call last):
# expect:     [].pop()
# expect: IndexError: pop from empty list
# expect: ERROR by instance
# expect: Traceback (most recent call last):
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: ERROR none
