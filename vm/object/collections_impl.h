// What: what collections has natively beside deque: fields of named tuples, counting, what a
//   defaultdict does for a missing key, the ends of an OrderedDict.
// Idea: the classes are in the language (lib/collections.py); their frequent methods are these.
// Threads: any; counting one item in a dict is atomic, but in a published dict of lock-free
//   policies, where reading and storing are two steps.
// Not here: reading fields through inline caches (attribute_cache.h).
#pragma once

#include "vm/object/deque_methods_impl.h"
#include "vm/object/dict_methods_impl.h"
#include "vm/object/itertools_groups_impl.h"

namespace gilsim {

template <class V>
struct Collections {
  using A = const NativeArgs&;
  using Support = NativeSupport<V>;
  using Guard = typename V::Guard;

  // ---- _tuplegetter(index, doc)
  static Value getter_new(VmThread& t, A args) {
    int64_t index;
    if (!Tools<V>::size_argument(t, args.values[1], index)) return Value();
    auto* getter = Heap<V>::template make<TupleGetter>(t, Kind::TupleGetter);
    getter->index = index;
    getter->doc = V::newref(args.values[2]);
    Heap<V>::track(t, getter);
    return Value(getter);
  }
  static Ref<V> doc_of(TupleGetter* getter) {
    Guard guard(getter);
    return Ref<V>::share(getter->doc);
  }
  static Value getter_doc(VmThread&, A args) {
    Ref<V> doc = doc_of(args.values[0].template as<TupleGetter>());
    return doc ? doc.take() : Value::none();
  }
  static Value getter_set_doc(VmThread&, A args) {
    auto* getter = args.values[0].template as<TupleGetter>();
    Value doc = args.values[1] ? args.values[1] : Value::none();
    V::publish_for(getter, doc);
    Ref<V> old = Ref<V>::share(doc);
    Guard guard(getter);
    Value was = getter->doc;
    getter->doc = old.take();
    guard.unlock();
    V::decref(was);
    return Value::none();
  }
  static Value getter_repr(VmThread& t, A args) {
    auto* getter = args.values[0].template as<TupleGetter>();
    Ref<V> doc = doc_of(getter);
    Ref<V> text(Protocol<V>::repr(t, doc ? doc.get() : Value::none()));
    if (!text) return Value();
    return Value(Heap<V>::str(t, message({"_tuplegetter(", std::to_string(getter->index), ", ",
                                          text.template as<Str>()->view(), ")"})));
  }
  static Value getter_reduce(VmThread& t, A args) {
    auto* getter = args.values[0].template as<TupleGetter>();
    Ref<V> index(Heap<V>::integer(t, getter->index)), doc = doc_of(getter);
    Ref<V> parts(Heap<V>::tuple(t, {index.get(), doc ? doc.get() : Value::none()}));
    return Value(Heap<V>::tuple(t, {Value(getter->cls), parts.get()}));
  }

  // ---- counting
  static bool has_own(VmThread& t, Class* c, Class* dict, Special name) {
    return Classes<V>::special(t, c, name) != Classes<V>::special(t, dict, name);
  }
  // A dict whose items are got and set as a dict's are.
  static bool counts_plainly(VmThread& t, Value mapping) {
    if (!mapping.is_object() || mapping.object()->kind != Kind::Dict) return false;
    Class* c = mapping.object()->cls;
    Class* dict = t.isolate->classes[static_cast<int>(Kind::Dict)];
    if (c == dict) return true;
    if (has_own(t, c, dict, Special::setitem)) return false;
    Ref<V> name(Heap<V>::intern(t, "get"));
    Ref<V> own(Classes<V>::lookup(t, c, name.template as<Str>()));
    Ref<V> plain(Classes<V>::lookup(t, dict, name.template as<Str>()));
    return own.get() == plain.get();
  }
  // False: pending.
  static bool count_one(VmThread& t, Dict* dict, Value key) {
    int64_t hash;
    if (!Keys<V>::hash(t, key, hash)) return false;
    if (!V::is_published(dict)) {
      bool done = false;
      bool good = DictCore<V>::with(t, dict, key, hash, [&](int32_t at) {
        if (at < 0) return;
        Value& value = dict->entries[at].value;
        if (!value.is_int() || value.as_int() == Value::kIntMax) return;
        value = Value::integer(value.as_int() + 1);
        done = true;
      });
      if (!good || done) return good;
    }
    bool error = false;
    Ref<V> old(DictCore<V>::get_hashed(t, dict, key, hash, error));
    if (error) return false;
    Ref<V> one(Heap<V>::integer(t, int64_t{1}));
    Ref<V> sum(old ? Protocol<V>::binary(t, BinaryOp::Add, old.get(), one.get(), false)
                   : one.take());
    return sum && DictCore<V>::set_hashed(t, dict, key, hash, sum.get());
  }
  static bool count_by_methods(VmThread& t, Value mapping, Value get, Value key) {
    Ref<V> zero(Heap<V>::integer(t, int64_t{0})), one(Heap<V>::integer(t, int64_t{1}));
    Ref<V> old(Protocol<V>::call(t, get, {key, zero.get()}));
    if (!old) return false;
    Ref<V> sum(Protocol<V>::binary(t, BinaryOp::Add, old.get(), one.get(), false));
    return sum && Protocol<V>::set_item(t, mapping, key, sum.get());
  }
  // _count_elements(mapping, iterable)
  static Value count_elements(VmThread& t, A args) {
    Value mapping = args.values[0];
    bool plain = counts_plainly(t, mapping);
    Ref<V> get;
    if (!plain) {
      get = Ref<V>(Classes<V>::get_attr(t, mapping, std::string_view("get")));
      if (!get) return Value();
    }
    Ref<V> iterator(Protocol<V>::iterate_at_once(t, args.values[1]));
    if (!iterator) return Value();
    for (uint64_t n = 1;; ++n) {
      Ref<V> key(Protocol<V>::next(t, iterator.get()));
      if (!key) return Support::none_if(t.pending.is_null());
      if (plain ? !count_one(t, mapping.as<Dict>(), key.get())
                : !count_by_methods(t, mapping, get.get(), key.get()))
        return Value();
      if (!Protocol<V>::within_memory(t, n)) return Value();
    }
  }

  // ---- defaultdict.__missing__(key)
  static Value missing(VmThread& t, A args) {
    auto* name = static_cast<Str*>(args.callee->data);  // "default_factory"
    Ref<V> factory(Classes<V>::get_attr(t, args.values[0], name));
    if (!factory) return Value();
    if (factory.get().is_none()) return Errors<V>::raise_value(t, Exc::KeyError, args.values[1]);
    Ref<V> value(Protocol<V>::call(t, factory.get(), {}));
    if (!value) return Value();
    Class* dict = t.isolate->classes[static_cast<int>(Kind::Dict)];
    bool own = has_own(t, args.values[0].object()->cls, dict, Special::setitem);
    bool good =
        own ? Protocol<V>::set_item(t, args.values[0], args.values[1], value.get())
            : Dicts<V>::set(t, args.values[0].template as<Dict>(), args.values[1], value.get());
    return good ? value.take() : Value();
  }

  // ---- OrderedDict
  static bool read_last(VmThread& t, A args, const char* name, uint32_t self_and_more, bool& last) {
    Value out[1];
    NativeArgs rest{args.values + self_and_more, args.count - self_and_more, args.names};
    if (!bind_arguments<V>(t, name, rest, {"last"}, 0, out)) return false;
    int truth = out[0] ? Protocol<V>::truth(t, out[0]) : 1;
    last = truth == 1;
    return truth >= 0;
  }
  // Owned, or null without an exception: there is none.
  static Value first_key(VmThread& t, Dict* dict) {
    if (!V::is_published(dict)) {
      Guard guard(dict);
      if (dict->used == 0) return Value();
      // A first entry that is deleted keeps, as its value, how many behind it are.
      DictEntry& front = dict->entries[0];
      uint32_t from = front.key.is_null() && front.value.is_int()
                          ? static_cast<uint32_t>(front.value.as_int())
                          : 0;
      int32_t at = dict_next(dict, from);
      if (at < 0) return Value();
      if (at > 0) front.value = Value::integer(at);
      return V::newref(dict->entries[at].key);
    }
    uint32_t position = 0;
    Value key, value;
    if (!Dicts<V>::next_entry(t, dict, position, key, value)) return Value();
    V::decref(value);
    return key;
  }
  static Value no_key(VmThread& t) {
    Ref<V> text(Heap<V>::str(t, "dictionary is empty"));
    return Errors<V>::raise_value(t, Exc::KeyError, text.get());
  }
  static Value ordered_popitem(VmThread& t, A args) {
    bool last = true;
    if (!read_last(t, args, "popitem", 1, last)) return Value();
    auto* dict = args.values[0].template as<Dict>();
    if (last) {
      if (DictCore<V>::size(dict) == 0) return no_key(t);
      return DictMethods<V>::popitem(t, NativeArgs{args.values, 1, nullptr});
    }
    for (;;) {
      Ref<V> key(first_key(t, dict));
      if (!key) return no_key(t);
      bool error = false;
      Ref<V> value(Dicts<V>::pop(t, dict, key.get(), error));
      if (error) return Value();
      // Else another thread was faster.
      if (value) return Value(Heap<V>::tuple(t, {key.get(), value.get()}));
    }
  }
  static Value move_to_end(VmThread& t, A args) {
    bool last = true;
    if (!read_last(t, args, "move_to_end", 2, last)) return Value();
    auto* dict = args.values[0].template as<Dict>();
    Value key = args.values[1];
    bool error = false;
    Ref<V> value(Dicts<V>::pop(t, dict, key, error));
    if (error) return Value();
    if (!value) return Errors<V>::raise_value(t, Exc::KeyError, key);
    Ref<V> rest;
    if (!last) {
      rest = Ref<V>(Dicts<V>::copy(t, dict));
      Dicts<V>::clear(t, dict);
    }
    return Support::none_if(Dicts<V>::set(t, dict, key, value.get()) &&
                            (last || Dicts<V>::update(t, dict, rest.get())));
  }

  // ---- the module
  static void add_function(VmThread& t, Module* module, const NativeDef* def) {
    Ref<V> function(Heap<V>::native(t, def, Value()));
    // Methods of classes in the language that derive from dict.
    if (def->flags & kNativeMethod)
      function.template as<NativeFunction>()->owner =
          t.isolate->classes[static_cast<int>(Kind::Dict)];
    if (def->function == &missing)
      function.template as<NativeFunction>()->data = Heap<V>::intern(t, "default_factory");
    Dicts<V>::set_str(t, module->dict, def->name, function.get());
  }
  static void create_getter(VmThread& t, Module* module) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef kMethods[] = {
        {"__new__", getter_new, 3, 3, kNativeStatic},
        {"__repr__", getter_repr, 0, 0, m},
        {"__reduce__", getter_reduce, 0, 0, m},
    };
    static const GetSetDef kAttributes[] = {
        {{"__doc__", getter_doc, 0, 0, m}, {"__doc__", getter_set_doc, 1, 1, m}}};
    Class* c = t.isolate->classes[static_cast<int>(Kind::TupleGetter)];
    Ref<V> name(Heap<V>::intern(t, "_collections"));
    Str* key = t.isolate->specials[static_cast<int>(Special::module)];
    Dicts<V>::set_str(t, c->dict, key, name.get());
    Classes<V>::add_attributes(t, c, kAttributes, std::size(kAttributes));
    Tools<V>::add_slots(t, c, {Special::get, Special::set, Special::delete_});
    Classes<V>::add_methods(t, c, kMethods, std::size(kMethods));
    Tools<V>::export_class(t, module, c);
  }
  static void create(VmThread& t, Module* module) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef kFunctions[] = {
        {"_count_elements", count_elements, 2, 2, 0},
        {"__missing__", missing, 1, 1, m},
        {"popitem", ordered_popitem, 0, 1, m | kNativeKeywords},
        {"move_to_end", move_to_end, 1, 2, m | kNativeKeywords},
    };
    DequeMethods<V>::create(t, module);
    create_getter(t, module);
    for (const NativeDef& def : kFunctions) add_function(t, module, &def);
  }
};

template <class V>
void LibraryParts<V>::itertools(VmThread& t, Module* module) {
  ItertoolsGroups<V>::create(t, module);
}
template <class V>
void LibraryParts<V>::collections(VmThread& t, Module* module) {
  Collections<V>::create(t, module);
}

}  // namespace gilsim
