// What: a compiled function, class body or module, as the compiler leaves it: plain data, no
// values, no policy, no platform. Idea: constants are literals and become values when an isolate
// loads the code, so that one compilation serves every mode and world. Invariants: I1 registers 0
// .. local_count-1 are the named locals, in the order of local_names: parameters first (positional,
// then
//   keyword-only, then *args, then **kwargs); the rest, up to register_count, are temporaries.
//   I2 handlers are ordered innermost first: the first entry whose range holds the pc is the one
//   that catches. I3 lines has one entry for each instruction.
// Threads: immutable after compilation; any thread may read.
// Not here: running it (vm/interp), checking it (verifier.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "vm/bytecode/instruction.h"

namespace gilsim {

struct Code;

struct Literal {
  enum class Kind : uint8_t {
    None,
    False,
    True,
    Ellipsis,
    Int,
    BigInt,
    Float,
    Str,
    Bytes,
    Tuple,
    FrozenSet,
    Code
  };
  Kind kind = Kind::None;
  int64_t integer = 0;  // Int; BigInt: the base of its digits
  double real = 0;      // Float
  std::string text;  // Str (UTF-8, lone surrogates as WTF-8), Bytes; BigInt: digits in base 16, no
                     // prefix or sign
  std::vector<Literal> items;        // Tuple, FrozenSet
  std::shared_ptr<const Code> code;  // Code
};

// On an exception at a pc in [start, end): release registers depth .. register_count-1, put the
// exception into R[target], go to handler.
struct Handler {
  uint32_t start = 0;
  uint32_t end = 0;
  uint32_t handler = 0;
  uint16_t depth = 0;
  uint16_t target = 0;
};

// Where on its line an instruction's expression stands, for the carets of a traceback: bytes from
// the line's start. end 0: not known. end kToLineEnd: it goes on on further lines. mark: what of it
// is pointed out among the rest, from begin (an operator, an index); mark_end 0: nothing.
struct Columns {
  static constexpr uint16_t kToLineEnd = 0xffff;
  uint16_t begin = 0;
  uint16_t end = 0;
  uint16_t mark = 0;
  uint16_t mark_end = 0;
};

// Instructions [start, end) are those of a comprehension that runs in its function's frame; the one
// before start stands for the whole expression. Tracebacks show it as a frame of its own.
struct InlinedComprehension {
  uint32_t start = 0;
  uint32_t end = 0;
  std::string name;  // "<listcomp>"
};

// What a text is compiled as. All but kModule: names live in a namespace dict. kEval: one
// expression, whose value is the result. kSingle: shows what expressions give.
enum class CompileMode : uint8_t { kModule, kExec, kEval, kSingle };

enum CodeFlags : uint32_t {
  kCodeVarArgs = 1,      // has *args
  kCodeVarKeywords = 2,  // has **kwargs
  kCodeGenerator = 4,    // calling it makes a generator
  kCodeNamespace =
      8,             // names live in a namespace dict (class body, eval, exec): LoadName, StoreName
  kCodeModule = 16,  // the namespace is the globals
  kCodeLongJumps = 32,  // no fused compare-and-jump was used, since a jump was out of its range
};

struct Code {
  std::string name;
  std::string qualified_name;
  std::string file_name;
  std::string doc;  // docstring, see has_doc
  bool has_doc = false;
  uint32_t first_line = 1;
  uint32_t flags = 0;
  bool tidy = false;  // no temporary but the result holds anything at a Return; of compiled code
  uint16_t positional_count = 0;  // positional parameters, positional-only ones included
  uint16_t positional_only_count = 0;
  uint16_t keyword_only_count = 0;
  uint16_t local_count = 0;  // named locals, parameters included
  uint16_t register_count = 0;
  std::vector<std::string>
      local_names;  // one a named local register; cells keep their variable's name
  std::vector<uint16_t>
      cell_registers;  // named locals that hold a cell (MakeCell'ed in the prologue), for locals()
  std::vector<std::string> free_names;  // names of closure[i]
  std::vector<std::string> names;       // N
  std::vector<Literal> constants;       // K
  std::vector<Instruction> instructions;
  std::vector<uint32_t> lines;   // source line of each instruction, from 1; 0 for none
  std::vector<Columns> columns;  // one an instruction, or none at all (assembled code)
  std::vector<Handler> handlers;
  std::vector<InlinedComprehension>
      comprehensions;  // inner before outer ones; none in assembled code

  uint16_t parameter_count() const {
    return static_cast<uint16_t>(positional_count + keyword_only_count +
                                 ((flags & kCodeVarArgs) != 0) + ((flags & kCodeVarKeywords) != 0));
  }
};

}  // namespace gilsim
