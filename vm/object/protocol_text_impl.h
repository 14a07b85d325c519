// What: repr, str, ascii and format of any value.
// Threads: any.
// Not here: how built-in types print (by_kind_text_impl.h, and the methods of str, bytes and
// numbers).
#pragma once

#include <cstdio>
#include <string>

#include "vm/object/by_kind_text_impl.h"
#include "vm/object/protocol_iteration_impl.h"

namespace gilsim {

template <class V>
struct TextConversion {
  static bool is_str(VmThread& t, Value v) {
    return Classes<V>::isinstance(t, v, t.isolate->classes[static_cast<int>(Kind::Str)]);
  }
  static bool is_exact_str(VmThread& t, Value v) {
    return v.is_object() && v.object()->cls == t.isolate->classes[static_cast<int>(Kind::Str)];
  }
  // The str that a special method has to give. Takes result over.
  static Str* checked(VmThread& t, Value result, std::string_view method) {
    if (result.is_null()) return nullptr;
    if (is_str(t, result)) return result.template as<Str>();
    Errors<V>::type_error(t, message({method, " returned non-string (type ",
                                      Classes<V>::class_name(t, result), ")"}));
    V::decref(result);
    return nullptr;
  }
};

template <class V>
Str* Protocol<V>::repr(VmThread& t, Value v) {
  Class* c = Classes<V>::class_of(t, v);
  if (is_plain_class(c) && !low_on_stack(t)) {
    bool handled = false;
    Str* text = ByKind<V>::repr(t, v, handled);
    if (handled) return text;
  }
  Nesting nesting(t);
  if (nesting.too_deep()) {
    Errors<V>::raise(t, Exc::RecursionError,
                     "maximum recursion depth exceeded while getting the repr of an object");
    return nullptr;
  }
  bool found = false;
  Value result = Classes<V>::call_special(t, v, Special::repr, {}, found);
  return TextConversion<V>::checked(t, result, "__repr__");
}

template <class V>
Str* Protocol<V>::to_str(VmThread& t, Value v) {
  if (TextConversion<V>::is_exact_str(t, v)) return V::newref(v.as<Str>());
  Class* c = Classes<V>::class_of(t, v);
  bool by_repr =
      Classes<V>::special(t, c, Special::str) == Construction<V>::root_special(t, Special::str);
  if (by_repr && is_plain_class(c)) return repr(t, v);
  bool found = false;
  // object.__str__ does not look at what __repr__ gave: the error names __str__.
  Value result =
      Classes<V>::call_special(t, v, by_repr ? Special::repr : Special::str, {}, found);
  return TextConversion<V>::checked(t, result, "__str__");
}

// repr with everything beyond ASCII escaped.
template <class V>
Str* Protocol<V>::ascii(VmThread& t, Value v) {
  Ref<V> shown(repr(t, v));
  if (!shown) return nullptr;
  auto* s = shown.template as<Str>();
  if (s->is_ascii()) return shown.take().template as<Str>();
  std::string text;
  std::string_view view = s->view();
  for (size_t k = 0; k < view.size();) {
    auto lead = static_cast<unsigned char>(view[k]);
    size_t bytes = Iteration<V>::bytes_of_letter(lead);
    if (bytes == 1) {
      text += view[k++];
      continue;
    }
    uint32_t point = bytes == 2 ? lead & 0x1f : bytes == 3 ? lead & 0xf : lead & 7;
    for (size_t i = 1; i < bytes; ++i)
      point = point << 6 | (static_cast<unsigned char>(view[k + i]) & 0x3f);
    char escape[16];
    std::snprintf(escape, sizeof escape,
                  point < 0x100     ? "\\x%02x"
                  : point < 0x10000 ? "\\u%04x"
                                    : "\\U%08x",
                  point);
    text += escape;
    k += bytes;
  }
  return Heap<V>::str(t, text);
}

template <class V>
Str* Protocol<V>::format(VmThread& t, Value v, std::string_view spec) {
  if (spec.empty()) {
    if (TextConversion<V>::is_exact_str(t, v)) return V::newref(v.as<Str>());
    Class* c = Classes<V>::class_of(t, v);
    if (is_plain_class(c)) return to_str(t, v);
  }
  Ref<V> argument(Heap<V>::str(t, spec));
  bool found = false;
  Value result = Classes<V>::call_special(t, v, Special::format, {argument.get()}, found);
  if (result && !TextConversion<V>::is_str(t, result)) {
    Errors<V>::type_error(
        t, message({"__format__ must return a str, not ", Classes<V>::class_name(t, result)}));
    V::decref(result);
    return nullptr;
  }
  return result ? result.template as<Str>() : nullptr;
}

}  // namespace gilsim
