// What: making and reading the iterators of library modules (ToolIterator): what their steps share.
// Idea: one layout for all of them. What a step knows are counted parts, small ints among them, and
// a few numbers; a class of its own, made when its module is imported, gives it its name.
// Invariants: I1 parts, state and numbers that change are read and written under the iterator's
//   guard, and no Python code runs under it. I2 a part that is stepped or called is held meanwhile.
// Threads: any; an iterator shared by threads gives each item to one of them, unless its step says
//   otherwise.
// Not here: the steps (itertools_impl.h, combinatorics_impl.h, deque_methods_impl.h).
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>

#include "vm/object/native_support.h"

namespace gilsim {

template <class V>
struct BuiltinSlots;

template <class V>
struct Tools {
  using A = const NativeArgs&;
  using Guard = typename V::Guard;

  // An iterator of class c with these parts, which it takes over, and `more` empty ones.
  static ToolIterator* make(VmThread& t, Class* c, ToolIterator::Step step,
                            std::initializer_list<Value> owned, size_t more = 0) {
    size_t count = owned.size() + more;
    auto* it = static_cast<ToolIterator*>(
        Classes<V>::allocate_with_attrs(t, c, sizeof(ToolIterator) + count * sizeof(Value)));
    it->step = step;
    it->part_count = static_cast<uint32_t>(count);
    it->state = 0;
    for (int64_t& n : it->numbers) n = 0;
    Value* to = std::copy(owned.begin(), owned.end(), it->parts);
    std::fill(to, it->parts + count, Value());
    Heap<V>::track(t, it);
    return it;
  }
  static Class* class_of(A args) { return args.values[0].template as<Class>(); }

  // ---- parts
  static Ref<V> part(ToolIterator* it, uint32_t k) {
    Guard guard(it);
    return Ref<V>::share(it->parts[k]);
  }
  static void put(ToolIterator* it, uint32_t k, Value owned) {
    V::publish_for(it, owned);
    Value old;
    {
      Guard guard(it);
      old = it->parts[k];
      it->parts[k] = owned;
    }
    V::decref(old);
  }
  static void clear(ToolIterator* it, uint32_t k) { put(it, k, Value()); }
  // Drops a part that has ended, unless another thread has put something else there.
  static void clear_ended(ToolIterator* it, uint32_t k, Value ended) {
    {
      Guard guard(it);
      if (it->parts[k] != ended) return;
      it->parts[k] = Value();
    }
    V::decref(ended);
  }

  // The next item of the iterator in part k. Null: it has ended, or pending; source, null if there
  // was none any more, is that iterator, which is held meanwhile.
  [[gnu::always_inline]] static Value next_of(VmThread& t, ToolIterator* it, uint32_t k,
                                              Ref<V>& source) {
    if constexpr (!V::kParallel) {
      // What lists and ranges do in a step runs no Python code: nobody can take the part away.
      Value iterator = it->parts[k];
      if (iterator.is_object()) {
        if (Value v = iterator_step_inline<V>(iterator)) return v;
      }
    }
    return next_held(t, it, k, source);
  }
  [[gnu::noinline]] static Value next_held(VmThread& t, ToolIterator* it, uint32_t k,
                                           Ref<V>& source) {
    source = part(it, k);
    return source ? Protocol<V>::next(t, source.get()) : Value();
  }

  // Asked in loops that may give nothing for long. False: an exception is pending.
  static bool may_go_on(VmThread& t, uint64_t& rounds) {
    constexpr uint64_t kOften = 128;
    if (++rounds % kOften != 0 || !t.isolate->hooks.safe_point) return true;
    return t.isolate->hooks.safe_point(t);
  }

  // ---- arguments of constructors that take no keywords; values[0] is the class
  static bool by_position(VmThread& t, A args, const char* name, uint32_t low, uint32_t high) {
    if (args.keyword_count() && NativeSupport<V>::is_exact_class(args.values[0])) {
      Errors<V>::type_error(t, message({name, "() takes no keyword arguments"}));
      return false;
    }
    uint32_t given = args.positional_count() - 1;
    if (given >= low && given <= high) return true;
    uint32_t wanted = given < low ? low : high;
    std::string_view how = low == high ? "" : given < low ? "at least " : "at most ";
    Errors<V>::type_error(t, message({name, " expected ", how, std::to_string(wanted), " argument",
                                      plural(wanted), ", got ", std::to_string(given)}));
    return false;
  }
  // A size: an int, or what has __index__.
  static bool size_argument(VmThread& t, Value v, int64_t& out) {
    if (v.is_int()) {
      out = v.as_int();
      return true;
    }
    return Protocol<V>::size_of(t, v, out);
  }

  // ---- classes
  static void add_slots(VmThread& t, Class* c, std::initializer_list<Special> specials) {
    for (Special s : specials) {
      Classes<V>::add_methods(t, c, &BuiltinSlots<V>::table()[static_cast<size_t>(s)], 1);
    }
  }
  static void export_class(VmThread& t, Module* module, Class* c) {
    Dicts<V>::set_str(t, module->dict, c->name, Value(c));
  }
  // A class of iterators; name with its module's.
  static Class* add_class(VmThread& t, Module* module, std::string_view name,
                          const NativeDef* methods, size_t count) {
    Class* c = Classes<V>::make_builtin(t, name, t.isolate->classes[static_cast<int>(Kind::Object)],
                                        Kind::Tool, methods, count);
    add_slots(t, c, {Special::iter, Special::next});
    V::publish_parts(c);
    if (module) export_class(t, module, c);
    return c;
  }
};

}  // namespace gilsim
