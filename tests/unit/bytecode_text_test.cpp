// What: assembler and disassembler read each other, over all Python that is at hand; and what the
// assembler says about text that is wrong.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "vm/bytecode/assembler.h"
#include "vm/bytecode/code_equal.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"
#include "vm/compile/compiler.h"
#include "vm/syntax/parser.h"

namespace gilsim {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// Null: it does not compile.
std::shared_ptr<const Code> compiled(const std::string& name, const std::string& text) {
  SourceFile source{name, text};
  ParseResult parsed = parse_module(source);
  if (!parsed.ok()) return nullptr;
  CompileResult result = compile_module(source, *parsed.tree, {});
  return result.ok() ? result.code : nullptr;
}

void expect_round_trip(const Code& code, const std::string& name) {
  std::optional<VerifyProblem> problem = verify(code);
  EXPECT_FALSE(problem) << name << ": " << problem->text();
  std::string text = disassemble(code);
  AssembleResult again = assemble(text);
  ASSERT_TRUE(again.ok()) << name << ": " << again.error;
  EXPECT_TRUE(code_equal(code, *again.code)) << name;
  EXPECT_EQ(text, disassemble(*again.code)) << name;
}

// Files of a folder and the folders in it that compile.
int round_trips(const std::filesystem::path& folder) {
  int count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".py") continue;
    std::string name = entry.path().string();
    if (auto code = compiled(name, text_of(entry.path()))) {
      expect_round_trip(*code, name);
      ++count;
    }
  }
  return count;
}

TEST(BytecodeText, OwnPrograms) {
  EXPECT_GE(round_trips("workloads"), 14);
  EXPECT_GE(round_trips("tests/lang"), 150);
  EXPECT_GE(round_trips("vm/modules/lib"), 5);
}

TEST(BytecodeText, StandardLibraryOfPython) {
  const char* folder = "/usr/lib/python3.11";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no " << folder;
  EXPECT_GE(round_trips(folder), 100);
}

TEST(BytecodeText, LiteralsOfAllKinds) {
  auto code =
      compiled("t.py",
               "x = (1, -5, 2**70, 1e300, -0.0, 1e400, 'a\\'\"\\n\\u20ac\\ud800', b'\\0\\xff',\n"
               "     ..., True, False, None, (1, ('a',)), ())\n"
               "y = 123456789012345678901234567890\n"
               "z = 5 in {1, 2, 3}\n");
  ASSERT_TRUE(code);
  expect_round_trip(*code, "literals");
}

struct Wrong {
  const char* text;
  const char* error;
};
constexpr Wrong kWrong[] = {
    {"", "line 1: "},
    {".code 0\n  .name \"x\n.end\n", "line 2: "},
    {".code 0\n  .nonsense 3\n.end\n", "line 2: "},
    {".code 0\n  Fly r0\n.end\n", "line 2: "},
    {".code 0\n  Move r0\n.end\n", "line 2: "},
    {".code 0\n  Move r0, r1, r2\n.end\n", "line 2: "},
    {".code 0\n  Move r0, x1\n.end\n", "line 2: "},
    {".code 0\n  Move r0, r99999\n.end\n", "line 2: "},
    {".code 0\n  .const int 1x\n.end\n", "line 2: "},
    {".code 0\n  .const tuple(int 1\n.end\n", "line 2: "},
    {".code 0\n  .registers 0 1\n  LoadInt r0, 1\n  Return r0\n", "line "},
    {".code 1\n.end\n", "line 1: "},
};

TEST(BytecodeText, WrongTextIsSaidWithItsLine) {
  for (const Wrong& wrong : kWrong) {
    AssembleResult result = assemble(wrong.text);
    EXPECT_FALSE(result.ok()) << wrong.text;
    EXPECT_EQ(result.error.substr(0, std::string_view(wrong.error).size()), wrong.error)
        << wrong.text << " gives " << result.error;
    EXPECT_EQ(result.error.find('\n'), std::string::npos);
  }
}

// Any prefix, and any text with one character changed, is read or refused, never a crash.
TEST(BytecodeText, DamagedTextIsRefusedOrRead) {
  auto code =
      compiled("t.py", "def f(a, *b, c=(1, 2.5), **d):\n  return [x + a for x in b if x]\n");
  std::string text = disassemble(*code);
  for (size_t k = 0; k < text.size(); ++k) {
    assemble(std::string_view(text).substr(0, k));
    for (char c : {'"', '0', '(', '\n', '\xff'}) {
      std::string damaged = text;
      damaged[k] = c;
      AssembleResult result = assemble(damaged);
      if (result.ok()) verify(*result.code);
    }
  }
}

}  // namespace
}  // namespace gilsim
