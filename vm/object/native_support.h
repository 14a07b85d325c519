// What: small helpers for the native methods of containers.
// Threads: any.
// Not here: checking argument counts (Protocol::call_native), binding keywords (bind_arguments).
#pragma once

#include "vm/object/list_impl.h"

namespace gilsim {

template <class V>
struct NativeSupport {
  static Value none_if(bool good) { return good ? Value::none() : Value(); }
  static Value from_int(int result) { return result < 0 ? Value() : Value::boolean(result != 0); }

  // The arguments behind self.
  static NativeArgs rest(const NativeArgs& args) {
    return NativeArgs{args.values + 1, args.count - 1, args.names, args.callee};
  }

  // An optional index argument; absent keeps what is in out. As in slices, ints out of range are
  // cut to it.
  static bool bound(VmThread& t, const NativeArgs& args, uint32_t position, int64_t& out,
                    bool or_none = false) {
    if (args.count <= position || args.values[position].is_none()) return true;
    Value v = args.values[position];
    if (v.is_int()) {
      out = v.as_int();
      return true;
    }
    if (!is_index<V>(t, v)) {
      Errors<V>::type_error(
          t, or_none ? "slice indices must be integers or None or have an __index__ method"
                     : "slice indices must be integers or have an __index__ method");
      return false;
    }
    Ref<V> number(Protocol<V>::to_index(t, v));
    if (!number) return false;
    if (!Numbers<V>::int64_of(number.get(), out)) {
      out = Protocol<V>::compare_bool(t, CompareOp::Lt, number.get(), Value::integer(0)) == 1
                ? INT64_MIN / 2
                : INT64_MAX / 2;
    }
    return true;
  }
  static void clamp(int64_t size, int64_t& start, int64_t& stop) {
    if (start < 0) start = std::max<int64_t>(start + size, 0);
    if (stop < 0) stop = std::max<int64_t>(stop + size, 0);
  }

  // The type of a wrong argument as CPython's argument parser names it: None by its value.
  static std::string shown_type(VmThread& t, Value v) {
    return v.is_none() ? "None" : std::string(Classes<V>::class_name(t, v));
  }
  // False, with TypeError pending.
  static bool must_be_str(VmThread& t, std::string_view what, Value v) {
    Errors<V>::type_error(t, message({what, " must be str, not ", shown_type(t, v)}));
    return false;
  }

  // Constructors take at most `most` arguments by position and no keywords; self or the class is
  // args.values[0].
  static bool constructor_args(VmThread& t, const NativeArgs& args, const char* name, uint32_t most,
                               bool keywords_matter) {
    if (args.keyword_count() > 0 && keywords_matter) {
      Errors<V>::type_error(t, message({name, "() takes no keyword arguments"}));
      return false;
    }
    uint32_t given = args.positional_count() - 1;
    if (given <= most) return true;
    Errors<V>::type_error(t, message({name, " expected at most ", std::to_string(most), " argument",
                                      plural(most), ", got ", std::to_string(given)}));
    return false;
  }
  static bool is_exact_class(Value cls) {
    return (cls.as<Class>()->class_flags & kClassBuiltin) != 0;
  }
  // Whether `method` of class c is that of the built-in class that it derives from.
  static bool inherits(VmThread& t, Class* c, Kind kind, Special method) {
    Class* builtin = t.isolate->classes[static_cast<int>(kind)];
    return Classes<V>::special(t, c, method) == Classes<V>::special(t, builtin, method);
  }

  template <size_t N>
  static void add(VmThread& t, Kind kind, const NativeDef (&defs)[N]) {
    Classes<V>::add_methods(t, t.isolate->classes[static_cast<int>(kind)], defs, N);
  }
  template <size_t N>
  static void add_attributes(VmThread& t, Kind kind, const GetSetDef (&defs)[N]) {
    Classes<V>::add_attributes(t, t.isolate->classes[static_cast<int>(kind)], defs, N);
  }
};

}  // namespace gilsim
