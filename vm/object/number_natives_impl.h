// What: the methods of int, bool and float.
// Threads: numbers are immutable; any thread.
// Not here: arithmetic itself (number_impl.h), format specs (text/format_number.h).
#pragma once

#include <string>

#include "vm/object/native_support.h"
#include "vm/object/number_impl.h"
#include "vm/object/number_format_impl.h"
#include "vm/object/text/float_text.h"
#include "vm/object/text/numeric_text.h"

namespace gilsim {

template <class V>
struct NumberNatives {
  using A = const NativeArgs&;

  static bool number(Value v) { return Numbers<V>::is_int(v) || Numbers<V>::is_real(v); }
  static Value or_not_implemented(VmThread& t, Value v) {
    return v || t.pending ? v : Value::not_implemented();
  }

  template <BinaryOp kOp, bool kReflected>
  static Value binary(VmThread& t, A a) {
    Value left = a.values[kReflected], right = a.values[!kReflected];
    // As in CPython an int leaves floats to the float.
    if (Numbers<V>::is_int(a.values[0]) && !Numbers<V>::is_int(a.values[1]))
      return Value::not_implemented();
    return or_not_implemented(t, Numbers<V>::binary(t, kOp, left, right));
  }
  template <CompareOp kOp>
  static Value compare(VmThread& t, A a) {
    if (Numbers<V>::is_int(a.values[0]) && !Numbers<V>::is_int(a.values[1]))
      return Value::not_implemented();
    return or_not_implemented(t, Numbers<V>::compare(t, kOp, a.values[0], a.values[1]));
  }
  static Value power(VmThread& t, A a) {
    if (a.count > 2 && !a.values[2].is_none()) return power_mod(t, a);
    return binary<BinaryOp::Pow, false>(t, a);
  }

  static Value power_mod(VmThread& t, A a) {
    for (uint32_t k = 0; k < 3; ++k) {
      if (Numbers<V>::is_int(a.values[k])) continue;
      if (!Numbers<V>::is_real(a.values[k]) && k > 0) return Value::not_implemented();
      return Errors<V>::type_error(
          t, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    IntView<V> base(a.values[0]), exponent(a.values[1]), modulus(a.values[2]);
    BigInt r;
    Status status;
    std::function<void()> work = [&] { status = big_pow_mod(base, exponent, modulus, r); };
    V::P::on_big_stack(work);
    return IntMath<V>::made(t, status, r);
  }

  // An int object of exactly int from any int value.
  static Value plain_int(VmThread& t, Value v) {
    int64_t n;
    if (Numbers<V>::int64_of(v, n)) return Heap<V>::integer(t, n);
    if (v.object()->cls == t.isolate->classes[static_cast<int>(Kind::Int)]) return V::newref(v);
    return Heap<V>::integer(t, Numbers<V>::big_of(v));
  }
  static Value negate(VmThread& t, A a) {
    Value v = a.values[0];
    if (Numbers<V>::is_real(v)) return Heap<V>::real(t, -Numbers<V>::real_of(v));
    return Numbers<V>::binary(t, BinaryOp::Sub, Value::integer(0), v);
  }
  static Value positive(VmThread& t, A a) {
    Value v = a.values[0];
    return Numbers<V>::is_real(v) ? Heap<V>::real(t, Numbers<V>::real_of(v)) : plain_int(t, v);
  }
  static Value absolute(VmThread& t, A a) {
    Value v = a.values[0];
    if (Numbers<V>::is_real(v)) return Heap<V>::real(t, std::fabs(Numbers<V>::real_of(v)));
    return number_order<V>(v, Value::integer(0)) < 0 ? negate(t, a) : plain_int(t, v);
  }
  static Value invert(VmThread& t, A a) {
    int64_t n;
    if (Numbers<V>::int64_of(a.values[0], n)) return Heap<V>::integer(t, ~n);
    IntView<V> big(a.values[0]);
    return Heap<V>::integer(t, big_invert(big));
  }
  static Value truth(VmThread&, A a) {
    Value v = a.values[0];
    if (Numbers<V>::is_real(v)) return Value::boolean(Numbers<V>::real_of(v) != 0);
    int64_t n;
    return Value::boolean(!Numbers<V>::int64_of(v, n) || n != 0);
  }
  static Value hash(VmThread& t, A a) { return Heap<V>::integer(t, Numbers<V>::hash(a.values[0])); }

  static Value repr(VmThread& t, A a) {
    Value v = a.values[0];
    if (v.is_bool()) return Value(Heap<V>::str(t, v.is_true() ? "True" : "False"));
    std::string text;
    int64_t n;
    if (Numbers<V>::is_real(v)) {
      append_float_repr(text, Numbers<V>::real_of(v));
    } else if (Numbers<V>::int64_of(v, n)) {
      append_int(text, n);
    } else {
      IntView<V> big(v);
      Status status = append_int_text(text, big);
      if (!status.ok()) return raise_status<V>(t, status);
    }
    return Value(Heap<V>::str(t, text));
  }

  static Value to_int(VmThread& t, A a) {
    Value v = a.values[0];
    if (Numbers<V>::is_int(v)) return plain_int(t, v);
    double d = Numbers<V>::real_of(v);
    if (std::fabs(d) < 4e18) return Heap<V>::integer(t, static_cast<int64_t>(d));
    BigInt n;
    Status status = int_from_double(d, n);
    return status.ok() ? Heap<V>::integer(t, n) : raise_status<V>(t, status);
  }
  static Value whole(VmThread& t, double d) {
    Value v = Heap<V>::real(t, d);
    Value result = to_int(t, NativeArgs{&v, 1, nullptr});
    V::decref(v);
    return result;
  }
  static Value to_float(VmThread& t, A a) {
    double d;
    return RealMath<V>::real(t, a.values[0], d) ? Heap<V>::real(t, d) : Value();
  }
  static Value floor(VmThread& t, A a) {
    return Numbers<V>::is_real(a.values[0]) ? whole(t, std::floor(Numbers<V>::real_of(a.values[0])))
                                            : to_int(t, a);
  }
  static Value ceil(VmThread& t, A a) {
    return Numbers<V>::is_real(a.values[0]) ? whole(t, std::ceil(Numbers<V>::real_of(a.values[0])))
                                            : to_int(t, a);
  }

  static Value divmod_of(VmThread& t, Value left, Value right) {
    if (!number(left) || !number(right)) return Value::not_implemented();
    if (Numbers<V>::is_real(left) || Numbers<V>::is_real(right)) {
      double x, y;
      if (!RealMath<V>::real(t, left, x) || !RealMath<V>::real(t, right, y)) return Value();
      if (y == 0) return RealMath<V>::by_zero(t, kFloatDivmod);
      FloatDivmod parts = float_divmod(x, y);
      Ref<V> q(Heap<V>::real(t, parts.quotient)), r(Heap<V>::real(t, parts.remainder));
      return Value(Heap<V>::tuple(t, {q.get(), r.get()}));
    }
    Ref<V> quotient(Numbers<V>::binary(t, BinaryOp::FloorDiv, left, right));
    if (!quotient) return Value();
    Ref<V> rest(Numbers<V>::binary(t, BinaryOp::Mod, left, right));
    return rest ? Value(Heap<V>::tuple(t, {quotient.get(), rest.get()})) : Value();
  }
  static Value divmod(VmThread& t, A a) { return divmod_of(t, a.values[0], a.values[1]); }
  static Value rdivmod(VmThread& t, A a) { return divmod_of(t, a.values[1], a.values[0]); }

  // A number of digits: beyond 64 bits it rounds as at their end.
  static bool clamped(VmThread& t, Value v, int64_t& digits) {
    Ref<V> number(Protocol<V>::to_index(t, v));
    if (!number) return false;
    if (Numbers<V>::int64_of(number.get(), digits)) return true;
    digits = BigView(IntView<V>(number.get())).negative ? INT64_MIN + 1 : INT64_MAX;
    return true;
  }
  static Value round_int(VmThread& t, A a) {
    int64_t digits = 0;
    if (a.count < 2 || a.values[1].is_none()) return plain_int(t, a.values[0]);
    if (!clamped(t, a.values[1], digits)) return Value();
    if (digits >= 0) return plain_int(t, a.values[0]);
    IntView<V> big(a.values[0]);
    return Heap<V>::integer(t, big_round(big, static_cast<uint64_t>(-digits)));
  }
  static Value round_float(VmThread& t, A a) {
    double d = Numbers<V>::real_of(a.values[0]);
    if (a.count < 2 || a.values[1].is_none())
      return std::isfinite(d) ? whole(t, float_round_even(d)) : whole(t, d);
    int64_t digits;
    if (!clamped(t, a.values[1], digits)) return Value();
    double rounded;
    Status status = float_round(d, digits, rounded);
    return status.ok() ? Heap<V>::real(t, rounded) : raise_status<V>(t, status);
  }

  // ---- constructors
  // int(x) of something that is no text.
  static Value int_of(VmThread& t, Value v) {
    if (number(v)) return to_int(t, NativeArgs{&v, 1, nullptr});
    for (Special name : {Special::int_, Special::index, Special::trunc}) {
      bool found = false;
      Value result = Classes<V>::call_special(t, v, name, {}, found);
      if (!found) continue;
      if (result.is_null()) return result;
      Ref<V> held(result);
      if (Numbers<V>::is_int(result)) return plain_int(t, result);
      return Errors<V>::type_error(
          t, message({name == Special::int_    ? "__int__"
                      : name == Special::index ? "__index__"
                                               : "__trunc__",
                      " returned non-int (type ", Classes<V>::class_name(t, result), ")"}));
    }
    return Errors<V>::type_error(
        t, message({"int() argument must be a string, a bytes-like object or a real number, not '",
                    Classes<V>::class_name(t, v), "'"}));
  }
  static bool text_of(VmThread& t, Value v, std::string_view& text, bool& is_bytes) {
    switch (Classes<V>::class_of(t, v)->instance_kind) {
      case Kind::Str:
        text = v.as<Str>()->view();
        return is_bytes = false, true;
      case Kind::Bytes:
        text = v.as<Bytes>()->view();
        return is_bytes = true, true;
      case Kind::ByteArray:
        text = {v.as<ByteArray>()->data, v.as<ByteArray>()->size};
        return is_bytes = true, true;
      default:
        return false;
    }
  }
  static Value int_new(VmThread& t, A a) {
    auto* cls = a.values[0].as<Class>();
    Value out[2];
    if (!bind_arguments<V>(t, "int", NativeSupport<V>::rest(a), {"/x", "base"}, 0, out))
      return Value();
    Ref<V> base_value;
    std::string_view text;
    bool is_bytes = false;
    if (!out[0]) {
      if (out[1]) return Errors<V>::type_error(t, "int() missing string argument");
      base_value = Ref<V>(Value::integer(0));
    } else if (!out[1] && !text_of(t, out[0], text, is_bytes)) {
      base_value = Ref<V>(int_of(t, out[0]));
    } else {
      int64_t base = 10;
      if (out[1] && !Protocol<V>::index(t, out[1], base)) return Value();
      if (!text_of(t, out[0], text, is_bytes))
        return Errors<V>::type_error(t, "int() can't convert non-string with explicit base");
      if (base != 0 && (base < 2 || base > 36))
        return Errors<V>::value_error(t, "int() base must be >= 2 and <= 36, or 0");
      BigInt n;
      Status status = int_from_text(text, static_cast<int>(base), is_bytes, n);
      if (!status.ok()) return raise_status<V>(t, status);
      base_value = Ref<V>(Heap<V>::integer(t, n));
    }
    return base_value ? Classes<V>::derive(t, cls, base_value.get()) : Value();
  }
  static Value float_new(VmThread& t, A a) {
    auto* cls = a.values[0].as<Class>();
    double d = 0;
    std::string_view text;
    bool is_bytes = false;
    if (a.count > 1) {
      if (text_of(t, a.values[1], text, is_bytes)) {
        Status status = float_from_text(text, is_bytes, d);
        if (!status.ok()) return raise_status<V>(t, status);
      } else if (!Numbers<V>::is_real(a.values[1]) && !Numbers<V>::is_int(a.values[1]) &&
                 !Classes<V>::has_special(t, a.values[1], Special::float_) &&
                 !Classes<V>::has_special(t, a.values[1], Special::index)) {
        return Errors<V>::type_error(
            t, message({"float() argument must be a string or a real number, not '",
                        Classes<V>::class_name(t, a.values[1]), "'"}));
      } else if (!Protocol<V>::to_double(t, a.values[1], d)) {
        return Value();
      }
    }
    Ref<V> v(Heap<V>::real(t, d));
    return Classes<V>::derive(t, cls, v.get());
  }
  static Value bool_new(VmThread& t, A a) {
    int truth_value = a.count > 1 ? Protocol<V>::truth(t, a.values[1]) : 0;
    return truth_value < 0 ? Value() : Value::boolean(truth_value);
  }

  // ---- other methods
  static Value bit_length(VmThread& t, A a) {
    IntView<V> big(a.values[0]);
    return Heap<V>::integer(t, static_cast<int64_t>(big_bit_length(big)));
  }
  static Value bit_count(VmThread& t, A a) {
    IntView<V> big(a.values[0]);
    return Heap<V>::integer(t, static_cast<int64_t>(big_bit_count(big)));
  }
  static bool byte_order(VmThread& t, Value v, bool& little) {
    little = false;
    if (!v) return true;
    if (Classes<V>::class_of(t, v)->instance_kind == Kind::Str) {
      std::string_view text = v.as<Str>()->view();
      little = text == "little";
      if (little || text == "big") return true;
    }
    Errors<V>::value_error(t, "byteorder must be either 'little' or 'big'");
    return false;
  }
  static Value to_bytes(VmThread& t, A a) {
    Value out[3];
    if (!bind_arguments<V>(t, "to_bytes", NativeSupport<V>::rest(a),
                           {"length", "byteorder", "$signed"}, 0, out))
      return Value();
    int64_t length = 1;
    bool little;
    if ((out[0] && !Protocol<V>::index(t, out[0], length)) || !byte_order(t, out[1], little))
      return Value();
    if (length < 0) return Errors<V>::value_error(t, "length argument must be non-negative");
    int is_signed = out[2] ? Protocol<V>::truth(t, out[2]) : 0;
    if (is_signed < 0) return Value();
    IntView<V> big(a.values[0]);
    BigView view = big;
    if (view.negative && !is_signed)
      return Errors<V>::raise(t, Exc::OverflowError, "can't convert negative int to unsigned");
    std::string text;
    if (!big_to_bytes(view, static_cast<size_t>(length), little, is_signed != 0, text))
      return Errors<V>::raise(t, Exc::OverflowError, "int too big to convert");
    return Value(Heap<V>::bytes(t, text));
  }
  static Value from_bytes(VmThread& t, A a) {
    Value out[3];
    if (!bind_arguments<V>(t, "from_bytes", NativeSupport<V>::rest(a),
                           {"bytes", "byteorder", "$signed"}, 1, out))
      return Value();
    std::string_view text;
    bool is_bytes = false, little;
    Ref<V> made;  // bytes of what is no bytes object: an iterable of ints, or by __bytes__
    if (!text_of(t, out[0], text, is_bytes) && !Numbers<V>::is_int(out[0])) {
      Value bytes_class(t.isolate->classes[static_cast<int>(Kind::Bytes)]);
      made = Ref<V>(Protocol<V>::call(t, bytes_class, {out[0]}));
      if (!made || !text_of(t, made.get(), text, is_bytes)) return Value();
    }
    if (!is_bytes)
      return Errors<V>::type_error(
          t, message({"cannot convert '", Classes<V>::class_name(t, out[0]), "' object to bytes"}));
    if (!byte_order(t, out[1], little)) return Value();
    int is_signed = out[2] ? Protocol<V>::truth(t, out[2]) : 0;
    if (is_signed < 0) return Value();
    Ref<V> number(Heap<V>::integer(t, big_from_bytes(text, little, is_signed != 0)));
    Class* plain = t.isolate->classes[static_cast<int>(Kind::Int)];
    if (a.values[0].as<Class>() == plain || !number) return number.take();
    return Protocol<V>::call(t, a.values[0], {number.get()});
  }
  static Value integer_ratio(VmThread& t, A a) {
    if (Numbers<V>::is_int(a.values[0])) {
      Ref<V> n(plain_int(t, a.values[0]));
      return Value(Heap<V>::tuple(t, {n.get(), Value::integer(1)}));
    }
    BigInt numerator, denominator;
    Status status = float_integer_ratio(Numbers<V>::real_of(a.values[0]), numerator, denominator);
    if (!status.ok()) return raise_status<V>(t, status);
    Ref<V> n(Heap<V>::integer(t, numerator)), d(Heap<V>::integer(t, denominator));
    return Value(Heap<V>::tuple(t, {n.get(), d.get()}));
  }
  static Value is_integer(VmThread&, A a) {
    return Value::boolean(float_is_integer(Numbers<V>::real_of(a.values[0])));
  }
  static Value hex(VmThread& t, A a) {
    std::string text;
    append_float_hex(text, Numbers<V>::real_of(a.values[0]));
    return Value(Heap<V>::str(t, text));
  }
  static Value fromhex(VmThread& t, A a) {
    std::string_view text;
    bool is_bytes;
    if (!text_of(t, a.values[1], text, is_bytes) || is_bytes)
      return Errors<V>::type_error(t, "bad argument type for built-in operation");
    double d;
    Status status = float_from_hex(text, d);
    return status.ok() ? Heap<V>::real(t, d) : raise_status<V>(t, status);
  }
  static Value imaginary(VmThread& t, A a) {
    return Numbers<V>::is_real(a.values[0]) ? Heap<V>::real(t, 0.0) : Value::integer(0);
  }
  static Value one(VmThread&, A) { return Value::integer(1); }
  static Value format(VmThread& t, A a) { return format_number<V>(t, a.values[0], a.values[1]); }
  static Value new_args(VmThread& t, A a) {
    Ref<V> plain(positive(t, a));
    return Value(Heap<V>::tuple(t, {plain.get()}));
  }
};

#define GILSIM_NUMBER_BINARY(name, op)                                              \
  {"__" name "__", N::template binary<BinaryOp::op, false>, 1, 1, kNativeMethod}, { \
    "__r" name "__", N::template binary<BinaryOp::op, true>, 1, 1, kNativeMethod    \
  }
#define GILSIM_NUMBER_COMPARISONS                                            \
  {"__lt__", N::template compare<CompareOp::Lt>, 1, 1, kNativeMethod},       \
      {"__le__", N::template compare<CompareOp::Le>, 1, 1, kNativeMethod},   \
      {"__eq__", N::template compare<CompareOp::Eq>, 1, 1, kNativeMethod},   \
      {"__ne__", N::template compare<CompareOp::Ne>, 1, 1, kNativeMethod},   \
      {"__gt__", N::template compare<CompareOp::Gt>, 1, 1, kNativeMethod}, { \
    "__ge__", N::template compare<CompareOp::Ge>, 1, 1, kNativeMethod        \
  }
#define GILSIM_NUMBER_COMMON                                                                       \
  GILSIM_NUMBER_BINARY("add", Add), GILSIM_NUMBER_BINARY("sub", Sub),                              \
      GILSIM_NUMBER_BINARY("mul", Mul), GILSIM_NUMBER_BINARY("truediv", TrueDiv),                  \
      GILSIM_NUMBER_BINARY("floordiv", FloorDiv), GILSIM_NUMBER_BINARY("mod", Mod),                \
      {"__pow__", N::power, 1, 2, kNativeMethod},                                                  \
      {"__rpow__", N::template binary<BinaryOp::Pow, true>, 1, 2, kNativeMethod},                  \
      {"__divmod__", N::divmod, 1, 1, kNativeMethod},                                              \
      {"__rdivmod__", N::rdivmod, 1, 1, kNativeMethod}, GILSIM_NUMBER_COMPARISONS,                 \
      {"__neg__", N::negate, 0, 0, kNativeMethod}, {"__pos__", N::positive, 0, 0, kNativeMethod},  \
      {"__abs__", N::absolute, 0, 0, kNativeMethod}, {"__bool__", N::truth, 0, 0, kNativeMethod},  \
      {"__hash__", N::hash, 0, 0, kNativeMethod}, {"__repr__", N::repr, 0, 0, kNativeMethod},      \
      {"__int__", N::to_int, 0, 0, kNativeMethod},                                                 \
      {"__float__", N::to_float, 0, 0, kNativeMethod},                                             \
      {"__trunc__", N::to_int, 0, 0, kNativeMethod}, {"__floor__", N::floor, 0, 0, kNativeMethod}, \
      {"__ceil__", N::ceil, 0, 0, kNativeMethod}, {"__format__", N::format, 1, 1, kNativeMethod},  \
      {"as_integer_ratio", N::integer_ratio, 0, 0, kNativeMethod},                                 \
      {"conjugate", N::positive, 0, 0, kNativeMethod}, {                                           \
    "__getnewargs__", N::new_args, 0, 0, kNativeMethod                                             \
  }

template <class V>
void Numbers<V>::create(VmThread& t) {
  using N = NumberNatives<V>;
  static const NativeDef kInt[] = {
      GILSIM_NUMBER_COMMON,
      GILSIM_NUMBER_BINARY("lshift", LShift),
      GILSIM_NUMBER_BINARY("rshift", RShift),
      GILSIM_NUMBER_BINARY("and", BitAnd),
      GILSIM_NUMBER_BINARY("or", BitOr),
      GILSIM_NUMBER_BINARY("xor", BitXor),
      {"__new__", N::int_new, 1, 3, kNativeStatic | kNativeKeywords},
      {"__invert__", N::invert, 0, 0, kNativeMethod},
      {"__index__", N::to_int, 0, 0, kNativeMethod},
      {"__round__", N::round_int, 0, 1, kNativeMethod},
      {"bit_length", N::bit_length, 0, 0, kNativeMethod},
      {"bit_count", N::bit_count, 0, 0, kNativeMethod},
      {"to_bytes", N::to_bytes, 0, 2, kNativeMethod | kNativeKeywords},
      {"from_bytes", N::from_bytes, 0, 2, kNativeClassMethod | kNativeKeywords},
  };
  static const NativeDef kFloat[] = {
      GILSIM_NUMBER_COMMON,
      {"__new__", N::float_new, 1, 2, kNativeStatic},
      {"__round__", N::round_float, 0, 1, kNativeMethod},
      {"hex", N::hex, 0, 0, kNativeMethod},
      {"is_integer", N::is_integer, 0, 0, kNativeMethod},
      {"fromhex", N::fromhex, 1, 1, kNativeClassMethod},
  };
  static const NativeDef kBool[] = {
      {"__new__", N::bool_new, 1, 2, kNativeStatic},
      {"__repr__", N::repr, 0, 0, kNativeMethod},
  };
  static const GetSetDef kAttributes[] = {
      {{"real", N::positive, 0, 0, kNativeMethod}, {}},
      {{"imag", N::imaginary, 0, 0, kNativeMethod}, {}},
  };
  static const GetSetDef kIntAttributes[] = {
      {{"numerator", N::positive, 0, 0, kNativeMethod}, {}},
      {{"denominator", N::one, 0, 0, kNativeMethod}, {}},
  };
  using S = NativeSupport<V>;
  S::add(t, Kind::Int, kInt);
  S::add(t, Kind::Float, kFloat);
  S::add(t, Kind::Bool, kBool);
  S::add_attributes(t, Kind::Int, kAttributes);
  S::add_attributes(t, Kind::Float, kAttributes);
  S::add_attributes(t, Kind::Int, kIntAttributes);
}

#undef GILSIM_NUMBER_BINARY
#undef GILSIM_NUMBER_COMPARISONS
#undef GILSIM_NUMBER_COMMON

}  // namespace gilsim
