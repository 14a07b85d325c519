// What: super(): the running method's first argument and class, and the object made of them.
// Idea: as CPython, the class is in the cell __class__ that the compiler gives to methods that use
// it. Threads: the thread whose frame it is. Not here: the look-up through it (attributes_impl.h),
// super's attributes (descriptor_natives_impl.h).
#pragma once

#include "vm/bytecode/code.h"
#include "vm/object/by_kind.h"
#include "vm/object/class_impl.h"

namespace gilsim {

template <class V>
struct SuperObjects {
  static Value no_super(VmThread& t, const char* why) {
    return Errors<V>::raise(t, Exc::RuntimeError, message({"super(): ", why}));
  }

  // The first argument of the running method and its class, from the frame: borrowed. False:
  // pending.
  static bool from_frame(VmThread& t, Value& start, Value& object) {
    Frame* f = t.frame;
    const Code* code = f && f->function ? f->code->code : nullptr;
    bool has_first = code && (code->positional_count > 0 || (code->flags & kCodeVarArgs));
    if (!has_first || code->positional_count == 0) {
      no_super(t, "no arguments");
      return false;
    }
    object = f->registers[0];
    for (uint16_t k : code->cell_registers) {
      if (k == 0 && layout_of(object) == Kind::Cell)
        object = V::load(object.object(), object.as<Cell>()->value);
    }
    if (object.is_null()) {
      no_super(t, "arg[0] deleted");
      return false;
    }
    Tuple* closure = f->function->closure;
    for (size_t k = 0; closure && k < code->free_names.size(); ++k) {
      if (code->free_names[k] != "__class__") continue;
      start = closure->items[k].template as<Cell>()->value;
      if (start) return true;
      no_super(t, "empty __class__ cell");
      return false;
    }
    no_super(t, "__class__ cell not found");
    return false;
  }

  static Class* class_for(VmThread& t, Class* start, Value object) {
    if (ClassChecks<V>::is_class(object) && Classes<V>::is_subclass(object.as<Class>(), start))
      return object.as<Class>();
    Class* c = Classes<V>::class_of(t, object);
    if (Classes<V>::is_subclass(c, start)) return c;
    Errors<V>::type_error(t, "super(type, obj): obj must be an instance or subtype of type");
    return nullptr;
  }

  // super()
  static Value make_super(VmThread& t) {
    Value start, object;
    if (!from_frame(t, start, object)) return Value();
    Class* object_class = class_for(t, start.as<Class>(), object);
    if (!object_class) return Value();
    auto* s = Heap<V>::template make<Super>(t, Kind::Super);
    s->start = V::newref(start.as<Class>());
    s->object_class = V::newref(object_class);
    s->object = V::newref(object);
    Heap<V>::track(t, s);
    return Value(s);
  }
};

}  // namespace gilsim
