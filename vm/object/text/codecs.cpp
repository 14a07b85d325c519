// What: see codecs.h.
// Threads: pure functions.
#include "vm/object/text/codecs.h"

#include "vm/object/text/str_repr.h"

namespace gilsim {

// ---- names
std::string_view codec_name(Codec codec) {
  switch (codec) {
    case Codec::kUtf8:
      return "utf-8";
    case Codec::kUtf8Sig:
      return "utf-8";
    case Codec::kAscii:
      return "ascii";
    case Codec::kLatin1:
      return "latin-1";
    case Codec::kUtf16:
      return "utf-16";
    case Codec::kUtf16Le:
      return "utf-16-le";
    case Codec::kUtf16Be:
      return "utf-16-be";
  }
  return "";
}

bool find_codec(std::string_view name, Codec& out) {
  struct Alias {
    const char* name;
    Codec codec;
  };
  static constexpr Alias kAliases[] = {
      {"utf8", Codec::kUtf8},       {"u8", Codec::kUtf8},       {"cp65001", Codec::kUtf8},
      {"utf8sig", Codec::kUtf8Sig}, {"ascii", Codec::kAscii},   {"usascii", Codec::kAscii},
      {"646", Codec::kAscii},       {"latin1", Codec::kLatin1}, {"iso88591", Codec::kLatin1},
      {"88591", Codec::kLatin1},    {"l1", Codec::kLatin1},     {"latin", Codec::kLatin1},
      {"utf16", Codec::kUtf16},     {"u16", Codec::kUtf16},     {"utf16le", Codec::kUtf16Le},
      {"utf16be", Codec::kUtf16Be},
  };
  std::string plain;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c |= 0x20;
    if (c != '-' && c != '_' && c != ' ') plain.push_back(c);
  }
  for (const Alias& alias : kAliases) {
    if (plain != alias.name) continue;
    out = alias.codec;
    return true;
  }
  return false;
}

bool find_codec_errors(std::string_view name, CodecErrors& out) {
  static constexpr const char* kNames[] = {"strict",           "ignore",          "replace",
                                           "backslashreplace", "surrogateescape", "surrogatepass",
                                           "xmlcharrefreplace"};
  for (size_t k = 0; k < std::size(kNames); ++k) {
    if (name != kNames[k]) continue;
    out = static_cast<CodecErrors>(k);
    return true;
  }
  return false;
}

// ---- decoding
// What the handler puts in the place of bytes that cannot be decoded. False: it is an error.
static bool handle_decoding(std::string& out, std::string_view bad, CodecErrors errors) {
  switch (errors) {
    case CodecErrors::kIgnore:
      return true;
    case CodecErrors::kReplace:
      append_utf8(out, 0xfffd);
      return true;
    case CodecErrors::kBackslashReplace:
      for (char c : bad) append_escape(out, static_cast<unsigned char>(c));
      return true;
    case CodecErrors::kSurrogateEscape:
      for (char c : bad) {
        if (static_cast<unsigned char>(c) < 0x80) return false;
      }
      for (char c : bad) append_utf8(out, 0xdc00 + static_cast<unsigned char>(c));
      return true;
    default:
      return false;
  }
}

static CodecFailure decode_utf8_text(std::string& out, std::string_view bytes, CodecErrors errors) {
  size_t at = 0;
  for (;;) {
    Utf8Error error = find_utf8_error(bytes, at);
    if (error.reason == nullptr) break;
    out.append(bytes.substr(at, error.start - at));
    at = error.end;
    std::string_view three = bytes.substr(error.start, 3);
    if (errors == CodecErrors::kSurrogatePass && three.size() == 3 && three[0] == '\xed' &&
        is_valid_utf8(three)) {
      out.append(three);
      at = error.start + 3;
    } else if (!handle_decoding(out, bytes.substr(error.start, error.end - error.start), errors)) {
      return {error.reason, error.start, error.end, codec_name(Codec::kUtf8)};
    }
  }
  out.append(bytes.substr(at));
  return {};
}

static CodecFailure decode_single_bytes(std::string& out, std::string_view bytes, bool ascii,
                                        CodecErrors errors) {
  for (size_t at = 0; at < bytes.size();) {
    size_t plain = ascii_prefix(bytes.substr(at));
    out.append(bytes.substr(at, plain));
    at += plain;
    if (at == bytes.size()) break;
    if (!ascii) {
      append_utf8(out, static_cast<unsigned char>(bytes[at]));
    } else if (!handle_decoding(out, bytes.substr(at, 1), errors)) {
      return {"ordinal not in range(128)", at, at + 1, codec_name(Codec::kAscii)};
    }
    ++at;
  }
  return {};
}

namespace {
// One step of UTF-16: a character, or what is wrong.
struct Utf16Step {
  char32_t c = 0;
  size_t size = 2;
  const char* error = nullptr;
};
}  // namespace

static Utf16Step utf16_step(std::string_view bytes, size_t at, bool big) {
  auto unit = [&](size_t k) -> char32_t {
    auto first = static_cast<unsigned char>(bytes[k]),
         second = static_cast<unsigned char>(bytes[k + 1]);
    return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
  };
  size_t left = bytes.size() - at;
  if (left < 2) return {0, left, "truncated data"};
  char32_t c = unit(at);
  if (!is_surrogate(c)) return {c, 2, nullptr};
  if (c >= 0xdc00) return {c, 2, "illegal encoding"};
  if (left < 4) return {c, left, "unexpected end of data"};
  char32_t low = unit(at + 2);
  if (low < 0xdc00 || low > 0xdfff) return {c, 2, "illegal UTF-16 surrogate"};
  return {0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff), 4, nullptr};
}

static CodecFailure decode_utf16(std::string& out, std::string_view bytes, Codec codec,
                                 CodecErrors errors) {
  bool big = codec == Codec::kUtf16Be;
  size_t at = 0;
  if (codec == Codec::kUtf16 && bytes.size() >= 2) {
    std::string_view mark = bytes.substr(0, 2);
    big = mark == "\xfe\xff";
    if (big || mark == "\xff\xfe") at = 2;
  }
  while (at < bytes.size()) {
    Utf16Step step = utf16_step(bytes, at, big);
    if (step.error == nullptr) {
      append_utf8(out, step.c);
    } else if (errors == CodecErrors::kSurrogatePass && step.c != 0) {
      append_utf8(out, step.c);
      step.size = 2;
    } else if (!handle_decoding(out, bytes.substr(at, step.size), errors)) {
      Codec found = big ? Codec::kUtf16Be : Codec::kUtf16Le;
      return {step.error, at, at + step.size, codec_name(found)};
    }
    at += step.size;
  }
  return {};
}

CodecFailure decode_text(std::string& out, std::string_view bytes, Codec codec,
                         CodecErrors errors) {
  switch (codec) {
    case Codec::kUtf8Sig:
      if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
      return decode_utf8_text(out, bytes, errors);
    case Codec::kUtf8:
      return decode_utf8_text(out, bytes, errors);
    case Codec::kAscii:
      return decode_single_bytes(out, bytes, true, errors);
    case Codec::kLatin1:
      return decode_single_bytes(out, bytes, false, errors);
    default:
      return decode_utf16(out, bytes, codec, errors);
  }
}

// ---- encoding
namespace {
// Writes characters in one codec; what it cannot write goes through the error handler.
class Encoder {
 public:
  Encoder(std::string& out, Codec codec, CodecErrors errors)
      : out_(out), codec_(codec), errors_(errors) {}

  const char* reason(char32_t c) const {  // null: c can be written
    switch (codec_) {
      case Codec::kAscii:
        return c < 0x80 ? nullptr : "ordinal not in range(128)";
      case Codec::kLatin1:
        return c < 0x100 ? nullptr : "ordinal not in range(256)";
      default:
        return is_surrogate(c) ? "surrogates not allowed" : nullptr;
    }
  }

  void write(char32_t c) {
    switch (codec_) {
      case Codec::kAscii:
      case Codec::kLatin1:
        out_.push_back(static_cast<char>(c));
        break;
      case Codec::kUtf8:
      case Codec::kUtf8Sig:
        append_utf8(out_, c);
        break;
      default:
        if (c < 0x10000) return unit(c);
        unit(0xd800 | (c - 0x10000) >> 10);
        unit(0xdc00 | (c & 0x3ff));
    }
  }

  bool handle(char32_t c) {
    switch (errors_) {
      case CodecErrors::kStrict:
        return false;
      case CodecErrors::kIgnore:
        return true;
      case CodecErrors::kReplace:
        write('?');
        return true;
      case CodecErrors::kBackslashReplace: {
        std::string escape;
        append_escape(escape, c);
        return write_ascii(escape);
      }
      case CodecErrors::kXmlCharRef:
        return write_ascii("&#" + std::to_string(static_cast<uint32_t>(c)) + ";");
      case CodecErrors::kSurrogateEscape:
        if (c < 0xdc80 || c > 0xdcff) return false;
        out_.push_back(static_cast<char>(c & 0xff));
        return true;
      case CodecErrors::kSurrogatePass:
        if (!is_surrogate(c) || codec_ == Codec::kAscii || codec_ == Codec::kLatin1) return false;
        write(c);
        return true;
    }
    return false;
  }

  void mark() {
    if (codec_ == Codec::kUtf8Sig) out_ += "\xef\xbb\xbf";
    if (codec_ == Codec::kUtf16) out_ += "\xff\xfe";
  }

 private:
  void unit(char32_t u) {
    char high = static_cast<char>(u >> 8), low = static_cast<char>(u & 0xff);
    bool big = codec_ == Codec::kUtf16Be;
    out_.push_back(big ? high : low);
    out_.push_back(big ? low : high);
  }
  bool write_ascii(std::string_view s) {
    for (char c : s) write(static_cast<unsigned char>(c));
    return true;
  }

  std::string& out_;
  Codec codec_;
  CodecErrors errors_;
};
}  // namespace

CodecFailure encode_text(std::string& out, StrView text, Codec codec, CodecErrors errors) {
  Encoder encoder(out, codec, errors);
  encoder.mark();
  bool one_byte = codec <= Codec::kLatin1;
  if (text.single() && one_byte) return out.append(text.text), CodecFailure{};
  size_t index = 0;
  for (size_t at = 0; at < text.size(); ++index) {
    size_t start = at;
    char32_t c = next_code_point(text.text, at);
    const char* reason = encoder.reason(c);
    if (reason == nullptr) {
      encoder.write(c);
    } else if (!encoder.handle(c)) {
      // The error spans the run of characters that cannot be written; with utf-16 it is one.
      size_t first = index;
      if (codec >= Codec::kUtf16) return {reason, first, first + 1, codec_name(codec)};
      for (at = start; at < text.size(); ++index) {
        if (encoder.reason(next_code_point(text.text, at)) == nullptr) break;
      }
      return {reason, first, index, codec_name(codec)};
    }
  }
  return {};
}

// ---- messages
static std::string position_text(const CodecFailure& f) {
  std::string where = std::to_string(f.start);
  if (f.end - f.start != 1) {
    where += "-";
    where += std::to_string(static_cast<int64_t>(f.end) - 1);
  }
  return where + ": " + f.reason;
}

std::string decode_error_message(std::string_view codec, std::string_view bytes,
                                 const CodecFailure& f) {
  std::string message = "'";
  message.append(codec).append("' codec can't decode byte");
  if (f.end - f.start == 1) {
    message += " 0x";
    auto byte = static_cast<unsigned char>(bytes[f.start]);
    message += "0123456789abcdef"[byte >> 4];
    message += "0123456789abcdef"[byte & 15];
  } else {
    message += "s";
  }
  return message + " in position " + position_text(f);
}

std::string encode_error_message(std::string_view codec, std::string_view text,
                                 const CodecFailure& f) {
  std::string message = "'";
  message.append(codec).append("' codec can't encode character");
  if (f.end - f.start == 1) {
    message += " '";
    append_escape(message, decode_utf8(text.data() + utf8_offset(text, f.start)));
    message += "'";
  } else {
    message += "s";
  }
  return message + " in position " + position_text(f);
}

}  // namespace gilsim
