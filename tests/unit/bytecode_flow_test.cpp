// What: code whose instructions would find something else in their registers than they take for
// granted is refused, and its nearest correct relative is not.
#include <gtest/gtest.h>

#include <sstream>

#include "vm/bytecode/assembler.h"
#include "vm/bytecode/verifier.h"

namespace gilsim {
namespace {

// The lines with the numbers of their instructions in front.
std::string numbered(const std::string& lines) {
  std::istringstream stream(lines);
  std::string text;
  int number = 0;
  for (std::string line; std::getline(stream, line);)
    text += std::to_string(number++) + " " + line + "\n";
  return text;
}

// A function with registers r0 (a parameter), r1 .. r7, in a module that does nothing with it.
std::string program(const std::string& body, const std::string& extra = "") {
  return ".code 0\n.name \"<module>\"\n.qualified \"<module>\"\n.file \"f\"\n.first_line 1\n"
         ".flags module\n.registers 0 1\n.const code 1\n.const none\n.line 1\n"
         "0 LoadConst r0, k1\n1 Return r0\n.end\n"
         ".code 1\n.name \"f\"\n.qualified \"f\"\n.file \"f\"\n.first_line 1\n"
         ".flags generator\n.parameters 1 0 0\n.registers 2 8\n.local \"a\"\n.local \"b\"\n"
         ".cells 1\n.global \"n\"\n.const none\n.const str \"s\"\n.const tuple(str \"x\")\n" +
         extra + ".line 1\n" + numbered(body) + ".end\n";
}

std::string verdict(const std::string& body, const std::string& extra = "") {
  AssembleResult result = assemble(program(body, extra));
  EXPECT_TRUE(result.ok()) << result.error;
  if (!result.ok()) return result.error;
  std::optional<VerifyProblem> problem = verify(*result.code);
  return problem ? problem->text() : "";
}

constexpr const char* kEnd = "LoadInt r7, 1\nReturn r7\n";

TEST(Flow, ForLoopNeedsAnIterator) {
  EXPECT_EQ(verdict(std::string("GetIter r2, r0\nForLoop r2, r3, @1\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("LoadInt r2, 5\nForLoop r2, r3, @1\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("Nop\nForLoop r2, r3, @1\n") + kEnd), "");
  // On one way it is an iterator, on the other it is not.
  EXPECT_NE(verdict(std::string("LoadInt r2, 5\nJumpIfTrue r0, @3\nGetIter r2, r0\n"
                                "ForLoop r2, r3, @4\n") +
                    kEnd),
            "");
}

TEST(Flow, ListOperationsNeedAList) {
  EXPECT_EQ(verdict(std::string("BuildList r2, r2, 0\nListAppend r2, r0\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("ListAppend r2, r0\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("BuildMap r2, r2, 0\nListAppend r2, r0\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("ListToTuple r2, r0\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("BuildList r2, r2, 0\nSetAdd r2, r0\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("BuildList r2, r2, 0\nMapAdd r2, r0, r0\n") + kEnd), "");
}

TEST(Flow, WindowsHoldValues) {
  EXPECT_EQ(verdict(std::string("Move r2, r0\nMove r3, r0\nCall r2, 1\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("Move r2, r0\nCall r2, 1\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("Move r2, r0\nMove r3, r1\nCall r2, 1\n") + kEnd), "");
  EXPECT_EQ(
      verdict(std::string("Move r2, r0\nCheckBound r1, n0\nMove r3, r1\nCall r2, 1\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("BuildTuple r2, r3, 2\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("Move r2, r0\nMove r3, r2!\nBuildTuple r4, r2, 2\n") + kEnd), "");
}

TEST(Flow, CellsAreMadeBeforeTheyAreUsed) {
  EXPECT_EQ(verdict(std::string("MakeCell r1\nLoadCell r2, r1\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("LoadCell r2, r1\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("MakeCell r1\nMove r1, r0\nStoreCell r1, r0\n") + kEnd), "");
}

TEST(Flow, ExceptionsComeFromHandlers) {
  EXPECT_NE(verdict(std::string("Reraise r0\n")), "");
  EXPECT_NE(verdict(std::string("PushExc r2, r0\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("PopExc r0\n") + kEnd), "");
  EXPECT_EQ(verdict("LoadGlobal r2, n0\nReturn r2\nPushExc r3, r2\nPopExc r3\nReraise r2\n",
                    ".handler 0 1 2 2 2\n"),
            "");
  EXPECT_NE(
      verdict("LoadGlobal r2, n0\nReturn r2\nPopExc r3\nReraise r2\n", ".handler 0 1 2 2 2\n"), "");
}

TEST(Flow, CallsWithSpreadNeedTupleAndDict) {
  EXPECT_EQ(
      verdict(std::string("Move r2, r0\nLoadConst r3, k2\nLoadConst r4, k0\nCallEx r2\n") + kEnd),
      "");
  EXPECT_NE(verdict(std::string("Move r2, r0\nMove r3, r0\nLoadConst r4, k0\nCallEx r2\n") + kEnd),
            "");
  EXPECT_NE(
      verdict(std::string("Move r2, r0\nLoadConst r3, k2\nLoadConst r4, k1\nCallEx r2\n") + kEnd),
      "");
}

TEST(Flow, StringsAreBuiltOfStrings) {
  EXPECT_EQ(
      verdict(std::string("FormatValue r2, r0, 0\nLoadConst r3, k1\nBuildString r4, r2, 2\n") +
              kEnd),
      "");
  EXPECT_NE(verdict(std::string("Move r2, r0\nLoadConst r3, k1\nBuildString r4, r2, 2\n") + kEnd),
            "");
  EXPECT_NE(verdict(std::string("Move r2, r0\nMove r3, r0\nFormatValue r4, r2, 4\n") + kEnd), "");
}

TEST(Flow, DelegationNeedsAnIterator) {
  EXPECT_EQ(verdict(std::string("GetYieldFrom r2, r0\nYieldFrom r3, r2\n") + kEnd), "");
  EXPECT_NE(verdict(std::string("Move r2, r0\nYieldFrom r3, r2\n") + kEnd), "");
}

TEST(Flow, DefaultsFitTheFunction) {
  std::string extra = ".const code 2\n";
  auto function = [&](const std::string& defaults, const std::string& closure) {
    std::string text = program("LoadConst r2, " + defaults +
                                   "\nLoadConst r3, k0\nLoadConst r4, k0\nLoadConst r5, " +
                                   closure + "\nMakeFunction r6, k3, r2\n" + kEnd,
                               extra) +
                       ".code 2\n.name \"g\"\n.qualified \"g\"\n.file \"f\"\n.first_line 1\n"
                       ".registers 0 1\n.const none\n.line 1\n0 LoadConst r0, k0\n"
                       "1 Return r0\n.end\n";
    AssembleResult result = assemble(text);
    EXPECT_TRUE(result.ok()) << result.error;
    return result.ok() && !verify(*result.code);
  };
  EXPECT_TRUE(function("k0", "k0"));
  EXPECT_FALSE(function("k2", "k0"));  // one default, no parameter
  EXPECT_FALSE(function("k1", "k0"));  // no tuple
  EXPECT_FALSE(function("k0", "k2"));  // a closure for code without free names
}

}  // namespace
}  // namespace gilsim
