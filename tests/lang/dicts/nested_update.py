# dicts in dicts and in lists
d = {"l": [{"k": 1}]}
d["l"][0]["k"] += 5
d["l"].append({})
d["l"][1]["z"] = d["l"][0]
print(d)
# expect: {'l': [{'k': 6}, {'z': {'k': 6}}]}
