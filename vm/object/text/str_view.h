// What: the argument type of text algorithms: bytes plus how many items (code points, or bytes)
//   they are.
// Idea: str and bytes share their algorithms. Bytes, and a str that is ASCII, have one byte an
//   item; then item index and byte offset are one, and every algorithm takes its short path.
// Threads: a plain value that does not own its text.
#pragma once

#include <string_view>

#include "vm/object/text/utf8.h"

namespace gilsim {

struct StrView {
  std::string_view text;
  size_t length = 0;      // code points of a str, bytes of a bytes
  bool is_bytes = false;  // only ASCII characters have properties and case

  static StrView str(std::string_view text) { return {text, utf8_length(text), false}; }
  static StrView bytes(std::string_view text) { return {text, text.size(), true}; }
  // A part of this text, of one byte an item if this is so.
  StrView part(std::string_view piece) const {
    return {piece, single() ? piece.size() : utf8_length(piece), is_bytes};
  }

  size_t size() const { return text.size(); }
  bool single() const { return length == text.size(); }  // one byte an item
  size_t offset_of(size_t index) const {
    if (single()) return index < length ? index : length;
    return utf8_offset(text, index);
  }
  size_t index_of(size_t offset) const { return single() ? offset : utf8_index(text, offset); }
};

}  // namespace gilsim
