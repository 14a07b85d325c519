# assertLogs collects what is logged meanwhile, and fails if nothing is; assertNoLogs fails if something is
import logging
import unittest
class Case(unittest.TestCase):
    def runTest(self): pass
case = Case()
with case.assertLogs("shop", "INFO") as caught:
    logging.getLogger("shop").info("sold %d", 3)
    logging.getLogger("shop.till").error("stuck")
    logging.getLogger("shop").debug("not seen")
print(caught.output)  # expect: ['INFO:shop:sold 3', 'ERROR:shop.till:stuck']
print(caught.records[0].getMessage(), len(caught.records))  # expect: sold 3 2
def tried(context, *messages):
    try:
        with context:
            for message in messages:
                logging.getLogger("shop").warning(message)
    except AssertionError as e:
        print(e)
tried(case.assertLogs("shop"))  # expect: no logs of level INFO or higher triggered on shop
tried(case.assertLogs(level="ERROR"))  # expect: no logs of level ERROR or higher triggered on root
tried(case.assertNoLogs("shop"), "late")  # expect: Unexpected logs found: ['WARNING:shop:late']
tried(case.assertNoLogs("shop", level=logging.ERROR), "late")
logger = logging.getLogger("shop")
print(logger.level, logger.handlers, logger.propagate)  # expect: 0 [] True
