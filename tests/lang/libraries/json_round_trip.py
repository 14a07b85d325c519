# json
import json
x = {"a": [1, 2.5, None, True, "é\n"], "b": {}}
print(json.dumps(x), json.loads(json.dumps(x)) == x, json.dumps([1, 2], indent=1), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
for t in ("[1,", "{a: 1}", "nul", ""):
    try:
        json.loads(t)
    except json.JSONDecodeError as e:
        print(e)
# expect: {"a": [1, 2.5, null, true, "\u00e9\n"], "b": {}} True [
# expect:  1,
# expect:  2
# expect: ] {"a":2,"b":1}
# expect: Expecting value: line 1 column 4 (char 3)
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: Expecting value: line 1 column 1 (char 0)
