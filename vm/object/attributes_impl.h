// What: reading, setting and deleting attributes in general: look-up order, instance storage,
// __getattr__ and friends. Idea: values of instances stand in arrays laid out by shapes; an
// instance whose __dict__ was asked for, or that has very many attributes,
//   keeps them in a dict from then on.
// Invariants: I1 an AttrStore is read and written under its object's guard; what it drops is
// released after unlocking.
//   I2 a change of layout computed without the guard is made only if the shape is still the same.
// Threads: any.
// Not here: inline caches (attribute_cache_impl.h), attributes of classes
// (class_attributes_impl.h).
#pragma once

#include <utility>
#include <vector>

#include "vm/object/descriptors_impl.h"
#include "vm/object/method_cache_impl.h"
#include "vm/object/shared_attributes.h"
#include "vm/object/shapes_impl.h"

namespace gilsim {

template <class V>
struct ClassAttributes;

template <class V>
struct Attributes {
  using Form = typename Descriptors<V>::Form;
  using Shared = SharedAttributes<V>;

  static Str* interned(VmThread& t, Str* name) {
    if (name->flags & kInterned) [[likely]]
      return name;
    Str* s = Heap<V>::intern(t, name);
    V::decref(Value(s));  // interned text is immortal
    return s;
  }
  static bool is_inline(const AttrStore* store) {
    return store->inline_capacity != 0 &&
           store->values == reinterpret_cast<const Value*>(store + 1);
  }

  // ---- storage. own: the attribute in the object itself; owned, or null without an exception.
  static Value own(VmThread& t, Object* o, Str* name) {
    if (AttrStore* store = attr_store_of(o)) return store_get(t, o, store, name);
    if (o->kind == Kind::Module) return Dicts<V>::get_str(t, static_cast<Module*>(o)->dict, name);
    if (o->kind == Kind::Function) {
      Dict* dict = V::load(o, static_cast<Function*>(o)->attributes);
      return dict ? Dicts<V>::get_str(t, dict, name) : Value();
    }
    return Value();
  }

  static Value store_get(VmThread& t, Object* o, AttrStore* store, Str* name) {
    Ref<V> dict;
    if (V::is_published(o)) {
      SharedSlots* block = Shared::current(o, store);
      int index = Shapes<V>::place(block->shape, name);
      if (index >= 0) return Shared::get(o, block, static_cast<uint64_t>(index));
      if (!block->shape->is_dict) return Value();
      dict = Ref<V>(Shared::get(o, block, 0));
    } else {
      typename V::OwnGuard guard(o);
      Shape* shape = store->shape;
      int index = Shapes<V>::place(shape, name);
      if (index >= 0) return V::newref(store->values[index]);
      if (!shape->is_dict) [[likely]]
        return Value();
      dict = Ref<V>::share(store->values[0]);
    }
    return Dicts<V>::get_str(t, dict.template as<Dict>(), name);
  }

  // value null: deletes. 1 done, 0 nothing to delete, -1 error. cache: may be null.
  static int store_set(VmThread& t, Object* o, AttrStore* store, Str* name, Value value,
                       uint64_t* cache) {
    if (V::is_published(o)) return shared_set(t, o, store, name, value, cache);
    for (;;) {
      bool to_dict = false;
      Shape* shape;
      Ref<V> dict, old;
      {
        typename V::OwnGuard guard(o);
        shape = store->shape;
        int index = Shapes<V>::place(shape, name);
        if (index >= 0) {
          Value& slot = store->values[index];
          if (value.is_null() && slot.is_null()) return 0;
          // Set again after del: it belongs behind the others, which only a dict can tell.
          to_dict = slot.is_null() && !(o->cls->class_flags & kClassHasSlots);
          if (!to_dict) {
            old = Ref<V>(slot);
            slot = V::newref(value);
            if (cache && shape_id(shape) != kNoCacheId)
              V::store_cache(cache, cache_word(CacheKind::kSlot, index, shape_id(shape), 0));
          }
        } else if (shape->is_dict) {
          dict = Ref<V>::share(store->values[0]);
        } else if (value.is_null()) {
          return 0;
        } else {
          to_dict = shape->count >= kMaxShapeAttributes;
        }
        if (index >= 0 && !to_dict) return 1;  // what was there is released behind the guard
      }
      if (dict && !is_new_slot(t, o->cls, name, value)) {
        return set_in_dict(t, dict.template as<Dict>(), name, value);
      }
      if (to_dict) {
        V::decref(Value(Classes<V>::instance_dict(t, Value(o))));
        continue;
      }
      if (store_add(t, o, store, shape, name, value, cache)) return 1;
    }
  }

  // The same of a published object.
  static int shared_set(VmThread& t, Object* o, AttrStore* store, Str* name, Value value,
                        uint64_t* cache) {
    V::publish(value);
    for (;;) {
      SharedSlots* block = Shared::current(o, store);
      Shape* shape = block->shape;
      int index = Shapes<V>::place(shape, name);
      auto at = static_cast<uint64_t>(index);
      Value seen = index < 0 ? Value() : Shared::peek(o, block, at);
      bool slots = (o->cls->class_flags & kClassHasSlots) != 0;
      if (index >= 0 && value.is_null() && seen.is_null()) return 0;
      if (index >= 0 && (!seen.is_null() || slots)) {
        V::incref(value);
        if (Shared::swap(o, store, block, at, seen, value)) {
          if (cache && shape_id(shape) != kNoCacheId)
            V::store_cache(cache, cache_word(CacheKind::kSlot, static_cast<uint32_t>(index),
                                             shape_id(shape), 0));
          return 1;
        }
        V::decref(value);
      } else if (index < 0 && shape->is_dict && !is_new_slot(t, o->cls, name, value)) {
        Ref<V> dict(Shared::get(o, block, 0));
        return set_in_dict(t, dict.template as<Dict>(), name, value);
      } else if (index < 0 && value.is_null()) {
        return 0;
      } else if (index >= 0 || (!shape->is_dict && shape->count >= kMaxShapeAttributes)) {
        // Set again after del, or too many: only a dict can tell.
        V::decref(Value(Classes<V>::instance_dict(t, Value(o))));
      } else if (shared_add(t, o, store, block, name, value)) {
        return 1;
      }
    }
  }
  static bool shared_add(VmThread& t, Object* o, AttrStore* store, SharedSlots* block, Str* name,
                         Value value) {
    uint32_t index = 0;
    Shape* grown = Shapes<V>::grown(t, block->shape, name, index, nullptr);
    V::incref(value);
    bool done = Shared::renew(o, store, block, [&](Shape*& shape, std::vector<Value>& values) {
      shape = grown;
      if (values.size() <= index) values.resize(index + 1);
      values[index] = value;
    });
    if (!done) V::decref(value);
    return done;
  }

  // A slot that has had no value yet, of an object whose other attributes are in a dict.
  static bool is_new_slot(VmThread& t, Class* c, Str* name, Value value) {
    return value && (c->class_flags & kClassHasSlots) && is_slot(t, c, name);
  }
  static bool is_slot(VmThread& t, Class* c, Str* name) {
    Ref<V> attr(Classes<V>::lookup(t, c, name));
    return attr && attr.get().is_object() && attr.get().object()->kind == Kind::SlotDescriptor;
  }

  static int set_in_dict(VmThread& t, Dict* dict, Str* name, Value value) {
    if (value.is_null()) return Dicts<V>::del(t, dict, Value(name));
    return Dicts<V>::set_str(t, dict, name, value) ? 1 : -1;
  }

  // ---- look-up. Null without an exception: there is no such attribute.
  static Value find(VmThread& t, Value object, Class* c, Str* name) {
    if (low_on_stack(t)) [[unlikely]]
      return Errors<V>::too_deep(t);
    if (object.is_object()) {
      if (object.object()->kind == Kind::Class)
        return find_on_class(t, object.as<Class>(), c, name);
      if (object.object()->kind == Kind::Super) {
        Value value = find_super(t, object.as<Super>(), name);
        if (value || t.pending) return value;
      }
    }
    Ref<V> attr(Classes<V>::lookup(t, c, name));
    Form form = attr ? Descriptors<V>::form_to_read(t, attr.get()) : Form::kNone;
    if (form == Form::kData) return Descriptors<V>::bind(t, attr.get(), object, c);
    if (object.is_object()) {
      Value value = own(t, object.object(), name);
      if (value) return value;
    }
    if (attr)
      return form == Form::kNonData ? Descriptors<V>::bind(t, attr.get(), object, c) : attr.take();
    return object.is_object() ? find_elsewhere(t, object.object(), name) : Value();
  }

  static Value find_on_class(VmThread& t, Class* k, Class* meta, Str* name) {
    Ref<V> meta_attr(Classes<V>::lookup(t, meta, name));
    Form meta_form = meta_attr ? Descriptors<V>::form_to_read(t, meta_attr.get()) : Form::kNone;
    if (meta_form == Form::kData) return Descriptors<V>::bind(t, meta_attr.get(), Value(k), meta);
    Ref<V> attr(Classes<V>::lookup(t, k, name));
    if (attr) {
      if (Descriptors<V>::form(t, attr.get()) == Form::kNone) return attr.take();
      return Descriptors<V>::bind(t, attr.get(), Value(), k);
    }
    if (!meta_attr) return Value();
    return meta_form == Form::kNonData ? Descriptors<V>::bind(t, meta_attr.get(), Value(k), meta)
                                       : meta_attr.take();
  }

  // Behind `start` in the mro of the object's class; *unbound: a function is given as it is, with
  // the object as its first argument.
  static Value find_super(VmThread& t, Super* super, Str* name, bool* unbound = nullptr) {
    if (!super->object_class || name == t.isolate->specials[static_cast<int>(Special::class_)])
      return Value();
    Tuple* mro = super->object_class->mro;
    uint64_t k = 0;
    while (k < mro->size && mro->items[k] != Value(super->start)) ++k;
    for (++k; k < mro->size; ++k) {
      Ref<V> attr(Dicts<V>::get_str(t, mro->items[k].template as<Class>()->dict, name));
      if (!attr) continue;
      bool on_class = super->object == Value(super->object_class);
      if (unbound && !on_class && Descriptors<V>::is_method(attr.get())) {
        *unbound = true;
        return attr.take();
      }
      if (Descriptors<V>::form(t, attr.get()) == Form::kNone) return attr.take();
      return Descriptors<V>::bind(t, attr.get(), on_class ? Value() : super->object,
                                  super->object_class);
    }
    return Value();
  }

  // With __getattribute__ and __getattr__ of the class. Null: pending.
  static Value get_hooked(VmThread& t, Value object, Class* c, Str* name) {
    Value value;
    Class* root = t.isolate->classes[static_cast<int>(Kind::Object)];
    if (Classes<V>::special(t, c, Special::getattribute) !=
        Classes<V>::special(t, root, Special::getattribute)) {
      bool found = false;
      value = Classes<V>::call_special(t, object, Special::getattribute, {Value(name)}, found);
    } else {
      value = find(t, object, c, name);
    }
    if (value || (t.pending && !Errors<V>::pending_is(t, Exc::AttributeError))) return value;
    if (Classes<V>::special(t, c, Special::getattr).is_null()) {
      return t.pending ? Value() : Errors<V>::attribute_error(t, object, name);
    }
    Errors<V>::clear(t);
    bool found = false;
    return Classes<V>::call_special(t, object, Special::getattr, {Value(name)}, found);
  }

  // object.__setattr__ and object.__delattr__ (value null).
  static bool store(VmThread& t, Value object, Class* c, Str* name, Value value) {
    if (object.is_object() && object.object()->kind == Kind::Class) {
      return ClassAttributes<V>::store(t, object.as<Class>(), c, name, value);
    }
    Ref<V> attr(Classes<V>::lookup(t, c, name));
    if (attr && Descriptors<V>::form(t, attr.get()) == Form::kData) {
      return Descriptors<V>::set(t, attr.get(), object, name, value);
    }
    if (object.is_object()) {
      int done = store_own(t, object.object(), c, name, value);
      if (done < 0) return false;
      if (done == 1) return true;
      if (done == 0) {
        raise_missing(t, object, name);
        return false;
      }
    }
    if (attr) {
      Errors<V>::raise(t, Exc::AttributeError,
                       message({"'", Classes<V>::class_name(t, object), "' object attribute '",
                                name->view(), "' is read-only"}));
    } else {
      raise_missing(t, object, name);
    }
    return false;
  }

 private:
  static constexpr int kNoStorage = 2;

  static void raise_missing(VmThread& t, Value object, Str* name) {
    Errors<V>::raise(t, Exc::AttributeError,
                     message({"'", Classes<V>::class_name(t, object), "' object has no attribute '",
                              name->view(), "'"}));
  }

  // As store_set, or kNoStorage.
  static int store_own(VmThread& t, Object* o, Class* c, Str* name, Value value) {
    if (AttrStore* store = attr_store_of(o)) {
      return c->class_flags & kClassNoDict ? kNoStorage
                                           : store_set(t, o, store, name, value, nullptr);
    }
    if (o->kind == Kind::Module) return set_in_dict(t, static_cast<Module*>(o)->dict, name, value);
    if (o->kind == Kind::Function) {
      Ref<V> dict(Classes<V>::instance_dict(t, Value(o)));
      return dict ? set_in_dict(t, dict.template as<Dict>(), name, value) : -1;
    }
    return kNoStorage;
  }

  // False: the shape has changed meanwhile. Keeps I2.
  static bool store_add(VmThread& t, Object* o, AttrStore* store, Shape* shape, Str* name,
                        Value value, uint64_t* cache) {
    uint32_t number = 0, index = 0;
    Shape* grown = Shapes<V>::grown(t, shape, name, index, &number);
    {
      typename V::OwnGuard guard(o);
      if (store->shape != shape) return false;
      if (index >= store->capacity) enlarge(store, index + 1);
      store->values[index] = V::newref(value);
      V::store(o, store->shape, grown);
    }
    if (cache && shape_id(shape) != kNoCacheId && number < kCacheVersionLimit) {
      V::store_cache(cache, cache_word(CacheKind::kTransition, index, shape_id(shape), number));
    }
    return true;
  }

 public:
  // REQUIRES: the object's guard.
  static void enlarge(AttrStore* store, uint32_t need) {
    uint32_t capacity = store->capacity < 2 ? 4 : store->capacity * 2;
    if (capacity < need) capacity = need;
    auto* block = static_cast<Value*>(Heap<V>::raw(capacity * sizeof(Value)));
    for (uint32_t k = 0; k < capacity; ++k)
      block[k] = k < store->capacity ? store->values[k] : Value();
    if (store->capacity && !is_inline(store)) Heap<V>::raw_free(store->values);
    store->values = block;
    store->capacity = capacity;
  }

 private:
  // Modules with __getattr__, and methods, which show their function's attributes.
  static Value find_elsewhere(VmThread& t, Object* o, Str* name) {
    if (o->kind == Kind::BoundMethod) {
      Ref<V> function = Ref<V>::share(static_cast<BoundMethod*>(o)->function);
      return Classes<V>::get_attr_optional(t, function.get(), name);
    }
    if (o->kind == Kind::Module) {
      Ref<V> getter(Dicts<V>::get_str(t, static_cast<Module*>(o)->dict,
                                      t.isolate->specials[static_cast<int>(Special::getattr)]));
      if (getter) return Protocol<V>::call(t, getter.get(), {Value(name)});
    }
    return Value();
  }
};

template <class V>
Value Classes<V>::get_attr(VmThread& t, Value object, Str* name) {
  name = Attributes<V>::interned(t, name);
  Class* c = class_of(t, object);
  if (c->class_flags & kClassHasGetattr) [[unlikely]]
    return Attributes<V>::get_hooked(t, object, c, name);
  Value value = Attributes<V>::find(t, object, c, name);
  if (value || t.pending) return value;
  return Errors<V>::attribute_error(t, object, name);
}

template <class V>
Value Classes<V>::get_attr(VmThread& t, Value object, std::string_view name) {
  Str* s = Heap<V>::intern(t, name);
  Value value = get_attr(t, object, s);
  V::decref(Value(s));
  return value;
}

template <class V>
Value Classes<V>::get_attr_optional(VmThread& t, Value object, Str* name) {
  name = Attributes<V>::interned(t, name);
  Class* c = class_of(t, object);
  Value value = c->class_flags & kClassHasGetattr ? Attributes<V>::get_hooked(t, object, c, name)
                                                  : Attributes<V>::find(t, object, c, name);
  if (value.is_null() && t.pending && Errors<V>::pending_is(t, Exc::AttributeError))
    Errors<V>::clear(t);
  return value;
}

template <class V>
bool Classes<V>::set_attr(VmThread& t, Value object, Str* name, Value value) {
  name = Attributes<V>::interned(t, name);
  Class* c = class_of(t, object);
  if (c->class_flags & kClassHasSetattr) [[unlikely]] {
    Special which = value.is_null() ? Special::delattr : Special::setattr;
    bool found = false;
    Value result = value.is_null() ? call_special(t, object, which, {Value(name)}, found)
                                   : call_special(t, object, which, {Value(name), value}, found);
    V::decref(result);
    return !result.is_null();
  }
  return Attributes<V>::store(t, object, c, name, value);
}

template <class V>
AttrStore* Classes<V>::attrs_of(Object* object) {
  return attr_store_of(object);
}

// Makes the dict of a function's attributes, once.
template <class V>
inline Dict* function_dict(VmThread& t, Function* f) {
  Dict* dict = V::load(static_cast<Object*>(f), f->attributes);
  if (dict) return V::newref(dict);
  Ref<V> made(Heap<V>::dict(t));
  V::publish_for(f, made.get());
  typename V::Guard guard(f);
  if (!f->attributes)
    V::store(static_cast<Object*>(f), f->attributes, V::newref(made.template as<Dict>()));
  return V::newref(f->attributes);
}

// Moving the attributes of an instance into a dict; from then on it is their place, but for slots.
template <class V>
struct DictConversion {
  struct Attribute {
    Str* name;
    Value value;  // owned
    bool slot;
  };
  using Shared = SharedAttributes<V>;
  VmThread& t;
  Object* o;
  AttrStore* store;
  SharedSlots* block = nullptr;
  Shape* shape = nullptr;
  std::vector<Attribute> seen = {};

  // The instance's own reference.
  void drop_own(Value v) const {
    if (V::is_published(o))
      SharedMemory<V>::retire(v);
    else
      V::decref(v);
  }
  // Owned; null: they are not in a dict yet, and seen is what there is.
  Dict* look() {
    if (V::is_published(o)) return look_shared();
    typename V::OwnGuard guard(o);
    shape = store->shape;
    if (shape->is_dict) return V::newref(store->values[0].template as<Dict>());
    seen.resize(shape->count);
    for (const Shape* s = shape; s->name; s = s->parent) {
      seen[s->count - 1] = {s->name, V::newref(store->values[s->count - 1]), false};
    }
    return nullptr;
  }

  // False: somebody else has changed an attribute meanwhile.
  bool install(Dict* dict, Shape* in_dict) {
    if (V::is_published(o)) return install_shared(dict, in_dict);
    typename V::OwnGuard guard(o);
    bool same = store->shape == shape;
    for (uint32_t k = 0; same && k < shape->count; ++k) same = store->values[k] == seen[k].value;
    if (!same) return false;
    uint32_t need = in_dict->parent->count + 1;
    if (store->capacity < need) Attributes<V>::enlarge(store, need);
    for (uint32_t k = 0; k < shape->count; ++k) store->values[k] = Value();
    store->values[0] = Value(V::newref(dict));
    uint32_t at = 1;
    for (const Attribute& a : seen) {
      if (a.slot) store->values[at++] = a.value;
    }
    V::store(o, store->shape, in_dict);
    return true;
  }

  // The same of a published object.
  Dict* look_shared() {
    block = Shared::current(o, store);
    shape = block->shape;
    if (shape->is_dict) return Shared::get(o, block, 0).template as<Dict>();
    seen.resize(shape->count);
    for (const Shape* s = shape; s->name; s = s->parent)
      seen[s->count - 1] = {s->name, Shared::get(o, block, s->count - 1), false};
    return nullptr;
  }
  bool install_shared(Dict* dict, Shape* in_dict) {
    V::publish(dict);
    bool same = false;
    bool done = Shared::renew(o, store, block, [&](Shape*& new_shape, std::vector<Value>& values) {
      values.resize(std::max<size_t>(values.size(), seen.size()));
      same = true;
      for (size_t k = 0; same && k < seen.size(); ++k) same = values[k] == seen[k].value;
      if (!same) return;
      new_shape = in_dict;
      values.assign(1, Value(static_cast<Object*>(dict)));
      for (const Attribute& a : seen) {
        if (a.slot) values.push_back(a.value);
      }
    });
    if (done && same) V::incref(dict);
    return done && same;
  }

  // The dict (owned), or null: to be tried again.
  Dict* run() {
    if (Dict* known = look()) return known;
    Ref<V> dict(Heap<V>::dict(t));
    Shape* slots = shape->cls->root_shape;
    bool has_slots = (o->cls->class_flags & kClassHasSlots) != 0;
    for (Attribute& a : seen) {
      a.slot = has_slots && Attributes<V>::is_slot(t, o->cls, a.name);
      if (a.slot)
        slots = Shapes<V>::child(t, slots, a.name);
      else if (a.value)
        Dicts<V>::set_str(t, dict.template as<Dict>(), a.name, a.value);
    }
    bool done = install(dict.template as<Dict>(), Shapes<V>::dict_shape(t, slots));
    for (const Attribute& a : seen) {
      if (done && !a.slot) drop_own(a.value);
      V::decref(a.value);
    }
    seen.clear();
    return done ? dict.take().template as<Dict>() : nullptr;
  }
};

// Keeps I1, I2 of attributes.
template <class V>
Dict* Classes<V>::instance_dict(VmThread& t, Value object) {
  if (!object.is_object()) return nullptr;
  Object* o = object.object();
  if (o->kind == Kind::Module) return V::newref(static_cast<Module*>(o)->dict);
  if (o->kind == Kind::Function) return function_dict<V>(t, static_cast<Function*>(o));
  AttrStore* store = attr_store_of(o);
  if (!store) return nullptr;
  DictConversion<V> conversion{t, o, store};
  for (;;) {
    if (Dict* dict = conversion.run()) return dict;
  }
}

}  // namespace gilsim
