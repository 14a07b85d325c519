// What: itertools' iterators that hold several items or sources: zip_longest, groupby, tee; and
//   making the module's classes.
// Idea: the readers of one iterator made by tee() go along a chain of lists, which ends with them:
//   what all have read is freed. Each list's last entry is the next list.
// Threads: any; two threads that read from one source by tee() at the same time get a RuntimeError.
// Not here: the other iterators (itertools_impl.h, combinatorics_impl.h).
#pragma once

#include "vm/object/combinatorics_impl.h"
#include "vm/object/generic_alias_impl.h"
#include "vm/object/itertools_impl.h"

namespace gilsim {

template <class V>
struct ItertoolsGroups {
  using A = const NativeArgs&;
  using T = Tools<V>;
  using Guard = typename V::Guard;
  using Support = NativeSupport<V>;

  // ---- zip_longest: what fills, the sources that have not ended; numbers: how many
  static Value step_longest(VmThread& t, ToolIterator* it) {
    uint32_t n = it->part_count - 1;
    {
      Guard guard(it);
      if (it->numbers[0] == 0) return Value();
    }
    Ref<V> row(Heap<V>::tuple(t, n));
    for (uint32_t k = 0; k < n; ++k) {
      Ref<V> source;
      Value item = T::next_of(t, it, k + 1, source);
      if (!item && source && !source_ended(t, it, k + 1, source.get())) return Value();
      row.template as<Tuple>()->items[k] = item ? item : V::newref(it->parts[0]);
    }
    return row.take();
  }
  // False: it was the last, or an exception is pending.
  static bool source_ended(VmThread& t, ToolIterator* it, uint32_t k, Value source) {
    T::clear_ended(it, k, source);
    Guard guard(it);
    if (t.pending) it->numbers[0] = 0;
    return it->numbers[0] != 0 && --it->numbers[0] != 0;
  }
  static Value longest_new(VmThread& t, A args) {
    Value fill = Value::none();
    uint32_t positional = args.positional_count();
    for (uint32_t k = 0; k < args.keyword_count(); ++k) {
      if (args.names->items[k].template as<Str>()->view() != "fillvalue")
        return Errors<V>::type_error(t, "zip_longest() got an unexpected keyword argument");
      fill = args.values[positional + k];
    }
    OwnedValues<V> sources;
    for (uint32_t k = 1; k < positional; ++k) {
      Value source = Protocol<V>::iterate(t, args.values[k]);
      if (!source) return Value();
      sources.add(source);
    }
    auto* it = T::make(t, T::class_of(args), step_longest, {V::newref(fill)}, sources.size());
    std::copy_n(sources.data(), sources.size(), it->parts + 1);
    it->numbers[0] = static_cast<int64_t>(sources.size());
    sources.forget();
    return Value(it);
  }

  // ---- groupby: the source, the key function or null, the key of the present group, the item read
  // ahead and its key; numbers: the serial number of the present group
  enum GroupPart : uint32_t { kSource, kFunction, kTarget, kItem, kKey, kGroupParts };

  // Reads one item ahead. False: there is none, or pending.
  static bool read_ahead(VmThread& t, ToolIterator* it) {
    Ref<V> source = T::part(it, kSource);
    if (!source) return false;
    Ref<V> item(Protocol<V>::next(t, source.get()));
    if (!item) return false;
    Ref<V> key(it->parts[kFunction] ? Protocol<V>::call(t, it->parts[kFunction], {item.get()})
                                    : V::newref(item.get()));
    if (!key) return false;
    T::put(it, kItem, item.take());
    T::put(it, kKey, key.take());
    return true;
  }
  static Value step_groups(VmThread& t, ToolIterator* it) {
    {
      Guard guard(it);
      ++it->numbers[0];
    }
    for (uint64_t rounds = 0;;) {
      Ref<V> key = T::part(it, kKey), target = T::part(it, kTarget);
      if (key && !target) break;
      int same = key ? Protocol<V>::equal(t, target.get(), key.get()) : 1;
      if (same == 0) break;
      if (same < 0 || !T::may_go_on(t, rounds) || !read_ahead(t, it)) return Value();
    }
    Ref<V> key = T::part(it, kKey);
    T::put(it, kTarget, V::newref(key.get()));
    Class* plain = t.isolate->classes[static_cast<int>(Kind::Tool)];
    auto* members = T::make(t, group_class(it, plain), step_members,
                            {V::newref(Value(it)), V::newref(key.get())});
    members->numbers[0] = serial(it);
    Ref<V> group(members);
    return Value(Heap<V>::tuple(t, {key.get(), group.get()}));
  }
  static Class* group_class(ToolIterator* it, Class* plain) {
    return it->part_count > kGroupParts ? it->parts[kGroupParts].template as<Class>() : plain;
  }
  static int64_t serial(ToolIterator* it) {
    Guard guard(it);
    return it->numbers[0];
  }
  // The members of a group: the groupby, the group's key; numbers: its serial number.
  static Value step_members(VmThread& t, ToolIterator* it) {
    if (!it->parts[0]) return Value();
    auto* groups = it->parts[0].template as<ToolIterator>();
    if (serial(groups) != it->numbers[0]) return Value();
    Ref<V> item = T::part(groups, kItem);
    if (!item) {
      if (!read_ahead(t, groups)) return Value();
      item = T::part(groups, kItem);
    }
    Ref<V> key = T::part(groups, kKey);
    if (!key || Protocol<V>::equal(t, it->parts[1], key.get()) != 1) return Value();
    T::clear(groups, kItem);
    T::clear(groups, kKey);
    return item.take();
  }
  static Value groups_new(VmThread& t, A args) {
    Value out[2];
    if (!bind_arguments<V>(t, "groupby", Support::rest(args), {"iterable", "key"}, 1, out))
      return Value();
    Value source = Protocol<V>::iterate(t, out[0]);
    if (!source) return Value();
    Value function = out[1] && !out[1].is_none() ? V::newref(out[1]) : Value();
    auto* members = static_cast<Class*>(args.callee ? args.callee->data : nullptr);
    Value cls = members ? V::newref(Value(members)) : Value();
    return Value(T::make(t, T::class_of(args), step_groups,
                         {source, function, Value(), Value(), Value(), cls}));
  }

  // ---- tee: what its readers share (the source; state: being read), the present list; numbers:
  // the place in it
  static constexpr uint64_t kListItems = kHostile ? 1 : 56;

  static Value step_tee(VmThread& t, ToolIterator* it) {
    for (uint64_t rounds = 0; T::may_go_on(t, rounds);) {
      Ref<V> list;
      int64_t at;
      {
        Guard guard(it);
        list = Ref<V>::share(it->parts[1]);
        at = it->numbers[0];
      }
      if (!list) return Value();
      Ref<V> item(ListCore<V>::at(list.template as<List>(), static_cast<uint64_t>(at)));
      if (item && static_cast<uint64_t>(at) == kListItems) {
        move_on(it, list.get(), item);
      } else if (item) {
        Guard guard(it);
        it->numbers[0] = at + 1;
        return item.take();
      } else if (!read_for_all(t, it, list.template as<List>(), static_cast<uint64_t>(at))) {
        return Value();
      }
    }
    return Value();
  }
  // To the list behind `from`.
  static void move_on(ToolIterator* it, Value from, Ref<V>& next) {
    V::publish_for(it, next.get());
    Guard guard(it);
    if (it->parts[1] != from) return;
    Value old = it->parts[1];
    it->parts[1] = next.take();
    it->numbers[0] = 0;
    next = Ref<V>(old);
  }
  // One more item into the list, if it still ends at `at`. False: there is none, or pending.
  static bool read_for_all(VmThread& t, ToolIterator* it, List* list, uint64_t at) {
    if (!it->parts[0]) return false;
    auto* shared = it->parts[0].template as<ToolIterator>();
    {
      Guard guard(shared);
      if (shared->state == 0) {
        shared->state = 1;
        shared = nullptr;
      }
    }
    if (shared) {
      Errors<V>::raise(t, Exc::RuntimeError, "cannot re-enter the tee iterator");
      return false;
    }
    shared = it->parts[0].template as<ToolIterator>();
    bool done = true;
    if (ListCore<V>::size(list) == at) {
      Ref<V> item(shared->parts[0] ? Protocol<V>::next(t, shared->parts[0]) : Value());
      done = item && Lists<V>::append(t, list, item.get());
      if (done && at + 1 == kListItems) {
        Ref<V> behind(Heap<V>::list(t));
        done = Lists<V>::append(t, list, behind.get());
      }
    }
    Guard guard(shared);
    shared->state = 0;
    return done;
  }
  static Value reader(VmThread& t, Class* c, ToolIterator* other) {
    Guard guard(other);
    Ref<V> list = Ref<V>::share(other->parts[1]);
    Ref<V> shared = Ref<V>::share(other->parts[0]);
    int64_t at = other->numbers[0];
    guard.unlock();
    auto* it = T::make(t, c, step_tee, {shared.take(), list.take()});
    it->numbers[0] = at;
    return Value(it);
  }
  static bool is_reader(Value v) {
    return v.is_object() && v.object()->kind == Kind::Tool &&
           v.as<ToolIterator>()->step == &step_tee;
  }
  // _tee(iterable): the first reader.
  static Value first_reader(VmThread& t, Class* c, Value iterable) {
    Ref<V> source(Protocol<V>::iterate(t, iterable));
    if (!source) return Value();
    if (is_reader(source.get())) return reader(t, c, source.template as<ToolIterator>());
    Class* plain = t.isolate->classes[static_cast<int>(Kind::Tool)];
    Value shared(T::make(t, plain, step_tee, {source.take()}));
    return Value(T::make(t, c, step_tee, {shared, Value(Heap<V>::list(t))}));
  }
  static Value reader_new(VmThread& t, A args) {
    if (!T::by_position(t, args, "_tee", 1, 1)) return Value();
    return first_reader(t, T::class_of(args), args.values[1]);
  }
  static Value reader_copy(VmThread& t, A args) {
    auto* it = args.values[0].template as<ToolIterator>();
    return reader(t, it->cls, it);
  }
  // tee(iterable, n=2)
  static Value tee(VmThread& t, A args) {
    int64_t n = 2;
    if (args.count > 1 && !T::size_argument(t, args.values[1], n)) return Value();
    if (n < 0) return Errors<V>::value_error(t, "n must be >= 0");
    Ref<V> readers(Heap<V>::tuple(t, static_cast<size_t>(n)));
    if (n == 0) return readers.take();
    Ref<V> source(Protocol<V>::iterate(t, args.values[0]));
    if (!source) return Value();
    Value* items = readers.template as<Tuple>()->items;
    bool copies = !is_reader(source.get()) && has_copy(t, source.get());
    if (t.pending) return Value();
    if (is_reader(source.get()) || copies)
      items[0] = source.take();
    else
      items[0] = first_reader(t, static_cast<Class*>(args.callee->data), source.get());
    for (int64_t k = 1; k < n && items[0]; ++k) {
      items[k] = copies ? Protocol<V>::call_method(t, items[0], "__copy__", {})
                        : reader(t, items[0].object()->cls, items[0].template as<ToolIterator>());
      if (!items[k]) return Value();
    }
    return items[0] ? readers.take() : Value();
  }
  static bool has_copy(VmThread& t, Value v) {
    Ref<V> name(Heap<V>::intern(t, "__copy__"));
    return static_cast<bool>(Ref<V>(Classes<V>::get_attr_optional(t, v, name.template as<Str>())));
  }

  // ---- the module's classes
  static constexpr uint8_t kNew = kNativeStatic | kNativeKeywords;

  static void create(VmThread& t, Module* module) {
    using I = Itertools<V>;
    using C = Combinatorics<V>;
    static const NativeDef kCount[] = {{"__new__", I::count_new, 1, -1, kNew},
                                       {"__repr__", I::count_repr, 0, 0, kNativeMethod},
                                       {"__reduce__", I::count_reduce, 0, 0, kNativeMethod}};
    static const NativeDef kRepeat[] = {{"__new__", I::repeat_new, 1, -1, kNew},
                                        {"__repr__", I::repeat_repr, 0, 0, kNativeMethod},
                                        {"__length_hint__", I::repeat_hint, 0, 0, kNativeMethod},
                                        {"__reduce__", I::repeat_reduce, 0, 0, kNativeMethod}};
    static const NativeDef kChain[] = {
        {"__new__", I::chain_new, 1, -1, kNew},
        {"from_iterable", I::chain_from, 1, 1, kNativeClassMethod},
        {"__class_getitem__", GenericAliases<V>::class_getitem, 1, 1, kNativeClassMethod}};
    static const struct {
      const char* name;
      NativeDef make;
    } kOthers[] = {
        {"itertools.cycle", {"__new__", I::cycle_new, 1, -1, kNew}},
        {"itertools.islice", {"__new__", I::slice_new, 1, -1, kNew}},
        {"itertools.accumulate", {"__new__", I::accumulate_new, 1, -1, kNew}},
        {"itertools.starmap", {"__new__", I::starmap_new, 1, -1, kNew}},
        {"itertools.takewhile", {"__new__", I::takewhile_new, 1, -1, kNew}},
        {"itertools.dropwhile", {"__new__", I::dropwhile_new, 1, -1, kNew}},
        {"itertools.filterfalse", {"__new__", I::filterfalse_new, 1, -1, kNew}},
        {"itertools.compress", {"__new__", I::compress_new, 1, -1, kNew}},
        {"itertools.pairwise", {"__new__", I::pairwise_new, 1, -1, kNew}},
        {"itertools.zip_longest", {"__new__", longest_new, 1, -1, kNew}},
        {"itertools.product", {"__new__", C::product_new, 1, -1, kNew}},
        {"itertools.permutations", {"__new__", C::permutations_new, 1, -1, kNew}},
        {"itertools.combinations", {"__new__", C::combinations_new, 1, -1, kNew}},
        {"itertools.combinations_with_replacement", {"__new__", C::repeated_new, 1, -1, kNew}},
    };
    T::add_class(t, module, "itertools.count", kCount, std::size(kCount));
    T::add_class(t, module, "itertools.repeat", kRepeat, std::size(kRepeat));
    T::add_class(t, module, "itertools.chain", kChain, std::size(kChain));
    for (const auto& other : kOthers) T::add_class(t, module, other.name, &other.make, 1);
    create_groups(t, module);
  }
  static void create_groups(VmThread& t, Module* module) {
    static const NativeDef kGroups[] = {{"__new__", groups_new, 1, -1, kNew}};
    static const NativeDef kReader[] = {{"__new__", reader_new, 1, -1, kNew},
                                        {"__copy__", reader_copy, 0, 0, kNativeMethod}};
    static const NativeDef kTee = {"tee", tee, 1, 2, 0};
    Class* members = T::add_class(t, nullptr, "itertools._grouper", nullptr, 0);
    Class* groups = T::add_class(t, module, "itertools.groupby", kGroups, std::size(kGroups));
    // The classes are immortal, so that others may know them without a count.
    set_data(t, groups, members);
    Class* readers = T::add_class(t, nullptr, "itertools._tee", kReader, std::size(kReader));
    Ref<V> function(Heap<V>::native(t, &kTee, Value(), readers));
    Dicts<V>::set_str(t, module->dict, "tee", function.get());
  }
  // What the constructor of a class finds as its data.
  static void set_data(VmThread& t, Class* c, void* data) {
    Ref<V> make(
        Dicts<V>::get_str(t, c->dict, t.isolate->specials[static_cast<int>(Special::new_)]));
    make.template as<NativeFunction>()->data = data;
  }
};

}  // namespace gilsim
