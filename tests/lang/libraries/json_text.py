# json: both ways, options and errors.
import io
import json

data = {"a": [1, 2.5, -0.0, 1e100, True, None], "b": {"c": "x\ny\"z\\", "d": []}, "é": "\u20ac\U0001f600", "e": {}, "t": (1,)}
print(json.dumps(data), json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2, sort_keys=True))
print(json.dumps([1, [2, {"k": 3}]], indent="\t"), json.dumps({"a": 1, "b": [1, 2]}, separators=(",", ":")))
print(json.loads(json.dumps(data)) == {**data, "t": [1]}, json.dumps({1: 2, None: 3, 2.5: 4, True: 5}))
print(json.loads(' {"a" : [1, 2.0, -3e2, "\\u00e9\\ud83d\\ude00\\n"], "b": null, "c": [true,false]} '))
print(json.loads("[NaN, Infinity, -Infinity]"), json.dumps(float("inf")), json.loads("12345678901234567890"), json.loads(b'"x"'))
print(json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
print(json.loads("1.5", parse_float=str), json.loads("[]"), json.loads('""'))
for text in ("", "[1,", "[1 2]", '{"a" 1}', "{a: 1}", '"abc', "[1]x", "nul", '"\\x"', '{"a": }', "[1,]", '{"a":1,}', '"\t"', "-", "01", '"\\u12"', "\n\n  ?"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error, error.pos, error.lineno, error.colno)
loop = []
loop.append(loop)
for bad in (lambda: json.dumps(loop), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps({1, 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps([1.5, {1}], default=list))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return "<%s>" % type(o).__name__


print(json.dumps([object(), 1], cls=Encoder))
out = io.StringIO()
json.dump({"x": [1]}, out)
out.seek(0)
print(json.load(out), json.JSONDecoder().raw_decode("[1] rest"))
# expect: {"a": [1, 2.5, -0.0, 1e+100, true, null], "b": {"c": "x\ny\"z\\", "d": []}, "\u00e9": "\u20ac\ud83d\ude00", "e": {}, "t": [1]} {"a": [1, 2.5, -0.0, 1e+100, true, null], "b": {"c": "x\ny\"z\\", "d": []}, "é": "€😀", "e": {}, "t": [1]}
# expect: {
# expect:   "a": [
# expect:     1,
# expect:     2.5,
# expect:     -0.0,
# expect:     1e+100,
# expect:     true,
# expect:     null
# expect:   ],
# expect:   "b": {
# expect:     "c": "x\ny\"z\\",
# expect:     "d": []
# expect:   },
# expect:   "e": {},
# expect:   "t": [
# expect:     1
# expect:   ],
# expect:   "\u00e9": "\u20ac\ud83d\ude00"
# expect: }
# expect: [
# expect: 	1,
# expect: 	[
# expect: 		2,
# expect: 		{
# expect: 			"k": 3
# expect: 		}
# expect: 	]
# expect: ] {"a":1,"b":[1,2]}
# expect: True {"1": 5, "null": 3, "2.5": 4}
# expect: {'a': [1, 2.0, -300.0, 'é😀\n'], 'b': None, 'c': [True, False]}
# expect: [nan, inf, -inf] Infinity 12345678901234567890 x
# expect: [('a', 1)] [('a', 1), ('a', 2)]
# expect: 1.5 [] 
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1
# expect: Expecting value: line 1 column 4 (char 3) 3 1 4
# expect: Expecting ',' delimiter: line 1 column 4 (char 3) 3 1 4
# expect: Expecting ':' delimiter: line 1 column 6 (char 5) 5 1 6
# expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2
# expect: Unterminated string starting at: line 1 column 1 (char 0) 0 1 1
# expect: Extra data: line 1 column 4 (char 3) 3 1 4
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1
# expect: Invalid \escape: line 1 column 2 (char 1) 1 1 2
# expect: Expecting value: line 1 column 7 (char 6) 6 1 7
# expect: Expecting value: line 1 column 4 (char 3) 3 1 4
# expect: Expecting property name enclosed in double quotes: line 1 column 8 (char 7) 7 1 8
# expect: Invalid control character at: line 1 column 2 (char 1) 1 1 2
# expect: Expecting value: line 1 column 1 (char 0) 0 1 1
# expect: Extra data: line 1 column 2 (char 1) 1 1 2
# expect: Invalid \uXXXX escape: line 1 column 3 (char 2) 2 1 3
# expect: Expecting value: line 3 column 3 (char 4) 4 3 3
# expect: ValueError Circular reference detected
# expect: TypeError keys must be str, int, float, bool or None, not tuple
# expect: TypeError Object of type set is not JSON serializable
# expect: ValueError Out of range float values are not JSON compliant
# expect: TypeError the JSON object must be str, bytes or bytearray, not int
# expect: {"k": 1} [1.5, [1]]
# expect: ["<object>", 1]
# expect: {'x': [1]} ([1], 3)
