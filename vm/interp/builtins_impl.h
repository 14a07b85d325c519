// What: the functions of the builtins module that need no file of their own: reflection,
// conversion, iteration. Idea: generic over the protocols; types' own constructors and methods live
// with their types in vm/object. Threads: as vm/object/ops.h. Not here: print, input, open
// (output_impl.h), __import__, eval (import_impl.h).
#pragma once

#include <cmath>
#include <string>

#include "vm/interp/interp.h"
#include "vm/interp/loop_fast_paths.h"
#include "vm/object/text/utf8.h"

namespace gilsim {

template <class V>
struct BuiltinFunctions {
  using A = const NativeArgs&;

  // exit() and quit(), which CPython's site module adds.
  static Value exit(VmThread& t, A a) {
    return Errors<V>::raise_value(t, Exc::SystemExit, a.count == 0 ? Value::none() : a.values[0]);
  }

  static Value abs(VmThread& t, A a) {
    Value v = a.values[0];
    if (v.is_int() && v != Value::integer(Value::kIntMin))
      return v.as_int() < 0 ? Value::integer(-v.as_int()) : v;
    if (v.is_real()) return Value::try_real(std::fabs(v.as_real()));
    return Protocol<V>::absolute(t, v);
  }

  // Shared by any() and all(): gives early when an item's truth equals stop_at.
  static Value quantify(VmThread& t, Value iterable, int stop_at) {
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, iterable));
    if (!iterator) return Value();
    for (;;) {
      Ref<V> item(Protocol<V>::next(t, iterator.get()));
      if (!item) return t.pending ? Value() : Value::boolean(!stop_at);
      int truth = Protocol<V>::truth(t, item.get());
      if (truth < 0) return Value();
      if (truth == stop_at) return Value::boolean(stop_at);
    }
  }
  static Value any(VmThread& t, A a) { return quantify(t, a.values[0], 1); }
  static Value all(VmThread& t, A a) { return quantify(t, a.values[0], 0); }

  static Value ascii(VmThread& t, A a) { return object_value(Protocol<V>::ascii(t, a.values[0])); }
  static Value repr(VmThread& t, A a) { return object_value(Protocol<V>::repr(t, a.values[0])); }
  static Value callable(VmThread& t, A a) {
    return Value::boolean(Protocol<V>::is_callable(t, a.values[0]));
  }

  static Value in_base(VmThread& t, Value v, int base) {
    Ref<V> index(Protocol<V>::to_index(t, v));
    if (!index) return Value();
    const char* spec = base == 2 ? "#b" : base == 8 ? "#o" : "#x";
    return object_value(Protocol<V>::format(t, index.get(), spec));
  }
  static Value bin(VmThread& t, A a) { return in_base(t, a.values[0], 2); }
  static Value oct(VmThread& t, A a) { return in_base(t, a.values[0], 8); }
  static Value hex(VmThread& t, A a) { return in_base(t, a.values[0], 16); }

  static Value chr(VmThread& t, A a) {
    int64_t code;
    Ref<V> number(Protocol<V>::to_index(t, a.values[0]));
    if (!number) return Value();
    if (!Numbers<V>::int64_of(number.get(), code) || code < INT32_MIN || code > INT32_MAX)
      return Errors<V>::raise(t, Exc::OverflowError, "Python int too large to convert to C int");
    if (code < 0 || code > 0x10ffff)
      return Errors<V>::value_error(t, "chr() arg not in range(0x110000)");
    if (code < 128) return V::newref(Value(static_cast<Object*>(t.isolate->ascii_chars[code])));
    std::string text;
    append_utf8(text, static_cast<uint32_t>(code));
    return Value(Heap<V>::str(t, text));
  }
  static Value ord(VmThread& t, A a) {
    Value v = a.values[0];
    if (Classes<V>::class_of(t, v)->instance_kind == Kind::Str) {
      Str* s = v.as<Str>();
      if (s->length == 1) return Value::integer(decode_utf8(s->data, s->size));
      return Errors<V>::type_error(t, "ord() expected a character, but string of length " +
                                          std::to_string(s->length) + " found");
    }
    if (Classes<V>::class_of(t, v)->instance_kind == Kind::Bytes) {
      Bytes* b = v.as<Bytes>();
      if (b->size == 1) return Value::integer(static_cast<unsigned char>(b->data[0]));
      return Errors<V>::type_error(t, "ord() expected a character, but string of length " +
                                          std::to_string(b->size) + " found");
    }
    if (Classes<V>::class_of(t, v)->instance_kind == Kind::ByteArray) {
      auto* b = v.as<ByteArray>();
      typename V::Guard guard(b);
      if (b->size == 1) return Value::integer(static_cast<unsigned char>(b->data[0]));
      uint64_t size = b->size;
      guard.unlock();
      return Errors<V>::type_error(
          t, "ord() expected a character, but string of length " + std::to_string(size) + " found");
    }
    return Errors<V>::type_error(t, "ord() expected string of length 1, but " +
                                        std::string(Classes<V>::class_name(t, v)) + " found");
  }

  static Value divmod(VmThread& t, A a) {
    if (both_int(a.values[0], a.values[1]) && a.values[1].as_int() > 0) {
      int64_t n = a.values[0].as_int(), divisor = a.values[1].as_int();
      Tuple* made = Heap<V>::tuple(t, 2);
      made->items[0] = Value::integer(floor_divide(n, divisor));
      made->items[1] = Value::integer(floor_modulo(n, divisor));
      return Value(made);
    }
    for (int k = 0; k < 2; ++k) {
      bool found = false;
      Value other = a.values[1 - k];
      Value result = Classes<V>::call_special(
          t, a.values[k], k ? Special::rdivmod : Special::divmod, {other}, found);
      if (found && (result.is_null() || result != Value::not_implemented())) return result;
    }
    return Errors<V>::type_error(t, "unsupported operand type(s) for divmod(): '" +
                                        std::string(Classes<V>::class_name(t, a.values[0])) +
                                        "' and '" +
                                        std::string(Classes<V>::class_name(t, a.values[1])) + "'");
  }
  static Value pow(VmThread& t, A a) {
    Value out[3];
    if (!bind_arguments<V>(t, "pow", a, {"base", "exp", "mod"}, 2, out)) return Value();
    if (out[2] && !out[2].is_none()) return Protocol<V>::power_mod(t, out[0], out[1], out[2]);
    return Protocol<V>::binary(t, BinaryOp::Pow, out[0], out[1], false);
  }
  static Value round(VmThread& t, A a) {
    Value out[2];
    if (!bind_arguments<V>(t, "round", a, {"number", "ndigits"}, 1, out)) return Value();
    bool found = false;
    Value result = out[1] && !out[1].is_none()
                       ? Classes<V>::call_special(t, out[0], Special::round, {out[1]}, found)
                       : Classes<V>::call_special(t, out[0], Special::round, {}, found);
    if (!found) {
      return Errors<V>::type_error(t, "type " + std::string(Classes<V>::class_name(t, out[0])) +
                                          " doesn't define __round__ method");
    }
    return result;
  }

  static Value len(VmThread& t, A a) {
    Value v = a.values[0];
    if (is_exactly<Kind::List>(t, v) && !V::kParallel)
      return Value::integer(static_cast<int64_t>(v.as<List>()->size));
    if (is_exactly<Kind::Str>(t, v)) return Value::integer(v.as<Str>()->length);
    if (is_exactly<Kind::Tuple>(t, v))
      return Value::integer(static_cast<int64_t>(v.as<Tuple>()->size));
    int64_t n = Protocol<V>::length(t, a.values[0]);
    return n < 0 ? Value() : Value::integer(n);
  }
  static Value hash(VmThread& t, A a) {
    int64_t h;
    return Protocol<V>::hash(t, a.values[0], h) ? Heap<V>::integer(t, h) : Value();
  }
  static Value id(VmThread& t, A a) {
    Value v = a.values[0];
    return v.is_object() ? Heap<V>::unsigned_integer(t, V::identity(v.object()))
                         : Heap<V>::unsigned_integer(t, v.bits());
  }

  static Value isinstance(VmThread& t, A a) {
    int r = Classes<V>::isinstance_any(t, a.values[0], a.values[1]);
    return r < 0 ? Value() : Value::boolean(r);
  }
  static Value issubclass(VmThread& t, A a) {
    int r = Classes<V>::issubclass_any(t, a.values[0], a.values[1]);
    return r < 0 ? Value() : Value::boolean(r);
  }

  // The interned name of an attribute given as a value; null: TypeError.
  static Str* attribute_name(VmThread& t, Value name, const char* function) {
    if (Classes<V>::class_of(t, name)->instance_kind != Kind::Str) {
      Errors<V>::type_error(t, std::string("attribute name must be string, not '") +
                                   std::string(Classes<V>::class_name(t, name)) + "'");
      (void)function;
      return nullptr;
    }
    return Heap<V>::intern(t, name.as<Str>());
  }
  static Value getattr(VmThread& t, A a) {
    Ref<V> name(attribute_name(t, a.values[1], "getattr"));
    if (!name) return Value();
    if (a.count < 3) return Classes<V>::get_attr(t, a.values[0], name.template as<Str>());
    Value v = Classes<V>::get_attr_optional(t, a.values[0], name.template as<Str>());
    return v || t.pending ? v : V::newref(a.values[2]);
  }
  static Value hasattr(VmThread& t, A a) {
    Ref<V> name(attribute_name(t, a.values[1], "hasattr"));
    if (!name) return Value();
    Ref<V> v(Classes<V>::get_attr_optional(t, a.values[0], name.template as<Str>()));
    return t.pending ? Value() : Value::boolean(static_cast<bool>(v));
  }
  static Value setattr(VmThread& t, A a) {
    Ref<V> name(attribute_name(t, a.values[1], "setattr"));
    return name && Classes<V>::set_attr(t, a.values[0], name.template as<Str>(), a.values[2])
               ? Value::none()
               : Value();
  }
  static Value delattr(VmThread& t, A a) {
    Ref<V> name(attribute_name(t, a.values[1], "delattr"));
    return name && Classes<V>::set_attr(t, a.values[0], name.template as<Str>(), Value())
               ? Value::none()
               : Value();
  }

  static Value iter(VmThread& t, A a) {
    if (a.count == 1) return Protocol<V>::iterate(t, a.values[0]);
    if (!Protocol<V>::is_callable(t, a.values[0]))
      return Errors<V>::type_error(t, "iter(v, w): v must be callable");
    auto* it = Heap<V>::template make<CallIterator>(t, Kind::CallIterator);
    it->function = V::newref(a.values[0]);
    it->sentinel = V::newref(a.values[1]);
    Heap<V>::track_immutable(t, it);
    return Value(it);
  }
  static Value next(VmThread& t, A a) {
    Class* cls = Classes<V>::class_of(t, a.values[0]);
    if (Classes<V>::special(t, cls, Special::next).is_null()) {
      return Errors<V>::type_error(
          t, "'" + std::string(cls->name->view()) + "' object is not an iterator");
    }
    if (a.values[0].object()->kind == Kind::Generator) return next_of_generator(t, a);
    Value v = Protocol<V>::next_or_stop(t, a.values[0]);
    if (v) return v;
    if (t.pending && (a.count < 2 || !Errors<V>::pending_is(t, Exc::StopIteration))) return Value();
    Errors<V>::clear(t);
    return a.count > 1 ? V::newref(a.values[1]) : Errors<V>::raise_stop(t, Value::none());
  }
  static Value next_of_generator(VmThread& t, A a) {
    Value returned;
    Value v = Interp<V>::resume_generator(t, a.values[0].as<Generator>(), Value(), &returned);
    if (v) return v;
    if (t.pending) return Value();
    Ref<V> result(returned);
    if (a.count > 1) return V::newref(a.values[1]);
    return Errors<V>::raise_stop(t, returned ? returned : Value::none());
  }

  static Value sum(VmThread& t, A a) {
    Value out[2];
    if (!bind_arguments<V>(t, "sum", a, {"iterable", "start"}, 1, out)) return Value();
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, out[0]));
    if (!iterator) return Value();
    if (out[1]) {
      Kind kind = Classes<V>::class_of(t, out[1])->instance_kind;
      if (kind == Kind::Str)
        return Errors<V>::type_error(t, "sum() can't sum strings [use ''.join(seq) instead]");
      if (kind == Kind::Bytes)
        return Errors<V>::type_error(t, "sum() can't sum bytes [use b''.join(seq) instead]");
      if (kind == Kind::ByteArray)
        return Errors<V>::type_error(t, "sum() can't sum bytearray [use b''.join(seq) instead]");
    }
    Ref<V> total = Ref<V>::share(out[1] ? out[1] : Value::integer(0));
    for (;;) {
      Ref<V> item(Protocol<V>::next(t, iterator.get()));
      if (!item) return t.pending ? Value() : total.take();
      int64_t r;
      if (both_int(total.get(), item.get()) &&
          !__builtin_add_overflow(static_cast<int64_t>(total.get().bits()),
                                  static_cast<int64_t>(item.get().bits() - 1), &r)) {
        total = Ref<V>(Value(static_cast<uint64_t>(r)));
        continue;
      }
      if (both_real(total.get(), item.get())) {
        Value sum = Value::try_real(total.get().as_real() + item.get().as_real());
        if (sum) {
          total = Ref<V>(sum);
          continue;
        }
      }
      total = Ref<V>(Protocol<V>::binary(t, BinaryOp::Add, total.get(), item.get(), false));
      if (!total) return Value();
    }
  }

  // Whether a is better than b: 1, 0 or -1, pending.
  static int is_better(VmThread& t, CompareOp better, Value a, Value b) {
    if (both_int(a, b))
      return better == CompareOp::Lt ? a.as_int() < b.as_int() : a.as_int() > b.as_int();
    if (both_real(a, b)) return quick_order(better, a.as_real(), b.as_real());
    return Protocol<V>::compare_bool(t, better, a, b);
  }
  static Value extreme_of_arguments(VmThread& t, A a, CompareOp better) {
    Value best = a.values[0];
    for (uint32_t k = 1; k < a.count; ++k) {
      int wins = is_better(t, better, a.values[k], best);
      if (wins < 0) return Value();
      if (wins) best = a.values[k];
    }
    return V::newref(best);
  }
  // min() and max(): the first of the smallest (largest) by key.
  static Value extreme(VmThread& t, A a, const char* name, CompareOp better) {
    if (!a.names && a.count > 1) return extreme_of_arguments(t, a, better);
    uint32_t positional = a.positional_count();
    NativeArgs keywords{a.values + positional, a.keyword_count(), a.names};
    Value out[2];
    if (!bind_arguments<V>(t, name, keywords, {"$key", "$default"}, 0, out)) return Value();
    if (positional == 0)
      return Errors<V>::type_error(t, std::string(name) + " expected at least 1 argument, got 0");
    if (positional > 1 && out[1]) {
      return Errors<V>::type_error(t, std::string("Cannot specify a default for ") + name +
                                          "() with multiple positional arguments");
    }
    Ref<V> many;
    if (positional > 1) {
      Tuple* tuple = Heap<V>::tuple(t, positional);
      for (uint32_t k = 0; k < positional; ++k) tuple->items[k] = V::newref(a.values[k]);
      many = Ref<V>(tuple);
    }
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, many ? many.get() : a.values[0]));
    if (!iterator) return Value();
    Value key = out[0] && !out[0].is_none() ? out[0] : Value();
    Ref<V> best, best_key;
    for (;;) {
      Ref<V> item(Protocol<V>::next(t, iterator.get()));
      if (!item) break;
      Ref<V> item_key =
          key ? Ref<V>(Protocol<V>::call(t, key, {item.get()})) : Ref<V>::share(item.get());
      if (!item_key) return Value();
      if (best) {
        int wins = is_better(t, better, item_key.get(), best_key.get());
        if (wins < 0) return Value();
        if (!wins) continue;
      }
      best = std::move(item);
      best_key = std::move(item_key);
    }
    if (t.pending) return Value();
    if (best) return best.take();
    if (out[1]) return V::newref(out[1]);
    return Errors<V>::value_error(t, std::string(name) + "() arg is an empty sequence");
  }
  static Value min(VmThread& t, A a) { return extreme(t, a, "min", CompareOp::Lt); }
  static Value max(VmThread& t, A a) { return extreme(t, a, "max", CompareOp::Gt); }

  static Value sorted(VmThread& t, A a) {
    Value out[3];
    if (a.positional_count() != 1)
      return Errors<V>::type_error(
          t, "sorted expected 1 argument, got " + std::to_string(a.positional_count()));
    if (!bind_arguments<V>(t, "sorted", a, {"/iterable", "$key", "$reverse"}, 1, out))
      return Value();
    Ref<V> list(Protocol<V>::to_list(t, out[0]));
    if (!list) return Value();
    int reverse = out[2] ? Protocol<V>::truth(t, out[2]) : 0;
    if (reverse < 0) return Value();
    Value key = out[1] && !out[1].is_none() ? out[1] : Value();
    return Lists<V>::sort(t, list.template as<List>(), key, reverse != 0) ? list.take() : Value();
  }

  static Value format(VmThread& t, A a) {
    std::string_view spec;
    if (a.count > 1) {
      if (Classes<V>::class_of(t, a.values[1])->instance_kind != Kind::Str) {
        return Errors<V>::type_error(t, "format() argument 2 must be str, not " +
                                            std::string(Classes<V>::class_name(t, a.values[1])));
      }
      spec = a.values[1].as<Str>()->view();
    }
    return object_value(Protocol<V>::format(t, a.values[0], spec));
  }

  // ---- names of the running frame
  static Value globals(VmThread& t, A) {
    return V::newref(Value(static_cast<Object*>(t.frame->globals)));
  }
  static Value locals(VmThread& t, A) {
    Frame* f = t.frame;
    if (f->names) return V::newref(Value(static_cast<Object*>(f->names)));
    if (!f->function) return V::newref(Value(static_cast<Object*>(f->globals)));
    const Code& code = *f->code->code;
    Ref<V> dict(Heap<V>::dict(t));
    auto add = [&](const std::string& name, Value v) {
      if (v.is_object() && v.object()->kind == Kind::Cell) v = v.as<Cell>()->value;
      if (v.is_null() || (!name.empty() && name[0] == '.')) return true;
      return Dicts<V>::set_str(t, dict.template as<Dict>(), std::string_view(name), v);
    };
    for (size_t k = 0; k < code.local_names.size(); ++k) {
      if (!add(code.local_names[k], f->registers[k])) return Value();
    }
    for (size_t k = 0; k < code.free_names.size() && f->function->closure; ++k) {
      if (code.free_names[k] != "__class__" &&
          !add(code.free_names[k], f->function->closure->items[k]))
        return Value();
    }
    return dict.take();
  }
  static Value vars(VmThread& t, A a) {
    if (a.count == 0) return locals(t, a);
    Value v = Classes<V>::get_attr_optional(t, a.values[0],
                                            t.isolate->specials[static_cast<int>(Special::dict)]);
    if (v || t.pending) return v;
    return Errors<V>::type_error(t, "vars() argument must have __dict__ attribute");
  }
  static Value dir(VmThread& t, A a) {
    Ref<V> names;
    if (a.count == 0) {
      Ref<V> scope(locals(t, a));
      if (!scope) return Value();
      names = Ref<V>(Dicts<V>::keys(t, scope.template as<Dict>()));
    } else {
      bool found = false;
      Ref<V> listed(Classes<V>::call_special(t, a.values[0], Special::dir, {}, found));
      if (!listed)
        return found ? Value() : Errors<V>::type_error(t, "object does not provide __dir__");
      names = Ref<V>(Protocol<V>::to_list(t, listed.get()));
    }
    if (!names || !Lists<V>::sort(t, names.template as<List>(), Value(), false)) return Value();
    return names.take();
  }

  static Value object_value(Str* s) { return s ? Value(static_cast<Object*>(s)) : Value(); }
};

template <class V>
const NativeDef* builtin_functions(size_t& count) {
  using F = BuiltinFunctions<V>;
  static const NativeDef kDefs[] = {
      {"abs", F::abs, 1, 1, 0},
      {"all", F::all, 1, 1, 0},
      {"any", F::any, 1, 1, 0},
      {"ascii", F::ascii, 1, 1, 0},
      {"bin", F::bin, 1, 1, 0},
      {"callable", F::callable, 1, 1, 0},
      {"chr", F::chr, 1, 1, 0},
      {"delattr", F::delattr, 2, 2, 0},
      {"dir", F::dir, 0, 1, 0},
      {"divmod", F::divmod, 2, 2, 0},
      {"exit", F::exit, 0, 1, 0},
      {"format", F::format, 1, 2, 0},
      {"getattr", F::getattr, 2, 3, 0},
      {"globals", F::globals, 0, 0, 0},
      {"hasattr", F::hasattr, 2, 2, 0},
      {"hash", F::hash, 1, 1, 0},
      {"hex", F::hex, 1, 1, 0},
      {"id", F::id, 1, 1, 0},
      {"isinstance", F::isinstance, 2, 2, 0},
      {"issubclass", F::issubclass, 2, 2, 0},
      {"iter", F::iter, 1, 2, 0},
      {"len", F::len, 1, 1, kNativeLen},
      {"locals", F::locals, 0, 0, 0},
      {"max", F::max, 0, -1, kNativeKeywords},
      {"min", F::min, 0, -1, kNativeKeywords},
      {"next", F::next, 1, 2, kNativeNext},
      {"oct", F::oct, 1, 1, 0},
      {"ord", F::ord, 1, 1, 0},
      {"pow", F::pow, 0, 3, kNativeKeywords},
      {"quit", F::exit, 0, 1, 0},
      {"repr", F::repr, 1, 1, 0},
      {"round", F::round, 0, 2, kNativeKeywords},
      {"setattr", F::setattr, 3, 3, 0},
      {"sorted", F::sorted, 0, -1, kNativeKeywords},
      {"sum", F::sum, 0, -1, kNativeKeywords},
      {"vars", F::vars, 0, 1, 0},
      {"__build_class__", Classes<V>::builtin_build_class, 2, -1, kNativeKeywords},
  };
  count = std::size(kDefs);
  return kDefs;
}

}  // namespace gilsim
