# without a handler warnings go to standard error as they are
# expect-stderr: last
import logging

logging.getLogger("n").error("last")
logging.getLogger("n").info("not shown")
print(logging.root.handlers)
# expect: []
