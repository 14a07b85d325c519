// What: short names for tests of classes and attributes, over the isolate without a loop of
// object_support.h. Threads: the test's own.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "tests/unit/object_support.h"

namespace gilsim {

template <class V>
class ObjectTest : public ::testing::Test {
 protected:
  using R = Ref<V>;

  void with_isolate(const std::function<void(VmThread&)>& body) { testing::TestVm<V>::run(body); }

  static Class* cls(VmThread& t, Kind kind) { return t.isolate->classes[static_cast<int>(kind)]; }
  static Str* name(VmThread& t, std::string_view text) { return Heap<V>::intern(t, text); }
  static R str(VmThread& t, std::string_view text) { return R(Heap<V>::str(t, text)); }

  // class <text>(bases): with these names in its body.
  static R make_class(VmThread& t, std::string_view text, std::initializer_list<Value> bases,
                      std::initializer_list<std::pair<const char*, Value>> names = {}) {
    R tuple(Heap<V>::tuple(t, bases));
    R dict(Heap<V>::dict(t));
    R module = str(t, "__main__");
    Dicts<V>::set_str(t, dict.template as<Dict>(), "__module__", module.get());
    for (const auto& [key, value] : names)
      Dicts<V>::set_str(t, dict.template as<Dict>(), key, value);
    return R(Classes<V>::build_class(t, Value(cls(t, Kind::Class)), name(t, text),
                                     tuple.template as<Tuple>(), dict.template as<Dict>(),
                                     nullptr));
  }
  static R instance(VmThread& t, const R& c) { return R(Protocol<V>::call(t, c.get(), {})); }
  static R get(VmThread& t, Value object, std::string_view attribute) {
    return R(Classes<V>::get_attr(t, object, attribute));
  }
  static bool set(VmThread& t, Value object, std::string_view attribute, Value value) {
    return Classes<V>::set_attr(t, object, name(t, attribute), value);
  }
  static R function(VmThread& t, const NativeDef& def) {
    return R(Heap<V>::native(t, &def, Value()));
  }

  static std::string repr(VmThread& t, Value v) {
    R text(Protocol<V>::repr(t, v));
    return text ? std::string(text.template as<Str>()->view()) : "<" + error_text(t) + ">";
  }
  // "TypeError: text" of the pending exception, which is cleared; empty if there is none.
  static std::string error_text(VmThread& t) {
    if (t.pending.is_null()) return {};
    R error = Errors<V>::take(t);
    std::string text = Errors<V>::format(t, error.get());
    size_t last = text.rfind('\n', text.size() - 2);
    return text.substr(last == std::string::npos ? 0 : last + 1,
                       text.size() - (last == std::string::npos ? 0 : last + 1) - 1);
  }
};

using ObjectPolicies = ::testing::Types<GilOs, FineOs, LockfreeOs>;

}  // namespace gilsim
