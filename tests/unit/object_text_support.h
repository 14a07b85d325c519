// What: what the tests of text algorithms share: an outcome as one string.
#pragma once

#include <limits>
#include <string>

#include "vm/object/text/bigint.h"
#include "vm/object/text/status.h"

namespace gilsim {

inline constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

inline const char* error_name(TextError error) {
  switch (error) {
    case TextError::kNone:
      return "";
    case TextError::kValueError:
      return "ValueError";
    case TextError::kTypeError:
      return "TypeError";
    case TextError::kOverflowError:
      return "OverflowError";
    case TextError::kZeroDivisionError:
      return "ZeroDivisionError";
    case TextError::kIndexError:
      return "IndexError";
    case TextError::kMemoryError:
      return "MemoryError";
    case TextError::kLookupError:
      return "LookupError";
  }
  return "";
}
// The result, or "ErrorName: message".
inline std::string outcome(const Status& status, const std::string& result) {
  return status.ok() ? result : error_name(status.error) + (": " + status.message);
}

inline std::string text_of(const BigInt& n) {
  std::string text;
  Status status = append_int_text(text, n, 10, 0);
  return outcome(status, text);
}
// From decimal digits with a sign.
inline BigInt big(std::string_view digits) {
  BigInt n;
  if (!int_from_text(digits, 10, false, n, 0).ok()) return BigInt();
  return n;
}

}  // namespace gilsim
