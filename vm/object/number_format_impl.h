// What: __format__ of int, bool and float.
// Threads: any.
// Not here: the format mini-language (text/format_spec.h), laying out (text/format_number.h).
#pragma once

#include <string>

#include "vm/object/number_impl.h"
#include "vm/object/text/format_number.h"

namespace gilsim {

template <class V>
Value format_number(VmThread& t, Value v, Value spec_value) {
  if (Classes<V>::class_of(t, spec_value)->instance_kind != Kind::Str) {
    return Errors<V>::type_error(t, message({"__format__() argument must be str, not ",
                                             Classes<V>::class_name(t, spec_value)}));
  }
  std::string_view spec = spec_value.as<Str>()->view();
  std::string out;
  Status status;
  int64_t n;
  if (spec.empty()) {
    Str* text = Protocol<V>::to_str(t, v);
    return text ? Value(text) : Value();
  }
  if (v.is_bool()) {
    status = format_bool(out, v.is_true(), spec);
  } else if (Numbers<V>::is_real(v)) {
    status = format_float(out, Numbers<V>::real_of(v), spec);
  } else if (Numbers<V>::int64_of(v, n)) {
    status = format_int(out, n, spec, Classes<V>::class_name(t, v));
  } else {
    IntView<V> big(v);
    status = format_int(out, BigView(big), spec, Classes<V>::class_name(t, v));
  }
  return status.ok() ? Value(Heap<V>::str(t, out)) : raise_status<V>(t, status);
}

}  // namespace gilsim
