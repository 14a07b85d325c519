// What: see str_format.h.
// Threads: pure functions.
#include "vm/object/text/str_format.h"

#include "vm/object/text/format_spec.h"
#include "vm/object/text/utf8.h"

namespace gilsim {

bool FormatTemplate::fail(const char* message) {
  error_ = Status::value_error(message);
  return false;
}

FormatTemplate::Item FormatTemplate::next(FormatField& field) {
  field = FormatField();
  if (at_ == text_.size()) return Item::kEnd;
  size_t brace = text_.find_first_of("{}", at_);
  if (brace == std::string_view::npos) {
    field.literal = text_.substr(at_);
    at_ = text_.size();
    return Item::kField;
  }
  bool doubled = brace + 1 < text_.size() && text_[brace + 1] == text_[brace];
  if (doubled) {  // one of the two is text
    field.literal = text_.substr(at_, brace + 1 - at_);
    at_ = brace + 2;
    return Item::kField;
  }
  if (text_[brace] == '}') {
    fail("Single '}' encountered in format string");
    return Item::kError;
  }
  if (brace + 1 == text_.size()) {
    fail("Single '{' encountered in format string");
    return Item::kError;
  }
  field.literal = text_.substr(at_, brace - at_);
  field.has_field = true;
  at_ = brace + 1;
  return parse_field(field) ? Item::kField : Item::kError;
}

// The name ends at '}', ':' or '!', but not inside brackets.
bool FormatTemplate::parse_field(FormatField& field) {
  size_t start = at_;
  char c = 0;
  while (at_ < text_.size()) {
    c = text_[at_++];
    if (c == '{') return fail("unexpected '{' in field name");
    if (c == '[') {
      size_t close = text_.find(']', at_);
      at_ = close == std::string_view::npos ? text_.size() : close;
      continue;
    }
    if (c == '}' || c == ':' || c == '!') break;
  }
  if (c != '}' && c != ':' && c != '!') return fail("expected '}' before end of string");
  field.name = text_.substr(start, at_ - 1 - start);
  if (c == '}') return true;
  if (c == '!') {
    if (at_ == text_.size()) {
      return fail("end of string while looking for conversion specifier");
    }
    field.conversion = next_code_point(text_, at_);
    if (at_ < text_.size()) {
      c = text_[at_++];
      if (c == '}') return true;
      if (c != ':') return fail("expected ':' after conversion specifier");
    }
  }
  return parse_spec(field);
}

bool FormatTemplate::parse_spec(FormatField& field) {
  size_t start = at_;
  for (int depth = 1; at_ < text_.size();) {
    char c = text_[at_++];
    if (c == '{') {
      field.spec_has_fields = true;
      ++depth;
    } else if (c == '}' && --depth == 0) {
      field.spec = text_.substr(start, at_ - 1 - start);
      return true;
    }
  }
  return fail("unmatched '{' in format spec");
}

// ---- names
Status FormatNumbering::next(bool automatic, int64_t& index) {
  State asked = automatic ? State::kAutomatic : State::kManual;
  if (state_ == State::kUndecided) state_ = asked;
  if (state_ != asked) {
    return Status::value_error(
        automatic ? "cannot switch from manual field specification to automatic field numbering"
                  : "cannot switch from automatic field numbering to manual field specification");
  }
  if (automatic) index = count_++;
  return {};
}

// The number that the whole name is; -1: it is none.
static Status whole_number(std::string_view name, int64_t& value) {
  size_t at = 0;
  // A name that is too long to be a number counts as one only if it is all digits.
  Status s = parse_format_integer(name, at, value);
  if (s.ok() && at != name.size()) value = -1;
  return s;
}

Status FieldPath::start(std::string_view name, FormatNumbering* numbering) {
  size_t end = name.find_first_of(".[");
  if (end == std::string_view::npos) end = name.size();
  first_ = name.substr(0, end);
  rest_ = name.substr(end);
  first_index_ = -1;
  if (Status s = whole_number(first_, first_index_); !s.ok()) return s;
  if (numbering == nullptr || (!first_.empty() && first_index_ < 0)) return {};
  return numbering->next(first_.empty(), first_index_);
}

FieldPath::Step FieldPath::fail(const char* message) {
  error_ = Status::value_error(message);
  return Step::kError;
}

FieldPath::Step FieldPath::next() {
  if (rest_.empty()) return Step::kEnd;
  bool attribute = rest_[0] == '.';
  if (!attribute && rest_[0] != '[') {
    return fail("Only '.' or '[' may follow ']' in format field specifier");
  }
  rest_.remove_prefix(1);
  size_t end = attribute ? rest_.find_first_of(".[") : rest_.find(']');
  if (!attribute && end == std::string_view::npos) return fail("Missing ']' in format string");
  step_name_ = rest_.substr(0, end);
  rest_.remove_prefix(attribute ? step_name_.size() : end + 1);
  step_index_ = -1;
  if (!attribute) {
    error_ = whole_number(step_name_, step_index_);
    if (!error_.ok()) return Step::kError;
  }
  if (step_name_.empty()) return fail("Empty attribute in format string");
  return attribute ? Step::kAttribute : Step::kItem;
}

Status check_conversion(char32_t c) {
  if (c == 0 || c == 'r' || c == 's' || c == 'a') return {};
  std::string message = "Unknown conversion specifier ";
  if (c > 32 && c < 127) {
    message += static_cast<char>(c);
  } else {
    std::string digits;
    for (; c != 0; c >>= 4) digits.insert(digits.begin(), "0123456789abcdef"[c & 15]);
    message += "\\x" + digits;
  }
  return Status::value_error(std::move(message));
}

Status replacement_index_error(int64_t index) {
  return Status::fail(TextError::kIndexError, "Replacement index " + std::to_string(index) +
                                                  " out of range for positional args tuple");
}

}  // namespace gilsim
