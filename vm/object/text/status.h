// What: how text and number algorithms report failure: which exception the caller should raise, and
//   with what text.
// Idea: this tier knows no exception objects, so an error is an enum plus the wording of CPython
//   3.11.
// Threads: a plain value.
// Not here: raising (vm/object/ops.h: Errors).
#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace gilsim {

enum class TextError : uint8_t {
  kNone,
  kValueError,
  kTypeError,
  kOverflowError,
  kZeroDivisionError,
  kIndexError,
  kMemoryError,
  kLookupError,
};

struct [[nodiscard]] Status {
  TextError error = TextError::kNone;
  std::string message;

  bool ok() const { return error == TextError::kNone; }
  static Status fail(TextError error, std::string message) { return {error, std::move(message)}; }
  static Status value_error(std::string message) {
    return {TextError::kValueError, std::move(message)};
  }
  static Status overflow_error(std::string message) {
    return {TextError::kOverflowError, std::move(message)};
  }
  static Status zero_division(std::string message) {
    return {TextError::kZeroDivisionError, std::move(message)};
  }
  static Status memory_error() { return {TextError::kMemoryError, {}}; }
};

}  // namespace gilsim
