// What: trees of every statement and expression, as CPython 3.11 parses them.
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

TEST(SyntaxParser, Assignments) {
  expect_trees({
      {"x = 1\n", "[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))]"},
      {"a = b = c, d\n",
       "[Assign(targets=[Name(id='a', ctx=Store()), Name(id='b', ctx=Store())], value=Tuple(el"
       "ts=[Name(id='c', ctx=Load()), Name(id='d', ctx=Load())], ctx=Load()))]"},
      {"*a, (b, [c.d, e[0]]) = f\n",
       "[Assign(targets=[Tuple(elts=[Starred(value=Name(id='a', ctx=Store()), ctx=Store()), Tu"
       "ple(elts=[Name(id='b', ctx=Store()), List(elts=[Attribute(value=Name(id='c', ctx=Load("
       ")), attr='d', ctx=Store()), Subscript(value=Name(id='e', ctx=Load()), slice=Constant(v"
       "alue=0), ctx=Store())], ctx=Store())], ctx=Store())], ctx=Store())], value=Name(id='f'"
       ", ctx=Load()))]"},
      {"x: int\n",
       "[AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()), si"
       "mple=1)]"},
      {"(x): int = 3\n",
       "[AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()), va"
       "lue=Constant(value=3), simple=0)]"},
      {"a.b: str = c\n",
       "[AnnAssign(target=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Store()), an"
       "notation=Name(id='str', ctx=Load()), value=Name(id='c', ctx=Load()), simple=0)]"},
      {"x += 1\n",
       "[AugAssign(target=Name(id='x', ctx=Store()), op=Add(), value=Constant(value=1))]"},
      {"x **= yield\n", "[AugAssign(target=Name(id='x', ctx=Store()), op=Pow(), value=Yield())]"},
      {"x = y = yield a, b\n",
       "[Assign(targets=[Name(id='x', ctx=Store()), Name(id='y', ctx=Store())], value=Yield(va"
       "lue=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load())))]"},
  });
}

TEST(SyntaxParser, Operators) {
  expect_trees({
      {"a or b and not c\n",
       "[Expr(value=BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), BoolOp(op=And(), values="
       "[Name(id='b', ctx=Load()), UnaryOp(op=Not(), operand=Name(id='c', ctx=Load()))])]))]"},
      {"a < b <= c != d is not e not in f\n",
       "[Expr(value=Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), LtE(), NotEq(), IsNot(),"
       " NotIn()], comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load()), Name(id='d"
       "', ctx=Load()), Name(id='e', ctx=Load()), Name(id='f', ctx=Load())]))]"},
      {"-a ** -b ** c\n",
       "[Expr(value=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), "
       "right=UnaryOp(op=USub(), operand=BinOp(left=Name(id='b', ctx=Load()), op=Pow(), right="
       "Name(id='c', ctx=Load()))))))]"},
      {"a + b * c - d // e % f @ g\n",
       "[Expr(value=BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=Add(), right=BinOp(left"
       "=Name(id='b', ctx=Load()), op=Mult(), right=Name(id='c', ctx=Load()))), op=Sub(), righ"
       "t=BinOp(left=BinOp(left=BinOp(left=Name(id='d', ctx=Load()), op=FloorDiv(), right=Name"
       "(id='e', ctx=Load())), op=Mod(), right=Name(id='f', ctx=Load())), op=MatMult(), right="
       "Name(id='g', ctx=Load()))))]"},
      {"a | b ^ c & d << 1 >> 2\n",
       "[Expr(value=BinOp(left=Name(id='a', ctx=Load()), op=BitOr(), right=BinOp(left=Name(id="
       "'b', ctx=Load()), op=BitXor(), right=BinOp(left=Name(id='c', ctx=Load()), op=BitAnd(),"
       " right=BinOp(left=BinOp(left=Name(id='d', ctx=Load()), op=LShift(), right=Constant(val"
       "ue=1)), op=RShift(), right=Constant(value=2))))))]"},
      {"~a + (b - c)\n",
       "[Expr(value=BinOp(left=UnaryOp(op=Invert(), operand=Name(id='a', ctx=Load())), op=Add("
       "), right=BinOp(left=Name(id='b', ctx=Load()), op=Sub(), right=Name(id='c', ctx=Load())"
       ")))]"},
      {"a if b else c if d else e\n",
       "[Expr(value=IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load()), orelse"
       "=IfExp(test=Name(id='d', ctx=Load()), body=Name(id='c', ctx=Load()), orelse=Name(id='e"
       "', ctx=Load()))))]"},
      {"(y := 5) + y\n",
       "[Expr(value=BinOp(left=NamedExpr(target=Name(id='y', ctx=Store()), value=Constant(valu"
       "e=5)), op=Add(), right=Name(id='y', ctx=Load())))]"},
      {"not a == b\n",
       "[Expr(value=UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), ops=[Eq()"
       "], comparators=[Name(id='b', ctx=Load())])))]"},
  });
}

TEST(SyntaxParser, Calls) {
  expect_trees({
      {"f()\n", "[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[], keywords=[]))]"},
      {"f(a, *b, c=1, **d)\n",
       "[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load()), Starre"
       "d(value=Name(id='b', ctx=Load()), ctx=Load())], keywords=[keyword(arg='c', value=Const"
       "ant(value=1)), keyword(value=Name(id='d', ctx=Load()))]))]"},
      {"f(*a, b)\n",
       "[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Starred(value=Name(id='a', ctx=L"
       "oad()), ctx=Load()), Name(id='b', ctx=Load())], keywords=[]))]"},
      {"f(x for x in y)\n",
       "[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name(id='x', ct"
       "x=Load()), generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y"
       "', ctx=Load()), ifs=[], is_async=0)])], keywords=[]))]"},
      {"f(a := 1)\n",
       "[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[NamedExpr(target=Name(id='a', ct"
       "x=Store()), value=Constant(value=1))], keywords=[]))]"},
      {"f(a=1, *b)\n",
       "[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Starred(value=Name(id='b', ctx=L"
       "oad()), ctx=Load())], keywords=[keyword(arg='a', value=Constant(value=1))]))]"},
      {"f(a)(b)[c].d\n",
       "[Expr(value=Attribute(value=Subscript(value=Call(func=Call(func=Name(id='f', ctx=Load("
       ")), args=[Name(id='a', ctx=Load())], keywords=[]), args=[Name(id='b', ctx=Load())], ke"
       "ywords=[]), slice=Name(id='c', ctx=Load()), ctx=Load()), attr='d', ctx=Load()))]"},
  });
}

TEST(SyntaxParser, Displays) {
  expect_trees({
      {"()\n", "[Expr(value=Tuple(elts=[], ctx=Load()))]"},
      {"(a,)\n", "[Expr(value=Tuple(elts=[Name(id='a', ctx=Load())], ctx=Load()))]"},
      {"[]\n", "[Expr(value=List(elts=[], ctx=Load()))]"},
      {"[a, *b]\n",
       "[Expr(value=List(elts=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', ctx=Load()"
       "), ctx=Load())], ctx=Load()))]"},
      {"{}\n", "[Expr(value=Dict(keys=[], values=[]))]"},
      {"{a, *b}\n",
       "[Expr(value=Set(elts=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', ctx=Load())"
       ", ctx=Load())]))]"},
      {"{a: b, **c}\n",
       "[Expr(value=Dict(keys=[Name(id='a', ctx=Load()), None], values=[Name(id='b', ctx=Load("
       ")), Name(id='c', ctx=Load())]))]"},
      {"{a: b for a, b in c if d if e}\n",
       "[Expr(value=DictComp(key=Name(id='a', ctx=Load()), value=Name(id='b', ctx=Load()), gen"
       "erators=[comprehension(target=Tuple(elts=[Name(id='a', ctx=Store()), Name(id='b', ctx="
       "Store())], ctx=Store()), iter=Name(id='c', ctx=Load()), ifs=[Name(id='d', ctx=Load()),"
       " Name(id='e', ctx=Load())], is_async=0)]))]"},
      {"{a for b in c}\n",
       "[Expr(value=SetComp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Nam"
       "e(id='b', ctx=Store()), iter=Name(id='c', ctx=Load()), ifs=[], is_async=0)]))]"},
      {"[a for b in c for d in e]\n",
       "[Expr(value=ListComp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Na"
       "me(id='b', ctx=Store()), iter=Name(id='c', ctx=Load()), ifs=[], is_async=0), comprehen"
       "sion(target=Name(id='d', ctx=Store()), iter=Name(id='e', ctx=Load()), ifs=[], is_async"
       "=0)]))]"},
      {"(a for b, in c)\n",
       "[Expr(value=GeneratorExp(elt=Name(id='a', ctx=Load()), generators=[comprehension(targe"
       "t=Tuple(elts=[Name(id='b', ctx=Store())], ctx=Store()), iter=Name(id='c', ctx=Load()),"
       " ifs=[], is_async=0)]))]"},
      {"{(a := b): c}\n",
       "[Expr(value=Dict(keys=[NamedExpr(target=Name(id='a', ctx=Store()), value=Name(id='b', "
       "ctx=Load()))], values=[Name(id='c', ctx=Load())]))]"},
  });
}

TEST(SyntaxParser, Slices) {
  expect_trees({
      {"a[b]\n",
       "[Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Name(id='b', ctx=Load()), "
       "ctx=Load()))]"},
      {"a[b:c]\n",
       "[Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Slice(lower=Name(id='b', c"
       "tx=Load()), upper=Name(id='c', ctx=Load())), ctx=Load()))]"},
      {"a[:, ::d]\n",
       "[Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Slice(), Slice"
       "(step=Name(id='d', ctx=Load()))], ctx=Load()), ctx=Load()))]"},
      {"a[*b]\n",
       "[Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Starred(value="
       "Name(id='b', ctx=Load()), ctx=Load())], ctx=Load()), ctx=Load()))]"},
      {"a[b:c, d]\n",
       "[Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Slice(lower=Na"
       "me(id='b', ctx=Load()), upper=Name(id='c', ctx=Load())), Name(id='d', ctx=Load())], ct"
       "x=Load()), ctx=Load()))]"},
      {"a[()]\n",
       "[Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[], ctx=Load())"
       ", ctx=Load()))]"},
  });
}

TEST(SyntaxParser, Statements) {
  expect_trees({
      {"pass; break; continue\n", "[Pass(), Break(), Continue()]"},
      {"return\n", "[Return()]"},
      {"return *a, b\n",
       "[Return(value=Tuple(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load()), Name(id"
       "='b', ctx=Load())], ctx=Load()))]"},
      {"del a, b[c], (d, e)\n",
       "[Delete(targets=[Name(id='a', ctx=Del()), Subscript(value=Name(id='b', ctx=Load()), sl"
       "ice=Name(id='c', ctx=Load()), ctx=Del()), Tuple(elts=[Name(id='d', ctx=Del()), Name(id"
       "='e', ctx=Del())], ctx=Del())])]"},
      {"raise\n", "[Raise()]"},
      {"raise a from b\n", "[Raise(exc=Name(id='a', ctx=Load()), cause=Name(id='b', ctx=Load()))]"},
      {"assert a, b\n", "[Assert(test=Name(id='a', ctx=Load()), msg=Name(id='b', ctx=Load()))]"},
      {"global a, b\n", "[Global(names=['a', 'b'])]"},
      {"nonlocal a\n", "[Nonlocal(names=['a'])]"},
      {"import a.b as c, d\n", "[Import(names=[alias(name='a.b', asname='c'), alias(name='d')])]"},
      {"from . import a\n", "[ImportFrom(names=[alias(name='a')], level=1)]"},
      {"from ..a.b import (c as d, e,)\n",
       "[ImportFrom(module='a.b', names=[alias(name='c', asname='d'), alias(name='e')], level="
       "2)]"},
      {"from a import *\n", "[ImportFrom(module='a', names=[alias(name='*')], level=0)]"},
  });
}

TEST(SyntaxParser, Compound) {
  expect_trees({
      {"if a: b\nelif c: d\nelse: e\n",
       "[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))], orelse"
       "=[If(test=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))], orels"
       "e=[Expr(value=Name(id='e', ctx=Load()))])])]"},
      {"while a:\n    b\nelse:\n    c\n",
       "[While(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))], ore"
       "lse=[Expr(value=Name(id='c', ctx=Load()))])]"},
      {"for a, *b in c, d:\n  pass\nelse:\n  e\n",
       "[For(target=Tuple(elts=[Name(id='a', ctx=Store()), Starred(value=Name(id='b', ctx=Stor"
       "e()), ctx=Store())], ctx=Store()), iter=Tuple(elts=[Name(id='c', ctx=Load()), Name(id="
       "'d', ctx=Load())], ctx=Load()), body=[Pass()], orelse=[Expr(value=Name(id='e', ctx=Loa"
       "d()))])]"},
      {"for x in *a, b: pass\n",
       "[For(target=Name(id='x', ctx=Store()), iter=Tuple(elts=[Starred(value=Name(id='a', ctx"
       "=Load()), ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), body=[Pass()], orelse=["
       "])]"},
      {"try:\n  a\nexcept B as c:\n  d\nexcept (E, F): g\nexcept:\n  h\nelse:\n  i\nfinally:\n"
       "  j\n",
       "[Try(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptHandler(type=Name(id"
       "='B', ctx=Load()), name='c', body=[Expr(value=Name(id='d', ctx=Load()))]), ExceptHandl"
       "er(type=Tuple(elts=[Name(id='E', ctx=Load()), Name(id='F', ctx=Load())], ctx=Load()), "
       "body=[Expr(value=Name(id='g', ctx=Load()))]), ExceptHandler(body=[Expr(value=Name(id='"
       "h', ctx=Load()))])], orelse=[Expr(value=Name(id='i', ctx=Load()))], finalbody=[Expr(va"
       "lue=Name(id='j', ctx=Load()))])]"},
      {"try: a\nfinally: b\n",
       "[Try(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[], orelse=[], finalbody=[E"
       "xpr(value=Name(id='b', ctx=Load()))])]"},
      {"with a, b as c: d\n",
       "[With(items=[withitem(context_expr=Name(id='a', ctx=Load())), withitem(context_expr=Na"
       "me(id='b', ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Expr(value=Na"
       "me(id='d', ctx=Load()))])]"},
      {"with (a as b, c as (d, e),): f\n",
       "[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b'"
       ", ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()), optional_vars=Tuple(e"
       "lts=[Name(id='d', ctx=Store()), Name(id='e', ctx=Store())], ctx=Store()))], body=[Expr"
       "(value=Name(id='f', ctx=Load()))])]"},
      {"with (a, b): c\n",
       "[With(items=[withitem(context_expr=Name(id='a', ctx=Load())), withitem(context_expr=Na"
       "me(id='b', ctx=Load()))], body=[Expr(value=Name(id='c', ctx=Load()))])]"},
      {"with (a, b) as c: d\n",
       "[With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', "
       "ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Expr(value"
       "=Name(id='d', ctx=Load()))])]"},
      {"with (a).b as c[0]: d\n",
       "[With(items=[withitem(context_expr=Attribute(value=Name(id='a', ctx=Load()), attr='b',"
       " ctx=Load()), optional_vars=Subscript(value=Name(id='c', ctx=Load()), slice=Constant(v"
       "alue=0), ctx=Store()))], body=[Expr(value=Name(id='d', ctx=Load()))])]"},
      {"with (yield): a\n",
       "[With(items=[withitem(context_expr=Yield())], body=[Expr(value=Name(id='a', ctx=Load()"
       "))])]"},
  });
}

TEST(SyntaxParser, Definitions) {
  expect_trees({
      {"def f(): pass\n",
       "[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defau"
       "lts=[], defaults=[]), body=[Pass()], decorator_list=[])]"},
      {"def f(a, b=1, /, c=2, *d, e, g=3, **h): pass\n",
       "[FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a'), arg(arg='b')], args=["
       "arg(arg='c')], vararg=arg(arg='d'), kwonlyargs=[arg(arg='e'), arg(arg='g')], kw_defaul"
       "ts=[None, Constant(value=3)], kwarg=arg(arg='h'), defaults=[Constant(value=1), Constan"
       "t(value=2)]), body=[Pass()], decorator_list=[])]"},
      {"def f(a: int, *, b: str = c) -> d: pass\n",
       "[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='a', annotation=Na"
       "me(id='int', ctx=Load()))], kwonlyargs=[arg(arg='b', annotation=Name(id='str', ctx=Loa"
       "d()))], kw_defaults=[Name(id='c', ctx=Load())], defaults=[]), body=[Pass()], decorator"
       "_list=[], returns=Name(id='d', ctx=Load()))]"},
      {"def f(*a: *b): pass\n",
       "[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], vararg=arg(arg='a', ann"
       "otation=Starred(value=Name(id='b', ctx=Load()), ctx=Load())), kwonlyargs=[], kw_defaul"
       "ts=[], defaults=[]), body=[Pass()], decorator_list=[])]"},
      {"lambda: 0\n",
       "[Expr(value=Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults="
       "[], defaults=[]), body=Constant(value=0)))]"},
      {"lambda a, b=1, *c, d, **e: a\n",
       "[Expr(value=Lambda(args=arguments(posonlyargs=[], args=[arg(arg='a'), arg(arg='b')], v"
       "ararg=arg(arg='c'), kwonlyargs=[arg(arg='d')], kw_defaults=[None], kwarg=arg(arg='e'),"
       " defaults=[Constant(value=1)]), body=Name(id='a', ctx=Load())))]"},
      {"lambda *, a: a\n",
       "[Expr(value=Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[arg(arg='a')], "
       "kw_defaults=[None], defaults=[]), body=Name(id='a', ctx=Load())))]"},
      {"@a.b(c)\n@d\ndef f(): pass\n",
       "[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defau"
       "lts=[], defaults=[]), body=[Pass()], decorator_list=[Call(func=Attribute(value=Name(id"
       "='a', ctx=Load()), attr='b', ctx=Load()), args=[Name(id='c', ctx=Load())], keywords=[]"
       "), Name(id='d', ctx=Load())])]"},
      {"class A: pass\n",
       "[ClassDef(name='A', bases=[], keywords=[], body=[Pass()], decorator_list=[])]"},
      {"@a\nclass A(B, *C, d=E, **F):\n  x = 1\n",
       "[ClassDef(name='A', bases=[Name(id='B', ctx=Load()), Starred(value=Name(id='C', ctx=Lo"
       "ad()), ctx=Load())], keywords=[keyword(arg='d', value=Name(id='E', ctx=Load())), keywo"
       "rd(value=Name(id='F', ctx=Load()))], body=[Assign(targets=[Name(id='x', ctx=Store())],"
       " value=Constant(value=1))], decorator_list=[Name(id='a', ctx=Load())])]"},
  });
}

TEST(SyntaxParser, SoftKeywords) {
  expect_trees({
      {"match = case = type = _ = 1\n",
       "[Assign(targets=[Name(id='match', ctx=Store()), Name(id='case', ctx=Store()), Name(id="
       "'type', ctx=Store()), Name(id='_', ctx=Store())], value=Constant(value=1))]"},
      {"match(x)\n",
       "[Expr(value=Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', ctx=Load())], k"
       "eywords=[]))]"},
      {"match[a]\n",
       "[Expr(value=Subscript(value=Name(id='match', ctx=Load()), slice=Name(id='a', ctx=Load("
       ")), ctx=Load()))]"},
      {"match * a\n",
       "[Expr(value=BinOp(left=Name(id='match', ctx=Load()), op=Mult(), right=Name(id='a', ctx"
       "=Load())))]"},
      {"match: int\n",
       "[AnnAssign(target=Name(id='match', ctx=Store()), annotation=Name(id='int', ctx=Load())"
       ", simple=1)]"},
      {"print(match, case, type)\n",
       "[Expr(value=Call(func=Name(id='print', ctx=Load()), args=[Name(id='match', ctx=Load())"
       ", Name(id='case', ctx=Load()), Name(id='type', ctx=Load())], keywords=[]))]"},
      {"type(x)\n",
       "[Expr(value=Call(func=Name(id='type', ctx=Load()), args=[Name(id='x', ctx=Load())], ke"
       "ywords=[]))]"},
  });
}

TEST(SyntaxParser, RefusesByName) {
  for (const char* program :
       {"async def f(): pass\n", "x = 1j\n", "match a:\n  case b:\n    pass\n",
        "try:\n  a\nexcept* b:\n  c\n", "[a async for a in b]\n", "await a\n"}) {
    EXPECT_NE(tree_of(program).find("not supported by gilsim"), std::string::npos) << program;
  }
}

TEST(SyntaxParser, DeepNestingIsAnError) {
  std::string minus(50000, '-');
  EXPECT_EQ(tree_of(minus + "1\n"), "too many nested parentheses");
  EXPECT_EQ(tree_of(std::string(100000, '(')), "too many nested parentheses");
}

TEST(SyntaxParser, EvalTakesOneExpression) {
  EXPECT_TRUE(parse_expression(SourceFile("<string>", "a, b\n")).ok());
  EXPECT_FALSE(parse_expression(SourceFile("<string>", "a = 1")).ok());
  EXPECT_FALSE(parse_expression(SourceFile("<string>", "")).ok());
}

}  // namespace
}  // namespace gilsim
