// What: making classes: linearisation, layout, __slots__, and the steps of type.__new__.
// Idea: the order of base classes is C3 (Barrett et al., "A monotonic superclass linearization for
// Dylan", 1996), as in CPython. Invariants: I1 a class is complete, and listed with its bases,
// before any of its hooks (__set_name__, __init_subclass__) runs.
//   I2 all layouts among the bases are one, object's excepted.
// Threads: any; lists of subclasses under the isolate's class guard.
// Not here: __build_class__ and the metaclass's part (class_build_impl.h).
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "vm/object/class_impl.h"
#include "vm/object/text/unicode_classes.h"

namespace gilsim {

template <class V>
struct ClassNatives;

template <class V>
struct ClassMaker {
  static Class* builtin(VmThread& t, Kind kind) {
    return t.isolate->classes[static_cast<int>(kind)];
  }
  static Str* name_of(VmThread& t, Special s) { return t.isolate->specials[static_cast<int>(s)]; }

  // ---- C3. Empty: TypeError pending. Borrowed classes.
  static std::vector<Class*> linearise(VmThread& t, Class* self, const std::vector<Class*>& bases) {
    std::vector<std::vector<Class*>> lists;
    for (Class* base : bases) {
      std::vector<Class*> list;
      for (uint64_t k = 0; k < base->mro->size; ++k)
        list.push_back(base->mro->items[k].template as<Class>());
      lists.push_back(std::move(list));
    }
    lists.push_back(bases);
    std::vector<size_t> heads(lists.size(), 0);
    std::vector<Class*> order{self};
    for (;;) {
      Class* next = nullptr;
      bool rest = false;
      for (size_t k = 0; k < lists.size() && !next; ++k) {
        if (heads[k] == lists[k].size()) continue;
        rest = true;
        if (!in_a_tail(lists, heads, lists[k][heads[k]])) next = lists[k][heads[k]];
      }
      if (!rest) return order;
      if (!next) return inconsistent(t, lists, heads);
      order.push_back(next);
      for (size_t k = 0; k < lists.size(); ++k) {
        if (heads[k] < lists[k].size() && lists[k][heads[k]] == next) ++heads[k];
      }
    }
  }

  // ---- bases and layout
  static bool check_bases(VmThread& t, Tuple* bases, std::vector<Class*>& out) {
    for (uint64_t k = 0; k < bases->size; ++k) {
      if (!ClassChecks<V>::is_class(bases->items[k])) {
        Errors<V>::type_error(t, "bases must be types");
        return false;
      }
      auto* base = bases->items[k].template as<Class>();
      if (base->class_flags & kClassFinal) {
        Errors<V>::type_error(
            t, message({"type '", full_name(t, base), "' is not an acceptable base type"}));
        return false;
      }
      if (std::find(out.begin(), out.end(), base) != out.end()) {
        Errors<V>::type_error(t, message({"duplicate base class ", base->name->view()}));
        return false;
      }
      out.push_back(base);
    }
    if (out.empty()) out.push_back(builtin(t, Kind::Object));
    return true;
  }

  static std::string full_name(VmThread& t, Class* c) {
    Ref<V> module(Dicts<V>::get_str(t, c->dict, name_of(t, Special::module)));
    std::string_view prefix;
    if (module && Classes<V>::isinstance(t, module.get(), builtin(t, Kind::Str)))
      prefix = module.template as<Str>()->view();
    if (prefix.empty() || prefix == "builtins") return std::string(c->qualified_name->view());
    return message({prefix, ".", c->qualified_name->view()});
  }

  // Keeps I2. False: TypeError pending.
  static bool common_layout(VmThread& t, const std::vector<Class*>& bases, Kind& kind) {
    kind = Kind::Object;
    Class* owner = nullptr;
    for (Class* base : bases) {
      if (base->instance_kind == Kind::Object) continue;
      Class* native = base;
      while (!(native->class_flags & kClassBuiltin))
        native = native->mro->items[1].template as<Class>();
      if (kind != Kind::Object && kind != base->instance_kind) {
        Errors<V>::type_error(t, "multiple bases have instance lay-out conflict");
        return false;
      }
      kind = base->instance_kind;
      owner = native;
    }
    (void)owner;
    return true;
  }

  // The metaclass that all bases agree with; null: TypeError pending.
  static Class* best_metaclass(VmThread& t, Class* meta, const std::vector<Class*>& bases) {
    for (Class* base : bases) {
      Class* other = base->cls;
      if (Classes<V>::is_subclass(meta, other)) continue;
      if (Classes<V>::is_subclass(other, meta)) {
        meta = other;
        continue;
      }
      Errors<V>::type_error(t,
                            "metaclass conflict: the metaclass of a derived class must be a "
                            "(non-strict) subclass of the "
                            "metaclasses of all its bases");
      return nullptr;
    }
    return meta;
  }

  // ---- the class object: fields that have no Python code behind them. Owned; its namespace is
  // empty.
  static Class* bare(VmThread& t, Class* meta, Str* name, Kind kind,
                     const std::vector<Class*>& bases, uint32_t flags) {
    auto* c = static_cast<Class*>(Heap<V>::allocate(t, Kind::Class, meta, sizeof(Class)));
    reset(c);
    c->name = V::newref(name);
    c->qualified_name = V::newref(name);
    c->instance_kind = kind;
    c->class_flags = flags;
    Tuple* base_tuple = Heap<V>::tuple(t, bases.size());
    for (size_t k = 0; k < bases.size(); ++k) base_tuple->items[k] = V::newref(Value(bases[k]));
    c->bases = base_tuple;
    c->dict = Heap<V>::dict(t);
    for (Class* base : bases) c->inline_hint = std::max(c->inline_hint, base->inline_hint);
    return c;
  }

  static void reset(Class* c) {
    c->name = c->qualified_name = nullptr;
    c->bases = c->mro = nullptr;
    c->dict = nullptr;
    c->instance_kind = Kind::Object;
    c->class_flags = 0;
    c->has_weak = 0;
    c->cache = nullptr;
    c->root_shape = nullptr;
    c->inline_hint = 0;
    c->subclasses = nullptr;
    c->subclass_count = 0;
    c->attrs = AttrStore{nullptr, nullptr, 0, 0};
  }

  // The mro holds no reference to the class itself.
  static void set_mro(VmThread& t, Class* c, const std::vector<Class*>& order) {
    Tuple* mro = Heap<V>::tuple(t, order.size());
    mro->items[0] = Value(c);
    for (size_t k = 1; k < order.size(); ++k) mro->items[k] = V::newref(Value(order[k]));
    c->mro = mro;
  }

  // From here on others can come by it, through its bases.
  static void list_with_bases(VmThread& t, Class* c) {
    if (t.isolate->published) V::publish(c);
    typename V::Guard guard(t.isolate->class_guard);
    for (uint64_t k = 0; k < c->bases->size; ++k) {
      auto* base = c->bases->items[k].template as<Class>();
      base->subclasses = static_cast<Class**>(
          Heap<V>::raw_resize(base->subclasses, (base->subclass_count + 1) * sizeof(Class*)));
      base->subclasses[base->subclass_count++] = c;
    }
  }

 private:
  static bool in_a_tail(const std::vector<std::vector<Class*>>& lists,
                        const std::vector<size_t>& heads, Class* c) {
    for (size_t k = 0; k < lists.size(); ++k) {
      for (size_t i = heads[k] + 1; i < lists[k].size(); ++i) {
        if (lists[k][i] == c) return true;
      }
    }
    return false;
  }

  static std::vector<Class*> inconsistent(VmThread& t,
                                          const std::vector<std::vector<Class*>>& lists,
                                          const std::vector<size_t>& heads) {
    std::vector<Class*> left;
    for (size_t k = 0; k < lists.size(); ++k) {
      if (heads[k] == lists[k].size()) continue;
      Class* c = lists[k][heads[k]];
      if (std::find(left.begin(), left.end(), c) == left.end()) left.push_back(c);
    }
    std::string names;
    for (Class* c : left) names += message({names.empty() ? "" : ", ", c->name->view()});
    Errors<V>::type_error(
        t,
        message({"Cannot create a consistent method resolution\norder (MRO) for bases ", names}));
    return {};
  }
};

// The steps of type.__new__ after the metaclass is known.
template <class V>
struct ClassCreation {
  using Make = ClassMaker<V>;
  VmThread& t;
  Class* meta;
  Str* name;
  Tuple* bases;
  Dict* names;   // what the body left
  Dict* kwargs;  // for __init_subclass__; may be null
  std::vector<Class*> base_list;
  std::vector<Str*> slots;  // owned
  bool has_slots = false, slot_dict = false;
  Kind kind = Kind::Object;
  Ref<V> made;

  Class* cls() const { return made.template as<Class>(); }
  Str* special(Special s) const { return Make::name_of(t, s); }

  Value run() {
    if (!Make::check_bases(t, bases, base_list)) return Value();
    Class* best = Make::best_metaclass(t, meta, base_list);
    if (!best) return Value();
    if (best != meta) {
      Class* type = t.isolate->classes[static_cast<int>(Kind::Class)];
      Value maker = Classes<V>::special(t, best, Special::new_);
      if (maker != Classes<V>::special(t, type, Special::new_)) return made_by(best, maker);
    }
    if (!Make::common_layout(t, base_list, kind)) return Value();
    meta = best;
    if (!read_slots() || !room_for_slots()) return drop_slots();
    made = Ref<V>(Make::bare(t, meta, name, kind, base_list, flags()));
    std::vector<Class*> order = Make::linearise(t, cls(), base_list);
    if (order.empty()) return abandon();
    Make::set_mro(t, cls(), order);
    bool instances_have_room = kind == Kind::Object || kind == Kind::Exception ||
                               !(cls()->class_flags & kClassNoDict) ||
                               (cls()->class_flags & kClassHasSlots);
    if (instances_have_room && kind != Kind::Class)
      cls()->root_shape = Shapes<V>::make_root(t, cls());
    bool filled = fill_namespace();
    Heap<V>::track(t, cls());
    Make::list_with_bases(t, cls());  // keeps I1
    drop_slots();
    if (!filled) return Value();
    ClassAttributes<V>::refresh_hooks(t, cls());
    if (!set_names() || !init_subclass()) return Value();
    return made.take();
  }

 private:
  // type(name, bases, names) where the bases' metaclass has a __new__ of its own.
  Value made_by(Class* best, Value maker) {
    std::vector<Value> values = {Value(best), Value(name), Value(bases), Value(names)};
    std::vector<Ref<V>> held_values;
    Ref<V> keywords;
    if (kwargs && kwargs->used != 0) {
      Ref<V> list(Heap<V>::list(t));
      uint32_t position = 0;
      Value key, value;
      while (Dicts<V>::next_entry(t, kwargs, position, key, value)) {
        Ref<V> held_key(key);
        held_values.emplace_back(value);
        if (!Lists<V>::append(t, list.template as<List>(), key)) return Value();
        values.push_back(value);
      }
      keywords = Ref<V>(Lists<V>::to_tuple(t, list.template as<List>()));
      if (!keywords) return Value();
    }
    Ref<V> held = Ref<V>::share(maker);
    return Protocol<V>::call(t, maker,
                             CallArgs{values.data(), static_cast<uint32_t>(values.size()),
                                      keywords ? keywords.template as<Tuple>() : nullptr});
  }
  Value drop_slots() {
    for (Str* s : slots) V::decref(Value(s));
    slots.clear();
    return Value();
  }

  // A class that is not linked anywhere yet: it must not meet code that expects an mro.
  Value abandon() {
    drop_slots();
    Make::set_mro(t, cls(), {cls()});
    Heap<V>::track(t, cls());
    return Value();
  }

  uint32_t flags() const {
    bool bases_have_dict = false;
    uint32_t result = 0;
    for (Class* base : base_list) {
      bases_have_dict = bases_have_dict || !(base->class_flags & kClassNoDict);
      result |= base->class_flags & (kClassIsException | kClassIsMeta | kClassHasSlots);
    }
    if (!slots.empty()) result |= kClassHasSlots;
    if (has_slots && !slot_dict && !bases_have_dict) result |= kClassNoDict;
    return result;
  }

  // One name of __slots__, mangled if private.
  bool add_slot(Value item) {
    if (!Classes<V>::isinstance(t, item, Make::builtin(t, Kind::Str))) {
      Errors<V>::type_error(t, message({"__slots__ items must be strings, not '",
                                        Classes<V>::class_name(t, item), "'"}));
      return false;
    }
    std::string text(item.as<Str>()->view());
    if (!str_is(StrView::str(text), TextClass::kIdentifier)) {
      Errors<V>::type_error(t, "__slots__ must be identifiers");
      return false;
    }
    if (text == "__dict__") {
      slot_dict = true;
      return true;
    }
    if (text == "__weakref__") return true;
    if (text.starts_with("__") && !text.ends_with("__")) {
      std::string_view owner = name->view();
      while (owner.starts_with("_")) owner.remove_prefix(1);
      if (!owner.empty()) text = message({"_", owner, text});
    }
    Str* slot = Heap<V>::intern(t, text);
    slots.push_back(slot);
    Ref<V> conflict(Dicts<V>::get_str(t, names, slot));
    if (!conflict) return true;
    Errors<V>::value_error(t, message({"'", text, "' in __slots__ conflicts with class variable"}));
    return false;
  }

  // False, with TypeError pending: instances of varying size have no slots.
  bool room_for_slots() {
    if (slots.empty() || (kind != Kind::Int && kind != Kind::Tuple && kind != Kind::Bytes))
      return true;
    for (Class* base : base_list) {
      if (base->instance_kind != kind) continue;
      Errors<V>::type_error(t, message({"nonempty __slots__ not supported for subtype of '",
                                        base->name->view(), "'"}));
      break;
    }
    return false;
  }

  bool read_slots() {
    Ref<V> declared(Dicts<V>::get_str(t, names, special(Special::slots)));
    if (!declared) return true;
    has_slots = true;
    if (Classes<V>::isinstance(t, declared.get(), Make::builtin(t, Kind::Str)))
      return add_slot(declared.get());
    Ref<V> items(Protocol<V>::to_list(t, declared.get()));
    if (!items) return false;
    for (uint64_t k = 0; k < items.template as<List>()->size; ++k) {
      if (!add_slot(items.template as<List>()->items[k])) return false;
    }
    return true;
  }

  bool set(Str* key, Value value) { return Dicts<V>::set_str(t, cls()->dict, key, value); }

  // Copies the body's names; what goes to a field of the class or is wrapped does not stay as it
  // was.
  bool fill_namespace() {
    uint32_t position = 0;
    Value key, value;
    while (Dicts<V>::next_entry(t, names, position, key, value)) {
      Ref<V> held_key(key), held_value(value);
      if (!key.is_object() || key.object()->kind != Kind::Str) {
        if (!Dicts<V>::set(t, cls()->dict, key, value)) return false;
        continue;
      }
      Str* text = Attributes<V>::interned(t, key.as<Str>());
      if (!put(text, value)) return false;
    }
    return add_slots() && add_defaults();
  }

  bool put(Str* key, Value value) {
    std::string_view text = key->view();
    if (text == "__classcell__") {
      return set_class_cell(value);
    }
    if (key == special(Special::qualname)) {
      if (!Classes<V>::isinstance(t, value, Make::builtin(t, Kind::Str))) {
        Errors<V>::type_error(t, message({"type __qualname__ must be a str, not ",
                                          Classes<V>::class_name(t, value)}));
        return false;
      }
      V::publish_for(cls(), value);
      Str* old = cls()->qualified_name;
      cls()->qualified_name = V::newref(value.as<Str>());
      V::decref(Value(old));
      return true;
    }
    bool function = value.is_object() && value.object()->kind == Kind::Function;
    if (function && key == special(Special::new_))
      return wrap<StaticMethod>(Kind::StaticMethod, key, value);
    if (function &&
        (key == special(Special::init_subclass) || key == special(Special::class_getitem))) {
      return wrap<ClassMethod>(Kind::ClassMethod, key, value);
    }
    return set(key, value);
  }

  template <class T>
  bool wrap(Kind wrapper, Str* key, Value function) {
    T* method = Heap<V>::template make<T>(t, wrapper);
    method->function = V::newref(function);
    Heap<V>::track(t, method);
    Ref<V> held(method);
    return set(key, held.get());
  }

  bool set_class_cell(Value cell) {
    if (!cell.is_object() || cell.object()->kind != Kind::Cell) return true;
    store_cell<V>(cell.as<Cell>(), V::newref(made.get()));
    return true;
  }

  bool add_slots() {
    for (Str* slot : slots) {
      auto* d = Heap<V>::template make<SlotDescriptor>(t, Kind::SlotDescriptor);
      d->name = V::newref(slot);
      d->owner = V::newref(cls());
      Heap<V>::track(t, d);
      Ref<V> held(d);
      if (!set(slot, held.get())) return false;
    }
    return true;
  }

  bool missing(Special s) {
    Ref<V> value(Dicts<V>::get_str(t, cls()->dict, special(s)));
    return !value;
  }

  bool add_defaults() {
    if (missing(Special::module)) {
      Ref<V> module;
      if (t.frame && t.frame->globals)
        module = Ref<V>(Dicts<V>::get_str(t, t.frame->globals, special(Special::name)));
      if (module && !set(special(Special::module), module.get())) return false;
    }
    if (missing(Special::doc) && !set(special(Special::doc), Value::none())) return false;
    if (!missing(Special::eq) && missing(Special::hash) &&
        !set(special(Special::hash), Value::none()))
      return false;
    bool first_dict = missing(Special::dict) && !(cls()->class_flags & kClassNoDict);
    for (Class* base : base_list) first_dict = first_dict && (base->class_flags & kClassNoDict);
    return !first_dict || add_dict_attribute();
  }

  bool add_dict_attribute() {
    Ref<V> attribute(ClassNatives<V>::dict_attribute(t));
    return attribute && set(special(Special::dict), attribute.get());
  }

  // __set_name__ of all values that have one, over a snapshot of the namespace.
  bool set_names() {
    Ref<V> snapshot(Dicts<V>::copy(t, cls()->dict));
    uint32_t position = 0;
    Value key, value;
    while (Dicts<V>::next_entry(t, snapshot.template as<Dict>(), position, key, value)) {
      Ref<V> held_key(key), held_value(value);
      if (!value.is_object()) continue;
      if (value.object()->kind == Kind::Property && key.is_object() &&
          key.object()->kind == Kind::Str) {
        value.as<Property>()->name = Attributes<V>::interned(t, key.as<Str>());
      }
      if (value.object()->cls->class_flags & kClassBuiltin) continue;
      bool found = false;
      Ref<V> result(
          Classes<V>::call_special(t, value, Special::set_name, {made.get(), key}, found));
      if (found && !result) return set_name_failed(value, key);
    }
    return true;
  }
  bool set_name_failed(Value value, Value key) {
    Ref<V> cause = Errors<V>::take(t);
    Ref<V> shown(Protocol<V>::repr(t, key));
    if (!shown) return false;
    Errors<V>::raise(t, Exc::RuntimeError,
                     message({"Error calling __set_name__ on '", value.object()->cls->name->view(),
                              "' instance ", shown.template as<Str>()->view(), " in '",
                              cls()->name->view(), "'"}));
    auto* e = t.pending.template as<Exception>();
    e->cause = V::newref(cause.get());
    e->context = cause.take();
    e->suppress_context = true;
    return false;
  }

  bool init_subclass() {
    Tuple* mro = cls()->mro;
    for (uint64_t k = 1; k < mro->size; ++k) {
      Ref<V> method(Dicts<V>::get_str(t, mro->items[k].template as<Class>()->dict,
                                      special(Special::init_subclass)));
      if (!method) continue;
      Ref<V> bound(Descriptors<V>::bind(t, method.get(), Value(), cls()));
      if (!bound) return false;
      Ref<V> result(ClassNatives<V>::call_with_keywords(t, bound.get(), {}, kwargs));
      return static_cast<bool>(result);
    }
    return true;
  }
};

}  // namespace gilsim
