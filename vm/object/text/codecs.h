// What: encodings other than a str's own: utf-8 with its error handlers, ascii, latin-1, utf-16.
// Idea: a codec walks along until it meets what it cannot convert; the error handler says what
//   stands there instead, or that it is an error.
// Threads: pure functions.
// Not here: the exception objects, utf-32, code pages.
#pragma once

#include <string>
#include <string_view>

#include "vm/object/text/str_view.h"

namespace gilsim {

enum class Codec : uint8_t { kUtf8, kUtf8Sig, kAscii, kLatin1, kUtf16, kUtf16Le, kUtf16Be };
// Spelled in any of the usual ways. False: a LookupError, "unknown encoding: NAME".
bool find_codec(std::string_view name, Codec& out);
std::string_view codec_name(Codec codec);  // as in messages

enum class CodecErrors : uint8_t {
  kStrict,
  kIgnore,
  kReplace,
  kBackslashReplace,
  kSurrogateEscape,
  kSurrogatePass,
  kXmlCharRef,
};
// False: a LookupError, "unknown error handler name 'NAME'" (which CPython raises only when an
// error happens).
bool find_codec_errors(std::string_view name, CodecErrors& out);

struct CodecFailure {
  const char* reason = nullptr;  // null: all was converted
  size_t start = 0;              // bytes when decoding, code points when encoding
  size_t end = 0;
  std::string_view codec = {};  // the name to report: with utf-16 the byte order that was found
  bool ok() const { return reason == nullptr; }
};
CodecFailure decode_text(std::string& out, std::string_view bytes, Codec codec, CodecErrors errors);
CodecFailure encode_text(std::string& out, StrView text, Codec codec, CodecErrors errors);

// str() of UnicodeDecodeError and UnicodeEncodeError.
std::string decode_error_message(std::string_view codec, std::string_view bytes,
                                 const CodecFailure& failure);
std::string encode_error_message(std::string_view codec, std::string_view text,
                                 const CodecFailure& failure);

}  // namespace gilsim
