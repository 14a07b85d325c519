# The options of re are also attributes of RegexFlag
import re
print(re.RegexFlag.I | re.RegexFlag.DOTALL, re.RegexFlag.VERBOSE is re.X)
print(re.findall("b.", "aB\nc", re.RegexFlag.IGNORECASE | re.RegexFlag.S))
# expect: re.IGNORECASE|re.DOTALL True
# expect: ['B\n']
