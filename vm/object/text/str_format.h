// What: the templates of str.format(): literal text, replacement fields, and the path of attributes
//   and items in a field's name.
// Idea: as with % templates the caller walks along, looks the objects up and formats them; a nested
//   spec is a template again.
// Threads: pure functions; parsers belong to one thread.
// Not here: look-ups and calls of __format__, which is for who knows objects.
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/object/text/status.h"

namespace gilsim {

// Text, and perhaps a field behind it.
struct FormatField {
  std::string_view literal;
  bool has_field = false;
  std::string_view name;
  char32_t conversion = 0;  // 'r', 's', 'a' or what the template says; 0: none
  std::string_view spec;
  bool spec_has_fields = false;  // the spec is to be expanded first
};

class FormatTemplate {
 public:
  enum class Item { kEnd, kField, kError };

  explicit FormatTemplate(std::string_view text) : text_(text) {}
  Item next(FormatField& field);
  Status& error() { return error_; }

 private:
  bool parse_field(FormatField& field);
  bool parse_spec(FormatField& field);
  bool fail(const char* message);

  std::string_view text_;
  size_t at_ = 0;
  Status error_;
};

// Whether fields are numbered by the template or by their order; one for a template and the specs
// nested in it.
class FormatNumbering {
 public:
  Status next(bool automatic, int64_t& index);

 private:
  enum class State : uint8_t { kUndecided, kAutomatic, kManual };
  State state_ = State::kUndecided;
  int64_t count_ = 0;
};

// A field's name: what to start from, then steps.
class FieldPath {
 public:
  enum class Step { kEnd, kAttribute, kItem, kError };

  // numbering null: names stand for themselves (format_map).
  Status start(std::string_view name, FormatNumbering* numbering);
  std::string_view first() const { return first_; }
  int64_t first_index() const { return first_index_; }  // -1: first() is a keyword
  Step next();
  std::string_view step_name() const { return step_name_; }
  int64_t step_index() const { return step_index_; }  // items only; -1: step_name() is the key
  Status& error() { return error_; }

 private:
  Step fail(const char* message);

  std::string_view rest_;
  std::string_view first_;
  int64_t first_index_ = -1;
  std::string_view step_name_;
  int64_t step_index_ = -1;
  Status error_;
};

// 'r', 's', 'a' and 0 are fine. CPython looks the object up first.
Status check_conversion(char32_t conversion);
Status replacement_index_error(int64_t index);
inline constexpr int kFormatDepth = 2;  // a template and the specs in it
inline constexpr const char* kFormatTooDeep = "Max string recursion exceeded";
inline constexpr const char* kFormatMapPositional = "Format string contains positional fields";

}  // namespace gilsim
