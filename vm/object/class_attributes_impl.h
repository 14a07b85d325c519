// What: setting and deleting attributes of classes, and what has to be told about it: caches,
// shapes, hooks. Invariants: I1 the namespace changes first, then what was derived from it is
// thrown away, so that a reader that fills a cache either
//   sees the change or fills a cache that is no longer in use.
// Threads: any.
// Not here: reading them (attributes_impl.h).
#pragma once

#include <vector>

#include "vm/object/attributes_impl.h"

namespace gilsim {

template <class V>
struct ClassAttributes {
  using Form = typename Descriptors<V>::Form;

  // k.name = value (null: del); meta is k's class.
  static bool store(VmThread& t, Class* k, Class* meta, Str* name, Value value) {
    if (k->class_flags & kClassBuiltin) {
      Errors<V>::type_error(t, message({"cannot set '", name->view(),
                                        "' attribute of immutable type '", k->name->view(), "'"}));
      return false;
    }
    Ref<V> meta_attr(Classes<V>::lookup(t, meta, name));
    if (meta_attr && Descriptors<V>::form(t, meta_attr.get()) == Form::kData) {
      return Descriptors<V>::set(t, meta_attr.get(), Value(k), name, value);
    }
    return store_raw(t, k, name, value);
  }

  // Without the metaclass's descriptors.
  static bool store_raw(VmThread& t, Class* k, Str* name, Value value) {
    Ref<V> old(Dicts<V>::get_str(t, k->dict, name));
    if (value.is_null()) {
      if (!old) {
        Errors<V>::attribute_error(t, Value(k), name);
        return false;
      }
      if (Dicts<V>::del(t, k->dict, Value(name)) < 0) return false;
    } else if (!Dicts<V>::set_str(t, k->dict, name, value)) {
      return false;
    }
    changed(t, k, name, old.get(), value);
    return true;
  }

  // Tells caches and shapes that k.name was old (null: absent) and is now value.
  static void changed(VmThread& t, Class* k, Str* name, Value old, Value value) {
    bool dunder = name->view().starts_with("__");
    Form old_form = old ? Descriptors<V>::form(t, old) : Form::kNonData;
    Form new_form = value ? Descriptors<V>::form(t, value) : Form::kNonData;
    if (!dunder && old_form == Form::kNone && new_form == Form::kNone) {
      MethodCaches<V>::update_in_place(t, k, name);
      return;
    }
    {
      typename V::Guard guard(t.isolate->class_guard);
      if (dunder || old_form == Form::kData || new_form == Form::kData) Shapes<V>::renumber(t, k);
      // How instances of a metaclass are called is known to the caches of those.
      bool calls = (k->class_flags & kClassIsMeta) && name->view() == "__call__";
      MethodCaches<V>::retire_tree(t,
                                   calls ? t.isolate->classes[static_cast<int>(Kind::Object)] : k);
    }
    if (!dunder) return;
    if (name->view() == "__abstractmethods__") set_abstract(t, k, value);
    refresh_hooks(t, k);
  }

  // Sets the flags of k and its subclasses that say which hooks of attribute access and release
  // they have.
  static void refresh_hooks(VmThread& t, Class* k) {
    Class* root = t.isolate->classes[static_cast<int>(Kind::Object)];
    auto differs = [&](Special s) {
      return Classes<V>::special(t, k, s) != Classes<V>::special(t, root, s);
    };
    uint32_t flags = k->class_flags & ~uint32_t{kClassHasGetattr | kClassHasSetattr | kClassHasDel};
    if (differs(Special::getattr) || differs(Special::getattribute)) flags |= kClassHasGetattr;
    if (differs(Special::setattr) || differs(Special::delattr)) flags |= kClassHasSetattr;
    if (Classes<V>::special(t, k, Special::del)) flags |= kClassHasDel;
    k->class_flags = flags;
    for (Class* sub : subclasses(t, k)) {
      refresh_hooks(t, sub);
      V::decref(Value(sub));
    }
  }

  // Owned references.
  static std::vector<Class*> subclasses(VmThread& t, Class* k) {
    std::vector<Class*> list;
    typename V::Guard guard(t.isolate->class_guard);
    for (uint32_t n = 0; n < k->subclass_count; ++n) list.push_back(V::newref(k->subclasses[n]));
    return list;
  }

 private:
  static void set_abstract(VmThread& t, Class* k, Value names) {
    bool any = names && !names.is_none() && Protocol<V>::truth(t, names) == 1;
    k->class_flags =
        any ? k->class_flags | kClassAbstract : k->class_flags & ~uint32_t{kClassAbstract};
  }
};

}  // namespace gilsim
