// What: the native part of the module binascii: base 64 of what needs no care.
// Threads: any; pure functions.
// Not here: what is not in the alphabet or ends oddly (lib/binascii.py).
#include <array>

#include "vm/modules/modules.h"

namespace gilsim {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// _encode64(data)
Handle encode(Context& cx, const Handle* args, uint32_t) {
  std::string_view data = cx.text(args[0]);
  std::string out;
  out.reserve((data.size() + 2) / 3 * 4);
  for (size_t k = 0; k < data.size(); k += 3) {
    size_t left = data.size() - k;
    auto byte = [&](size_t n) {
      return n < left ? static_cast<uint32_t>(static_cast<unsigned char>(data[k + n])) : 0;
    };
    uint32_t bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    out += kAlphabet[bits >> 18];
    out += kAlphabet[bits >> 12 & 63];
    out += left > 1 ? kAlphabet[bits >> 6 & 63] : '=';
    out += left > 2 ? kAlphabet[bits & 63] : '=';
  }
  return cx.bytes(out);
}

// _decode64(text): None if that is not as encode() writes it, but for the newline at the end.
Handle decode(Context& cx, const Handle* args, uint32_t) {
  static const std::array<int8_t, 256> kValues = [] {
    std::array<int8_t, 256> values;
    values.fill(-1);
    for (size_t k = 0; k < kAlphabet.size(); ++k)
      values[static_cast<unsigned char>(kAlphabet[k])] = static_cast<int8_t>(k);
    return values;
  }();
  std::string_view text = cx.text(args[0]);
  size_t pads = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  if (text.size() % 4 != 0) return cx.none();
  std::string out;
  out.reserve(text.size() / 4 * 3);
  uint32_t bits = 0;
  for (size_t k = 0; k < text.size(); ++k) {
    int value = k < text.size() - pads ? kValues[static_cast<unsigned char>(text[k])] : 0;
    if (value < 0) return cx.none();
    bits = bits << 6 | static_cast<uint32_t>(value);
    if (k % 4 != 3) continue;
    for (int shift : {16, 8, 0}) out += static_cast<char>(bits >> shift & 255);
    bits = 0;
  }
  out.resize(out.size() - pads);
  return cx.bytes(out);
}

constexpr ModuleFunction kFunctions[] = {{"_encode64", encode, 1, 1}, {"_decode64", decode, 1, 1}};

}  // namespace

bool init_binascii_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
