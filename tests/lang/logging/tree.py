# loggers form a tree: levels, propagation, handlers, filters
import io
import logging

root = logging.getLogger()
log = logging.getLogger("a.b")
print(log, root, log.parent)
print(logging.getLogger("a"), log.parent, logging.getLogger("a.b") is log)
log.setLevel("ERROR")
print(log.isEnabledFor(logging.WARNING), logging.getLogger("a.b.c").getEffectiveLevel())
print(logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(15))
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("{levelname}-{message}", style="{"))
log.addHandler(handler)
log.propagate = False
log.critical("c")
log.info("not shown")
logging.addLevelName(45, "ODD")
log.log(45, "odd")


class Keep(logging.Filter):
    def filter(self, record):
        return "keep" in record.getMessage()


handler.addFilter(Keep())
log.error("drop")
log.error("keep")
handler.removeFilter(handler.filters[0])
child = log.getChild("c")
child.error("from %s", child.name)
logging.disable(logging.ERROR)
child.error("disabled")
logging.disable(logging.NOTSET)
print(out.getvalue().split("\n"), log.hasHandlers(), handler)
try:
    log.setLevel("bad")
except ValueError as e:
    print(e)
adapted = logging.LoggerAdapter(log, {"user": "u"})
handler.setFormatter(logging.Formatter("%(user)s: %(message)s"))
adapted.error("adapted")
print(out.getvalue().split("\n")[-2])
# expect: <Logger a.b (WARNING)> <RootLogger root (WARNING)> <RootLogger root (WARNING)>
# expect: <Logger a (WARNING)> <Logger a (WARNING)> True
# expect: False 40
# expect: INFO 20 Level 15
# expect: ['CRITICAL-c', 'ODD-odd', 'ERROR-keep', 'ERROR-from a.b.c', ''] True <StreamHandler (NOTSET)>
# expect: Unknown level: 'bad'
# expect: u: adapted
