// What: comparison of code objects.
#include "vm/bytecode/code_equal.h"

#include <algorithm>
#include <bit>

namespace gilsim {

bool literal_equal(const Literal& a, const Literal& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Literal::Kind::None:
    case Literal::Kind::False:
    case Literal::Kind::True:
    case Literal::Kind::Ellipsis:
      return true;
    case Literal::Kind::Int:
      return a.integer == b.integer;
    case Literal::Kind::BigInt:
      return a.integer == b.integer && a.text == b.text;
    case Literal::Kind::Float:
      return std::bit_cast<uint64_t>(a.real) == std::bit_cast<uint64_t>(b.real);
    case Literal::Kind::Str:
    case Literal::Kind::Bytes:
      return a.text == b.text;
    case Literal::Kind::Tuple:
    case Literal::Kind::FrozenSet:
      return std::ranges::equal(a.items, b.items, literal_equal);
    case Literal::Kind::Code:
      return a.code == b.code || (a.code && b.code && code_equal(*a.code, *b.code));
  }
  return false;
}

namespace {

bool same_header(const Code& a, const Code& b) {
  return a.name == b.name && a.qualified_name == b.qualified_name && a.file_name == b.file_name &&
         a.has_doc == b.has_doc && (!a.has_doc || a.doc == b.doc) && a.first_line == b.first_line &&
         a.flags == b.flags && a.positional_count == b.positional_count &&
         a.positional_only_count == b.positional_only_count &&
         a.keyword_only_count == b.keyword_only_count && a.local_count == b.local_count &&
         a.register_count == b.register_count;
}

bool same_handler(const Handler& a, const Handler& b) {
  return a.start == b.start && a.end == b.end && a.handler == b.handler && a.depth == b.depth &&
         a.target == b.target;
}

}  // namespace

bool code_equal(const Code& a, const Code& b) {
  return same_header(a, b) && a.local_names == b.local_names &&
         a.cell_registers == b.cell_registers && a.free_names == b.free_names &&
         a.names == b.names && a.instructions == b.instructions && a.lines == b.lines &&
         std::ranges::equal(a.handlers, b.handlers, same_handler) &&
         std::ranges::equal(a.constants, b.constants, literal_equal);
}

}  // namespace gilsim
