// What: the descriptor protocol: what a value found on a class does when it is read, set or deleted
// through an instance. Idea: functions, properties, class and static methods are recognised by
// layout; only instances of user classes go through __get__. Threads: any; nothing is locked while
// a descriptor runs. Not here: the order of look-ups (attributes_impl.h).
#pragma once

#include "vm/object/attribute_store.h"
#include "vm/object/message.h"
#include "vm/object/nesting.h"
#include "vm/object/ops.h"

namespace gilsim {

template <class V>
struct Attributes;

template <class V>
struct Descriptors {
  enum class Form { kNone, kNonData, kData };

  static bool is_native_method(Value v) {
    if (!v.is_object() || v.object()->kind != Kind::NativeFunction) return false;
    auto* f = v.as<NativeFunction>();
    return (f->def->flags & kNativeMethod) != 0 && f->self.is_null();
  }
  // A function that takes the object as its first argument when found on the object's class.
  static bool is_method(Value v) {
    return v.is_object() && (v.object()->kind == Kind::Function || is_native_method(v));
  }

  static Form form(VmThread& t, Value v) {
    if (!v.is_object()) return Form::kNone;
    Object* o = v.object();
    switch (o->kind) {
      case Kind::Function:
      case Kind::ClassMethod:
      case Kind::StaticMethod:
        return Form::kNonData;
      case Kind::Property:
      case Kind::SlotDescriptor:
      case Kind::TupleGetter:
        return Form::kData;  // with a __get__ of its own
      case Kind::NativeFunction: {
        auto* f = static_cast<NativeFunction*>(o);
        return (f->def->flags & (kNativeMethod | kNativeClassMethod)) && f->self.is_null()
                   ? Form::kNonData
                   : Form::kNone;
      }
      default:
        break;
    }
    Class* c = o->cls;
    if (c->class_flags & kClassBuiltin) return Form::kNone;
    if (Classes<V>::special(t, c, Special::set) || Classes<V>::special(t, c, Special::delete_))
      return Form::kData;
    return Classes<V>::special(t, c, Special::get) ? Form::kNonData : Form::kNone;
  }

  // As it is to those who read: what only takes stores stands behind the object's own attribute.
  static Form form_to_read(VmThread& t, Value v) {
    Form f = form(t, v);
    if (f != Form::kData || Classes<V>::special(t, v.object()->cls, Special::get)) return f;
    return Form::kNone;
  }

  // attr, found on class c, read through object (null: through the class itself). Owned.
  static Value bind(VmThread& t, Value attr, Value object, Class* c) {
    if (!attr.is_object()) return attr;
    Object* o = attr.object();
    bool own_class = (o->cls->class_flags & kClassBuiltin) != 0;
    switch (o->kind) {
      case Kind::Function:
        if (object.is_null()) return V::newref(attr);
        return Value(Heap<V>::bound_method(t, attr, object));
      case Kind::NativeFunction:
        return bind_native(t, attr.as<NativeFunction>(), object, c);
      case Kind::StaticMethod:
        if (own_class || !has_own_get(t, o))
          return V::newref(static_cast<StaticMethod*>(o)->function);
        break;
      case Kind::ClassMethod:
        if (own_class || !has_own_get(t, o))
          return bind_class_method(t, static_cast<ClassMethod*>(o)->function, c);
        break;
      case Kind::Property:
        if (own_class || !has_own_get(t, o))
          return get_property(t, static_cast<Property*>(o), object);
        break;
      case Kind::SlotDescriptor:
        if (object.is_null()) return V::newref(attr);
        return get_slot(t, static_cast<SlotDescriptor*>(o), object);
      case Kind::TupleGetter:
        if (object.is_null()) return V::newref(attr);
        return get_field(t, static_cast<TupleGetter*>(o), object);
      default:
        break;
    }
    if (own_class) return V::newref(attr);
    Nesting nesting(t);  // __get__ may be an object that has to be bound itself
    if (nesting.too_deep()) return Errors<V>::too_deep(t);
    bool found = false;
    Value value = Classes<V>::call_special(
        t, attr, Special::get, {object.is_null() ? Value::none() : object, Value(c)}, found);
    return found ? value : V::newref(attr);
  }

  // Sets (value null: deletes) through a data descriptor.
  static bool set(VmThread& t, Value attr, Value object, Str* name, Value value) {
    Object* o = attr.object();
    bool own_class = (o->cls->class_flags & kClassBuiltin) != 0;
    if (o->kind == Kind::TupleGetter) {
      Errors<V>::raise(t, Exc::AttributeError,
                       value.is_null() ? "can't delete attribute" : "can't set attribute");
      return false;
    }
    if (o->kind == Kind::SlotDescriptor)
      return set_slot(t, static_cast<SlotDescriptor*>(o), object, name, value);
    if (o->kind == Kind::Property &&
        (own_class || !overrides(t, o, value.is_null() ? Special::delete_ : Special::set))) {
      return set_property(t, static_cast<Property*>(o), object, value);
    }
    bool found = false;
    Value result = value.is_null()
                       ? Classes<V>::call_special(t, attr, Special::delete_, {object}, found)
                       : Classes<V>::call_special(t, attr, Special::set, {object, value}, found);
    if (!found) {
      Errors<V>::raise(t, Exc::AttributeError, value.is_null() ? "__delete__" : "__set__");
      return false;
    }
    V::decref(result);
    return !result.is_null();
  }

  static bool wrong_receiver(VmThread& t, std::string_view name, Class* owner, Value object) {
    Errors<V>::type_error(t, message({"descriptor '", name, "' for '", owner->name->view(),
                                      "' objects doesn't apply to a '",
                                      Classes<V>::class_name(t, object), "' object"}));
    return false;
  }

 private:
  static bool overrides(VmThread& t, Object* o, Special name) {
    Value method = Classes<V>::special(t, o->cls, name);
    return method.is_object() && method.object()->kind == Kind::Function;
  }
  static bool has_own_get(VmThread& t, Object* o) { return overrides(t, o, Special::get); }

  static Value bind_native(VmThread& t, NativeFunction* f, Value object, Class* c) {
    Value self = (f->def->flags & kNativeClassMethod) ? Value(c) : object;
    if (!(f->def->flags & (kNativeMethod | kNativeClassMethod)) || !f->self.is_null() ||
        self.is_null())
      return V::newref(Value(f));
    NativeFunction* bound = Heap<V>::native(t, f->def, self, f->data);
    if (bound) bound->owner = f->owner;
    return Value(bound);
  }

  static Value bind_class_method(VmThread& t, Value function, Class* c) {
    if (is_method(function)) {
      if (function.object()->kind == Kind::Function)
        return Value(Heap<V>::bound_method(t, function, Value(c)));
      return bind_native(t, function.as<NativeFunction>(), Value(c), c);
    }
    if (form(t, function) != Form::kNone)
      return bind(t, function, Value(c), Classes<V>::class_of(t, Value(c)));
    return Value(Heap<V>::bound_method(t, function, Value(c)));
  }

  static std::string property_text(VmThread& t, Property* p, Value object,
                                   std::string_view missing) {
    std::string name = p->name ? message({" '", p->name->view(), "'"}) : std::string();
    return message({"property", name, " of '", Classes<V>::class_name(t, object),
                    "' object has no ", missing});
  }

  static Value get_property(VmThread& t, Property* p, Value object) {
    if (object.is_null()) return V::newref(Value(p));
    Ref<V> getter = Ref<V>::share(p->getter);
    if (!getter || getter.get().is_none()) {
      return Errors<V>::raise(t, Exc::AttributeError, property_text(t, p, object, "getter"));
    }
    return Protocol<V>::call(t, getter.get(), {object});
  }

  static bool set_property(VmThread& t, Property* p, Value object, Value value) {
    bool native = p->getter.is_object() && p->getter.object()->kind == Kind::NativeFunction &&
                  p->getter.as<NativeFunction>()->owner;
    Ref<V> function = Ref<V>::share(value.is_null() && !native ? p->deleter : p->setter);
    if (!function || function.get().is_none()) {
      if (native && p->name) {
        Errors<V>::raise(t, Exc::AttributeError,
                         message({"attribute '", p->name->view(), "' of '",
                                  Classes<V>::class_name(t, object), "' objects is not writable"}));
      } else {
        Errors<V>::raise(t, Exc::AttributeError,
                         property_text(t, p, object, value.is_null() ? "deleter" : "setter"));
      }
      return false;
    }
    Value result;
    if (native) {
      Value args[2] = {object, value};
      result =
          Protocol<V>::call_native(t, function.template as<NativeFunction>(), CallArgs{args, 2});
    } else {
      result = value.is_null() ? Protocol<V>::call(t, function.get(), {object})
                               : Protocol<V>::call(t, function.get(), {object, value});
    }
    V::decref(result);
    return !result.is_null();
  }

  static Value get_slot(VmThread& t, SlotDescriptor* slot, Value object) {
    if (!Classes<V>::isinstance(t, object, slot->owner)) {
      wrong_receiver(t, slot->name->view(), slot->owner, object);
      return Value();
    }
    Value value = Attributes<V>::own(t, object.object(), slot->name);
    return value ? value : Errors<V>::attribute_error(t, object, slot->name);
  }

  static Value get_field(VmThread& t, TupleGetter* getter, Value object) {
    if (!object.is_object() || object.object()->kind != Kind::Tuple) {
      return Errors<V>::type_error(
          t, message({"descriptor for index '", std::to_string(getter->index),
                      "' for tuple subclasses doesn't apply to '",
                      Classes<V>::class_name(t, object), "' object"}));
    }
    auto* tuple = object.as<Tuple>();
    if (getter->index < 0 || static_cast<uint64_t>(getter->index) >= tuple->size)
      return Errors<V>::raise(t, Exc::IndexError, "tuple index out of range");
    return V::newref(tuple->items[getter->index]);
  }

  static bool set_slot(VmThread& t, SlotDescriptor* slot, Value object, Str* name, Value value) {
    if (!Classes<V>::isinstance(t, object, slot->owner))
      return wrong_receiver(t, slot->name->view(), slot->owner, object);
    int done = Attributes<V>::store_set(t, object.object(), attr_store_of(object.object()),
                                        slot->name, value, nullptr);
    if (done == 0) Errors<V>::raise(t, Exc::AttributeError, name->view());
    return done == 1;
  }
};

}  // namespace gilsim
