// What: the lexer over any bytes: it ends, gives a problem or tokens that lie in the text.
#include <cstdlib>
#include <string>
#include <vector>

#include "vm/syntax/token.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  gilsim::SourceFile source{"f.py", std::string(reinterpret_cast<const char*>(data), size)};
  std::vector<gilsim::Token> tokens;
  gilsim::LexicalProblem problem;
  gilsim::tokenize(source, tokens, problem);
  for (const gilsim::Token& token : tokens) {
    if (token.offset + token.text.size() > source.text.size() + 1) std::abort();
    if (token.place.line == 0 || token.place.end_line < token.place.line) std::abort();
  }
  return 0;
}
