# textwrap: wrap, fill, shorten, dedent, indent
import textwrap

t="The quick brown fox jumped over the lazy dog, well-known for its slow-moving pace. Averyveryverylongwordthatdoesnotfit here."
for w in (10,20,40): print(textwrap.wrap(t,w))
print(textwrap.fill(t,30,initial_indent='* ',subsequent_indent='  '))
print(textwrap.shorten(t,30), textwrap.shorten('hello world',5,placeholder='..'))
print(repr(textwrap.dedent('''
   a
     b
   
   c
''')))
print(repr(textwrap.indent('a\n\nb\n','> ')))
# expect: ['The quick', 'brown fox', 'jumped', 'over the', 'lazy dog,', 'well-known', 'for its', 'slow-', 'moving', 'pace. Aver', 'yveryveryl', 'ongwordtha', 'tdoesnotfi', 't here.']
# expect: ['The quick brown fox', 'jumped over the lazy', 'dog, well-known for', 'its slow-moving', 'pace. Averyveryveryl', 'ongwordthatdoesnotfi', 't here.']
# expect: ['The quick brown fox jumped over the lazy', 'dog, well-known for its slow-moving', 'pace.', 'Averyveryverylongwordthatdoesnotfit', 'here.']
# expect: * The quick brown fox jumped
# expect:   over the lazy dog, well-
# expect:   known for its slow-moving
# expect:   pace. Averyveryverylongwordt
# expect:   hatdoesnotfit here.
# expect: The quick brown fox [...] ..
# expect: '\na\n  b\n\nc\n'
# expect: '> a\n\n> b\n'
