// What: attribute instructions when their cache word did not match: look up, and fill the word
// where the result may be found again by it. Invariants: I1 a word is filled only if no hook and no
// data descriptor stands before what it describes; both kinds of change either
//   renumber the shapes or replace the method cache.
// Threads: any; words are written whole.
// Not here: using the words (attribute_cache.h).
#pragma once

#include "vm/object/attribute_cache.h"
#include "vm/object/attributes_impl.h"

namespace gilsim {

template <class V>
struct CachedAttributes {
  using Form = typename Descriptors<V>::Form;

  struct ClassEntry {
    Value value;  // borrowed until the next safe point; null: not found
    int index;    // -1: not to be cached
    uint32_t version;
  };
  static ClassEntry entry_of(VmThread& t, Class* c, Str* name) {
    MethodCache* cache = MethodCaches<V>::ensure(t, c);
    int index = MethodCaches<V>::index_of(t, c, cache, name);
    if (index < 0) return {Value(), -1, 0};
    return {V::load(static_cast<Object*>(c), cache->entries[index].value), index, cache->version};
  }

  // The instance's own value, owned or null; *index and *shape say where (shape null: in a dict).
  static Value own_slot(VmThread& t, Instance* o, Str* name, int& index, Shape*& shape) {
    if (V::is_published(o)) {
      SharedSlots* block = SharedAttributes<V>::current(o, &o->attrs);
      shape = block->shape;
      if (!shape->is_dict) {
        index = Shapes<V>::find(shape, name);
        return index < 0 ? Value()
                         : SharedAttributes<V>::get(o, block, static_cast<uint64_t>(index));
      }
    } else {
      typename V::OwnGuard guard(o);
      shape = o->attrs.shape;
      if (!shape->is_dict) {
        index = Shapes<V>::find(shape, name);
        return index < 0 ? Value() : V::newref(o->attrs.values[index]);
      }
    }
    shape = nullptr;
    return Attributes<V>::own(t, o, name);
  }

  static void fill(uint64_t* cache, CacheKind kind, int index, uint32_t shape, uint32_t version) {
    if (shape == kNoCacheId) return;
    if (version == 0 && kind == CacheKind::kClass) return;
    V::store_cache(cache, cache_word(kind, static_cast<uint32_t>(index), shape, version));
  }

  static Value bind_held(VmThread& t, Value attr, Instance* o) {
    Ref<V> held = Ref<V>::share(attr);
    return Descriptors<V>::bind(t, attr, Value(o), o->cls);
  }

  static Value load(VmThread& t, Value object, Str* name, uint64_t* cache);
  static bool load_method(VmThread& t, Value object, Str* name, uint64_t* cache, Value& function,
                          Value& self);

  static Value load_instance(VmThread& t, Instance* o, Str* name, uint64_t* cache) {
    ClassEntry entry = entry_of(t, o->cls, name);
    if (entry.index < 0) return Classes<V>::get_attr(t, Value(o), name);
    Form form = entry.value ? Descriptors<V>::form_to_read(t, entry.value) : Form::kNone;
    bool slot_descriptor =
        form == Form::kData && entry.value.object()->kind == Kind::SlotDescriptor;
    bool hooked = (o->cls->class_flags & kClassHasGetattr) != 0;
    if (form == Form::kData && !slot_descriptor) {
      return hooked ? Classes<V>::get_attr(t, Value(o), name) : bind_held(t, entry.value, o);
    }
    int index = -1;
    Shape* shape = nullptr;
    Value value = own_slot(t, o, name, index, shape);
    if (value) {
      if (shape) fill(cache, CacheKind::kSlot, index, shape_id(shape), 0);
      return value;
    }
    if (form == Form::kNonData && !hooked) return bind_held(t, entry.value, o);
    if (entry.value.is_null() || form != Form::kNone) {
      return Classes<V>::get_attr(t, Value(o), name);
    }
    // An index below zero: the name is not in the shape. A deleted one could come back without a
    // change of shape.
    if (shape && index < 0)
      fill(cache, CacheKind::kClass, entry.index, shape_id(shape), entry.version);
    return V::newref(entry.value);
  }

  // A field of a named tuple, or null without an exception: something else.
  static Value load_field(VmThread& t, Tuple* tuple, Str* name, uint64_t* cache) {
    ClassEntry entry = entry_of(t, tuple->cls, name);
    if (entry.index < 0 || !entry.value.is_object() ||
        entry.value.object()->kind != Kind::TupleGetter)
      return Value();
    int64_t index = entry.value.template as<TupleGetter>()->index;
    if (index < 0 || static_cast<uint64_t>(index) >= tuple->size) return Value();
    if (entry.version != 0 && index < kCacheIndexLimit) {
      V::store_cache(cache, cache_word(CacheKind::kField, static_cast<uint32_t>(index), kNoShape,
                                       entry.version));
    }
    return V::newref(tuple->items[index]);
  }

  static Value load_class(VmThread& t, Class* k, Str* name, uint64_t* cache) {
    if (k->cls != t.isolate->classes[static_cast<int>(Kind::Class)])
      return Classes<V>::get_attr(t, Value(k), name);
    ClassEntry meta = entry_of(t, k->cls, name);
    ClassEntry entry = entry_of(t, k, name);
    bool plain = entry.index >= 0 && entry.value &&
                 (Descriptors<V>::is_method(entry.value) ||
                  Descriptors<V>::form(t, entry.value) == Form::kNone);
    if (!plain || meta.index < 0 ||
        (meta.value && Descriptors<V>::form(t, meta.value) == Form::kData)) {
      return Classes<V>::get_attr(t, Value(k), name);
    }
    fill(cache, CacheKind::kClass, entry.index, kShapeOfClass, entry.version);
    return V::newref(entry.value);
  }

  static Value load_module(VmThread& t, Module* m, Str* name, uint64_t* cache) {
    ClassEntry entry = entry_of(t, m->cls, name);
    if (entry.index < 0 || (entry.value && Descriptors<V>::form(t, entry.value) == Form::kData)) {
      return Classes<V>::get_attr(t, Value(m), name);
    }
    Value value;
    uint32_t version = kNoCacheId, index = 0;
    Dict* dict = m->dict;
    if (V::is_published(dict)) {
      int32_t number = -1;
      value =
          SharedDict<V>::find_numbered(t, dict, name, str_hash_inline<V>(name), number, version);
      index = static_cast<uint32_t>(number);
    } else {
      typename V::OwnGuard guard(dict);
      for (; index < dict->entry_count && dict->entries[index].key != Value(name);) ++index;
      if (index < dict->entry_count) value = V::newref(dict->entries[index].value);
      version = dict->keys_version;
    }
    if (value.is_null()) return Classes<V>::get_attr(t, Value(m), name);
    if (index < kCacheIndexLimit)
      fill(cache, CacheKind::kModule, static_cast<int>(index), version, 0);
    return value;
  }

  // With __getattr__ alone what is found may be cached; with __getattribute__ nothing.
  static bool is_opaque(VmThread& t, Class* c) {
    if (!(c->class_flags & kClassHasGetattr)) [[likely]]
      return false;
    Class* root = t.isolate->classes[static_cast<int>(Kind::Object)];
    return Classes<V>::special(t, c, Special::getattribute) !=
           Classes<V>::special(t, root, Special::getattribute);
  }

  static bool found(Value value, Value& function, Value& self) {
    function = value;
    self = Value();
    return !value.is_null();
  }

  // A function found on the object's class, not bound yet; else the general way.
  static bool method_of_object(VmThread& t, Value object, Class* c, Str* name, uint64_t* cache,
                               Value& function, Value& self) {
    ClassEntry entry = entry_of(t, c, name);
    if (entry.index < 0 || !Descriptors<V>::is_method(entry.value)) {
      // A word for a value of the class would read as a method that takes the object.
      uint64_t word = 0;
      Value value = Classes<V>::get_attr_cached(t, object, name, &word);
      if (word && cache_kind(word) != CacheKind::kClass) V::store_cache(cache, word);
      return found(value, function, self);
    }
    Ref<V> method = Ref<V>::share(entry.value);
    Object* o = object.is_object() ? object.object() : nullptr;
    if (o && o->kind == Kind::Object) {
      int index = -1;
      Shape* shape = nullptr;
      Value value = own_slot(t, static_cast<Instance*>(o), name, index, shape);
      if (value) {
        if (shape) fill(cache, CacheKind::kSlot, index, shape_id(shape), 0);
        return found(value, function, self);
      }
      if (shape && index < 0)
        fill(cache, CacheKind::kClass, entry.index, shape_id(shape), entry.version);
    } else if (o) {
      Value value = Attributes<V>::own(t, o, name);
      if (value) return found(value, function, self);
      bool bare = !attr_store_of(o) && o->kind != Kind::Function && o->kind != Kind::Module;
      if (bare) fill(cache, CacheKind::kClass, entry.index, kNoShape, entry.version);
      // An instance of a class derived from a built-in one: its shape does not have the name.
      if ((o->flags & kHasAttrs) && !V::is_published(o)) {
        typename V::OwnGuard guard(o);
        Shape* shape = attr_store_of(o)->shape;
        if (!shape->is_dict && Shapes<V>::find(shape, name) < 0)
          fill(cache, CacheKind::kClass, entry.index, shape_id(shape), entry.version);
      }
    }
    function = method.take();
    self = V::newref(object);
    return true;
  }

  // C.name(...): plain functions as they are, class methods with the class as self.
  static bool method_of_class(VmThread& t, Class* k, Str* name, uint64_t* cache, Value& function,
                              Value& self) {
    if (k->cls == t.isolate->classes[static_cast<int>(Kind::Class)]) {
      ClassEntry meta = entry_of(t, k->cls, name);
      ClassEntry entry = entry_of(t, k, name);
      if (meta.index >= 0 && meta.value.is_null() && entry.value.is_object() &&
          entry.value.object()->kind == Kind::ClassMethod &&
          Descriptors<V>::is_method(entry.value.template as<ClassMethod>()->function)) {
        function = V::newref(entry.value.template as<ClassMethod>()->function);
        self = V::newref(Value(k));
        return true;
      }
    }
    return found(load_class(t, k, name, cache), function, self);
  }
};

template <class V>
Function* Classes<V>::getter_of(VmThread& t, Object* instance, Str* name) {
  if (instance->cls->class_flags & kClassHasGetattr) return nullptr;
  Value value = CachedAttributes<V>::entry_of(t, instance->cls, name).value;
  if (!value.is_object() || value.object()->kind != Kind::Property ||
      !(value.object()->cls->class_flags & kClassBuiltin))
    return nullptr;
  Value getter = value.as<Property>()->getter;
  return getter.is_object() && getter.object()->kind == Kind::Function ? getter.as<Function>()
                                                                       : nullptr;
}

template <class V>
Value Classes<V>::get_attr_cached(VmThread& t, Value object, Str* name, uint64_t* cache) {
  if (!object.is_object()) return get_attr(t, object, name);
  uint64_t before = V::load_cache(cache);
  Value v = CachedAttributes<V>::load(t, object, name, cache);
  if (v) memo_fill<V>(t, AttributeMemo::kLoad, object.object(), name, before, cache);
  return v;
}

template <class V>
Value CachedAttributes<V>::load(VmThread& t, Value object, Str* name, uint64_t* cache) {
  Class* c = Classes<V>::class_of(t, object);
  if (!is_opaque(t, c)) {
    switch (object.object()->kind) {
      case Kind::Object:
        return load_instance(t, object.as<Instance>(), name, cache);
      case Kind::Class:
        return load_class(t, object.as<Class>(), name, cache);
      case Kind::Module:
        return load_module(t, object.as<Module>(), name, cache);
      case Kind::Tuple:
        if (c->class_flags & kClassBuiltin) break;
        if (Value field = load_field(t, object.as<Tuple>(), name, cache)) return field;
        break;
      default:
        break;
    }
  }
  return Classes<V>::get_attr(t, object, name);
}

template <class V>
bool Classes<V>::get_method_cached(VmThread& t, Value object, Str* name, uint64_t* cache,
                                   Value& function, Value& self) {
  if (!object.is_object()) {
    return CachedAttributes<V>::load_method(t, object, name, cache, function, self);
  }
  uint64_t before = V::load_cache(cache);
  if (!CachedAttributes<V>::load_method(t, object, name, cache, function, self)) return false;
  memo_fill<V>(t, AttributeMemo::kMethod, object.object(), name, before, cache);
  return true;
}

template <class V>
bool CachedAttributes<V>::load_method(VmThread& t, Value object, Str* name, uint64_t* cache,
                                      Value& function, Value& self) {
  using Cached = CachedAttributes<V>;
  Class* c = Classes<V>::class_of(t, object);
  if (Cached::is_opaque(t, c))
    return Cached::found(Classes<V>::get_attr(t, object, name), function, self);
  if (object.is_object()) {
    Kind kind = object.object()->kind;
    if (kind == Kind::Class)
      return Cached::method_of_class(t, object.as<Class>(), name, cache, function, self);
    if (kind == Kind::Module) {
      return Cached::found(Cached::load_module(t, object.as<Module>(), name, cache), function,
                           self);
    }
    if (kind == Kind::Super) {
      bool unbound = false;
      Value value = Attributes<V>::find_super(t, object.as<Super>(), name, &unbound);
      if (unbound) {
        function = value;
        self = V::newref(object.as<Super>()->object);
        return true;
      }
      if (value || t.pending) return Cached::found(value, function, self);
      return Cached::found(Classes<V>::get_attr(t, object, name), function, self);
    }
  }
  return Cached::method_of_object(t, object, c, name, cache, function, self);
}

template <class V>
bool Classes<V>::set_attr_cached(VmThread& t, Value object, Str* name, Value value,
                                 uint64_t* cache) {
  Class* c = class_of(t, object);
  if (!object.is_object() || object.object()->kind != Kind::Object ||
      (c->class_flags & kClassHasSetattr)) {
    return set_attr(t, object, name, value);
  }
  uint64_t before = V::load_cache(cache);
  auto entry = CachedAttributes<V>::entry_of(t, c, name);
  if (entry.index < 0) return set_attr(t, object, name, value);
  bool slot = entry.value.is_object() && entry.value.object()->kind == Kind::SlotDescriptor;
  if (!slot && (c->class_flags & kClassNoDict)) return set_attr(t, object, name, value);
  if (entry.value && !slot && Descriptors<V>::form(t, entry.value) == Descriptors<V>::Form::kData) {
    return set_attr(t, object, name, value);
  }
  if (Attributes<V>::store_set(t, object.object(), &object.as<Instance>()->attrs, name, value,
                               cache) < 0)
    return false;
  memo_fill<V>(t, AttributeMemo::kStore, object.object(), name, before, cache);
  return true;
}

}  // namespace gilsim
