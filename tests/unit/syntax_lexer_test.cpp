// What: literals, f-strings and layout, as CPython 3.11 reads them.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/syntax_dump.h"
#include "vm/syntax/parser.h"

namespace gilsim {
namespace {

// The statements of a program as ast.dump shows them, or the problem's message.
std::string tree_of(const std::string& text) {
  SourceFile source("test.py", text);
  ParseResult result = parse_module(source);
  if (!result.ok()) return result.problem->message;
  std::string dumped = Dumper().text(result.tree->root);
  constexpr size_t kBegin = sizeof "Module(body=" - 1, kEnd = sizeof ", type_ignores=[])" - 1;
  return dumped.substr(kBegin, dumped.size() - kBegin - kEnd);
}

// Pairs of a program and what CPython 3.11's ast.dump gives for it.
void expect_trees(const std::vector<std::pair<std::string, std::string>>& cases) {
  for (const auto& [program, tree] : cases) EXPECT_EQ(tree_of(program), tree) << program;
}

TEST(SyntaxLexer, Literals) {
  expect_trees({
      {"0\n00\n0x_ff\n0o17\n0b1_0\n1_000\n",
       "[Expr(value=Constant(value=0)), Expr(value=Constant(value=0)), Expr(value=Constant(val"
       "ue=255)), Expr(value=Constant(value=15)), Expr(value=Constant(value=2)), Expr(value=Co"
       "nstant(value=1000))]"},
      {"1.5\n.5\n5.\n1e10\n1_0.2_5e-3\n1e400\n",
       "[Expr(value=Constant(value=1.5)), Expr(value=Constant(value=0.5)), Expr(value=Constant"
       "(value=5.0)), Expr(value=Constant(value=10000000000.0)), Expr(value=Constant(value=0.0"
       "1025)), Expr(value=Constant(value=inf))]"},
      {"'a' \"b\" '''c\nd'''\n", "[Expr(value=Constant(value='abc\\nd'))]"},
      {"'\\n\\t\\\\\\'\\x41\\u00e9\\U0001f600\\101\\q'\n",
       "[Expr(value=Constant(value=\"\\n\\t\\\\'A\\xe9\\U0001f600A\\\\q\"))]"},
      {"r'\\n' u'x' R'\\''\n", "[Expr(value=Constant(value=\"\\\\nx\\\\'\"))]"},
      {"b'a\\xff\\0' Rb'\\x'\n", "[Expr(value=Constant(value=b'a\\xff\\x00\\\\x'))]"},
      {"'\\\na'\n", "[Expr(value=Constant(value='a'))]"},
      {"None, True, False, ...\n",
       "[Expr(value=Tuple(elts=[Constant(value=None), Constant(value=True), Constant(value=Fal"
       "se), Constant(value=Ellipsis)], ctx=Load()))]"},
      {"'\303\251\360\237\230\200'\n", "[Expr(value=Constant(value='\\xe9\\U0001f600'))]"},
      {"'\\ud800'\n", "[Expr(value=Constant(value='\\ud800'))]"},
      {"1if 2else 3\n",
       "[Expr(value=IfExp(test=Constant(value=2), body=Constant(value=1), orelse=Constant(valu"
       "e=3)))]"},
      {"99999999999999999999\n", "[Expr(value=Constant(value=int('99999999999999999999', 10)))]"},
  });
}

TEST(SyntaxLexer, Formats) {
  expect_trees({
      {"f''\n", "[Expr(value=JoinedStr(values=[]))]"},
      {"f'a{b}c'\n",
       "[Expr(value=JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', c"
       "tx=Load()), conversion=-1), Constant(value='c')]))]"},
      {"f'{a!r:>{w}.{p}}'\n",
       "[Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversio"
       "n=114, format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id"
       "='w', ctx=Load()), conversion=-1), Constant(value='.'), FormattedValue(value=Name(id='"
       "p', ctx=Load()), conversion=-1)]))]))]"},
      {"f'{a=}'\n",
       "[Expr(value=JoinedStr(values=[Constant(value='a='), FormattedValue(value=Name(id='a', "
       "ctx=Load()), conversion=114)]))]"},
      {"f'{a = !s:x}'\n",
       "[Expr(value=JoinedStr(values=[Constant(value='a = '), FormattedValue(value=Name(id='a'"
       ", ctx=Load()), conversion=115, format_spec=JoinedStr(values=[Constant(value='x')]))]))"
       "]"},
      {"f'{{}}{a}'\n",
       "[Expr(value=JoinedStr(values=[Constant(value='{}'), FormattedValue(value=Name(id='a', "
       "ctx=Load()), conversion=-1)]))]"},
      {"'a' f'b{c}' 'd'\n",
       "[Expr(value=JoinedStr(values=[Constant(value='ab'), FormattedValue(value=Name(id='c', "
       "ctx=Load()), conversion=-1), Constant(value='d')]))]"},
      {"f'{a:}'\n",
       "[Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversio"
       "n=-1, format_spec=JoinedStr(values=[]))]))]"},
      {"f'{a,}{*b, c}'\n",
       "[Expr(value=JoinedStr(values=[FormattedValue(value=Tuple(elts=[Name(id='a', ctx=Load()"
       ")], ctx=Load()), conversion=-1), FormattedValue(value=Tuple(elts=[Starred(value=Name(i"
       "d='b', ctx=Load()), ctx=Load()), Name(id='c', ctx=Load())], ctx=Load()), conversion=-1"
       ")]))]"},
      {"f'{lambda_}{(lambda: 1)}'\n",
       "[Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='lambda_', ctx=Load()), con"
       "version=-1), FormattedValue(value=Lambda(args=arguments(posonlyargs=[], args=[], kwonl"
       "yargs=[], kw_defaults=[], defaults=[]), body=Constant(value=1)), conversion=-1)]))]"},
      {"f'{a[\"b\"]}'\n",
       "[Expr(value=JoinedStr(values=[FormattedValue(value=Subscript(value=Name(id='a', ctx=Lo"
       "ad()), slice=Constant(value='b'), ctx=Load()), conversion=-1)]))]"},
      {"rf'\\n{a}'\n",
       "[Expr(value=JoinedStr(values=[Constant(value='\\\\n'), FormattedValue(value=Name(id='a"
       "', ctx=Load()), conversion=-1)]))]"},
      {"f'{yield_}{a != b}{c == d}{e <= f}'\n",
       "[Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='yield_', ctx=Load()), conv"
       "ersion=-1), FormattedValue(value=Compare(left=Name(id='a', ctx=Load()), ops=[NotEq()],"
       " comparators=[Name(id='b', ctx=Load())]), conversion=-1), FormattedValue(value=Compare"
       "(left=Name(id='c', ctx=Load()), ops=[Eq()], comparators=[Name(id='d', ctx=Load())]), c"
       "onversion=-1), FormattedValue(value=Compare(left=Name(id='e', ctx=Load()), ops=[LtE()]"
       ", comparators=[Name(id='f', ctx=Load())]), conversion=-1)]))]"},
      {"f'''{\na}'''\n",
       "[Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversio"
       "n=-1)]))]"},
  });
}

TEST(SyntaxLexer, Layout) {
  expect_trees({
      {"a = (1,\n  # comment\n  2)\n",
       "[Assign(targets=[Name(id='a', ctx=Store())], value=Tuple(elts=[Constant(value=1), Cons"
       "tant(value=2)], ctx=Load()))]"},
      {"a = 1 + \\\n 2\n",
       "[Assign(targets=[Name(id='a', ctx=Store())], value=BinOp(left=Constant(value=1), op=Ad"
       "d(), right=Constant(value=2)))]"},
      {"if a:\n\tb\n\tif c:\n\t\td\ne\n",
       "[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load())), If(test"
       "=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))], orelse=[])], o"
       "relse=[]), Expr(value=Name(id='e', ctx=Load()))]"},
      {"# only a comment", "[]"},
      {"\n\n   \n# c\na", "[Expr(value=Name(id='a', ctx=Load()))]"},
      {"a\r\nb\rc\n",
       "[Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load())), Expr(valu"
       "e=Name(id='c', ctx=Load()))]"},
      {"if a:\n  b\n\014\n  c\n",
       "[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load())), Expr(va"
       "lue=Name(id='c', ctx=Load()))], orelse=[])]"},
      {"\357\273\277a\n", "[Expr(value=Name(id='a', ctx=Load()))]"},
      {"if a:\n  b\n # odd comment\n  c\n",
       "[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load())), Expr(va"
       "lue=Name(id='c', ctx=Load()))], orelse=[])]"},
      {"h\303\251llo = \345\220\215 = 1\n",
       "[Assign(targets=[Name(id='h\\xe9llo', ctx=Store()), Name(id='\\u540d', ctx=Store())], "
       "value=Constant(value=1))]"},
  });
}

}  // namespace
}  // namespace gilsim
