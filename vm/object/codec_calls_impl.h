// What: encoding and decoding as programs ask for it: arguments of encode(), decode(), str() and
//   bytes(), and the exceptions.
// Threads: any.
// Not here: the codecs themselves (text/codecs.h).
#pragma once

#include <string>

#include "vm/object/errors_impl.h"
#include "vm/object/message.h"
#include "vm/object/text/codecs.h"

namespace gilsim {

template <class V>
struct CodecCalls {
  // Absent arguments are null. False: pending.
  static bool encode(VmThread& t, Value text, Value encoding, Value errors, std::string& out) {
    Codec codec;
    CodecErrors handling;
    if (!arguments(t, encoding, errors, codec, handling)) return false;
    std::string_view view = text.as<Str>()->view();
    CodecFailure failure = encode_text(out, StrView::str(view), codec, handling);
    return failure.ok() || fail(t, Exc::UnicodeEncodeError, text, failure);
  }
  static Value decode(VmThread& t, std::string_view bytes, Value encoding, Value errors) {
    Codec codec;
    CodecErrors handling;
    if (!arguments(t, encoding, errors, codec, handling)) return Value();
    if (codec == Codec::kUtf8 && !find_utf8_error(bytes).reason)
      return Value(Heap<V>::str(t, bytes));
    std::string out;
    CodecFailure failure = decode_text(out, bytes, codec, handling);
    if (failure.ok()) return Value(Heap<V>::str(t, out));
    Ref<V> object(Heap<V>::bytes(t, bytes));
    fail(t, Exc::UnicodeDecodeError, object.get(), failure);
    return Value();
  }

 private:
  static bool is_text(VmThread& t, Value v, const char* name) {
    if (Classes<V>::class_of(t, v)->instance_kind == Kind::Str) return true;
    Errors<V>::type_error(t,
                          message({name, " must be str, not ", Classes<V>::class_name(t, v)}));
    return false;
  }
  static bool arguments(VmThread& t, Value encoding, Value errors, Codec& codec,
                        CodecErrors& handling) {
    codec = Codec::kUtf8;
    handling = CodecErrors::kStrict;
    if (encoding) {
      if (!is_text(t, encoding, "encoding")) return false;
      std::string_view name = encoding.as<Str>()->view();
      if (!find_codec(name, codec)) {
        Errors<V>::raise(t, Exc::LookupError, message({"unknown encoding: ", name}));
        return false;
      }
    }
    if (errors) {
      if (!is_text(t, errors, "errors")) return false;
      std::string_view name = errors.as<Str>()->view();
      if (!find_codec_errors(name, handling)) {
        Errors<V>::raise(t, Exc::LookupError,
                         message({"unknown error handler name '", name, "'"}));
        return false;
      }
    }
    return true;
  }
  static bool fail(VmThread& t, Exc kind, Value object, const CodecFailure& failure) {
    Ref<V> codec(Heap<V>::str(t, failure.codec)), reason(Heap<V>::str(t, failure.reason));
    auto place = [](size_t n) { return Value::integer(static_cast<int64_t>(n)); };
    Tuple* args = Heap<V>::tuple(
        t, {codec.get(), object, place(failure.start), place(failure.end), reason.get()});
    ErrorMaker<V>::set_pending(t, ErrorMaker<V>::make(t, kind, args));
    return false;
  }
};

}  // namespace gilsim
