# the format specification of str
s = "abc"
print(f"[{s:10}] [{s:>10}] [{s:^10}] [{s:.2}] [{s:-^7.2}] [{s!r:>7}] [{s:<1}]")
# expect: [abc       ] [       abc] [   abc    ] [ab] [--ab---] [  'abc'] [abc]
