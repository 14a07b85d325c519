# textwrap: where a line may end: hyphens, dashes, ends of sentences.
import textwrap

t = "Hello there -- you goof-ball, use the -b option! This is a non-breaking hyphen-ated text--with dashes. 1994-01-26 state-of-the-art"
for w in (10, 20, 33, 50):
    print(textwrap.wrap(t, w))
    print(textwrap.wrap(t, w, break_on_hyphens=False))
print(textwrap.wrap("End. Next one? Yes.  No! \"Quoted.\" After", 60, fix_sentence_endings=True))
print(textwrap.shorten("Hello  world! and more", width=12), textwrap.shorten("Hello world", width=10, placeholder="..."))
try: textwrap.shorten("x" * 20, width=3, placeholder="(.....)")
except ValueError as e: print(e)
# expect: ['Hello', 'there --', 'you goof-', 'ball, use', 'the -b', 'option!', 'This is a', 'non-', 'breaking', 'hyphen-', 'ated text', '--with', 'dashes.', '1994-01-26', 'state-of-', 'the-art']
# expect: ['Hello', 'there --', 'you', 'goof-ball,', 'use the -b', 'option!', 'This is a ', 'non-breaki', 'ng hyphen-', 'ated', 'text--with', 'dashes.', '1994-01-26', 'state-of-t', 'he-art']
# expect: ['Hello there -- you', 'goof-ball, use the', '-b option! This is a', 'non-breaking hyphen-', 'ated text--with', 'dashes. 1994-01-26', 'state-of-the-art']
# expect: ['Hello there -- you', 'goof-ball, use the', '-b option! This is a', 'non-breaking', 'hyphen-ated', 'text--with dashes.', '1994-01-26', 'state-of-the-art']
# expect: ['Hello there -- you goof-ball, use', 'the -b option! This is a non-', 'breaking hyphen-ated text--with', 'dashes. 1994-01-26 state-of-the-', 'art']
# expect: ['Hello there -- you goof-ball, use', 'the -b option! This is a', 'non-breaking hyphen-ated', 'text--with dashes. 1994-01-26', 'state-of-the-art']
# expect: ['Hello there -- you goof-ball, use the -b option!', 'This is a non-breaking hyphen-ated text--with', 'dashes. 1994-01-26 state-of-the-art']
# expect: ['Hello there -- you goof-ball, use the -b option!', 'This is a non-breaking hyphen-ated text--with', 'dashes. 1994-01-26 state-of-the-art']
# expect: ['End.  Next one?  Yes.  No!  "Quoted."  After']
# expect: Hello [...] Hello...
# expect: placeholder too large for max width
