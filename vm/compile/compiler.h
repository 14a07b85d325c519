// What: the compiler: syntax tree to code objects.
// Threads: one compilation on one thread; results are immutable.
// Not here: running (vm/interp).
#pragma once

#include <memory>
#include <optional>

#include "vm/bytecode/code.h"
#include "vm/syntax/ast.h"

namespace gilsim {

struct CompileOptions {
  CompileMode mode = CompileMode::kModule;
};
struct CompileResult {
  std::shared_ptr<const Code> code;
  std::optional<SyntaxProblem> problem;
  bool ok() const { return !problem; }
};
CompileResult compile_module(const SourceFile& source, const Tree& tree,
                             const CompileOptions& options);

}  // namespace gilsim
