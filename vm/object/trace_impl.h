// What: all counted references that an object holds, by layout: what the collector follows.
// Invariants: I1 exactly the counted references, each once: borrowed ones (see object.h) are left
//   out, but for the first entry of an mro, which the collector makes up for.
// Threads: the world is stopped.
// Not here: dropping them (release_impl.h), which has to know the same fields.
#pragma once

#include "vm/object/attribute_store.h"
#include "vm/object/ops.h"
#include "vm/object/shared_attributes.h"
#include "vm/object/shared_set.h"

namespace gilsim {

// visit(Object*) for each.
template <class Visit>
class Tracer {
 public:
  explicit Tracer(Visit& visit) : visit_(visit) {}

  void object(Object* o) {
    if (o->cls && !(o->cls->class_flags & kClassBuiltin)) visit_(static_cast<Object*>(o->cls));
    contents(o);
    if (o->flags & kHasAttrs) attrs(o, *attr_store_of(o));
  }

 private:
  void one(Value v) {
    if (v.is_object()) visit_(v.object());
  }
  template <class T>
  void one(T* p) {
    if (p) visit_(static_cast<Object*>(p));
  }
  template <class... T>
  void all(T... references) {
    (one(references), ...);
  }
  void array(const Value* values, uint64_t n) {
    for (uint64_t k = 0; k < n; ++k) one(values[k]);
  }
  void attrs(const Object* o, const AttrStore& store) {
    if (share_state(o) != 0) return each_shared_slot(store, [this](Value v) { one(v); });
    if (store.values) array(store.values, store.capacity);
  }

  void contents(Object* o) {
    switch (o->kind) {
      case Kind::Object:
        attrs(o, static_cast<Instance*>(o)->attrs);
        break;
      case Kind::List:
        list(static_cast<List*>(o));
        break;
      case Kind::Tuple:
        array(static_cast<Tuple*>(o)->items, static_cast<Tuple*>(o)->size);
        break;
      case Kind::Dict:
        dict(static_cast<Dict*>(o));
        break;
      case Kind::Set:
      case Kind::FrozenSet:
        set(static_cast<Set*>(o));
        break;
      case Kind::Cell:
        one(static_cast<Cell*>(o)->value);
        break;
      case Kind::Function:
        function(static_cast<Function*>(o));
        break;
      case Kind::Class:
        cls(static_cast<Class*>(o));
        break;
      case Kind::Generator:
        generator(static_cast<Generator*>(o));
        break;
      case Kind::Exception:
        exception(static_cast<Exception*>(o));
        break;
      case Kind::Code:
        code(static_cast<CodeObject*>(o));
        break;
      case Kind::Native:
        native(static_cast<NativeObject*>(o));
        break;
      default:
        small(o);
        break;
    }
  }

  void small(Object* o) {
    switch (o->kind) {
      case Kind::DictView:
      case Kind::DictValues:
      case Kind::DictItems:
        one(static_cast<DictView*>(o)->dict);
        break;
      case Kind::Slice:
        all(static_cast<Slice*>(o)->start, static_cast<Slice*>(o)->stop,
            static_cast<Slice*>(o)->step);
        break;
      case Kind::NativeFunction:
        all(static_cast<NativeFunction*>(o)->self, static_cast<NativeFunction*>(o)->qualified_name);
        break;
      case Kind::BoundMethod:
        all(static_cast<BoundMethod*>(o)->function, static_cast<BoundMethod*>(o)->self);
        break;
      case Kind::Property: {
        auto* p = static_cast<Property*>(o);
        all(p->getter, p->setter, p->deleter, p->doc);
        break;
      }
      case Kind::ClassMethod:
        one(static_cast<ClassMethod*>(o)->function);
        break;
      case Kind::StaticMethod:
        one(static_cast<StaticMethod*>(o)->function);
        break;
      case Kind::Super:
        all(static_cast<Super*>(o)->start, static_cast<Super*>(o)->object_class,
            static_cast<Super*>(o)->object);
        break;
      case Kind::SlotDescriptor:
        all(static_cast<SlotDescriptor*>(o)->name, static_cast<SlotDescriptor*>(o)->owner);
        break;
      case Kind::Module:
        all(static_cast<Module*>(o)->name, static_cast<Module*>(o)->dict);
        break;
      case Kind::Traceback:
        all(static_cast<Traceback*>(o)->next, static_cast<Traceback*>(o)->code);
        break;
      case Kind::TupleGetter:
        one(static_cast<TupleGetter*>(o)->doc);
        break;
      default:
        iterator(o);
        break;
    }
  }

  void iterator(Object* o) {
    switch (o->kind) {
      case Kind::ListIterator:
      case Kind::TupleIterator:
      case Kind::ReverseIterator:
      case Kind::StrIterator:
      case Kind::BytesIterator:
      case Kind::SequenceIterator:
        one(static_cast<IndexIterator*>(o)->object);
        break;
      case Kind::DictIterator:
        one(static_cast<DictIterator*>(o)->dict);
        break;
      case Kind::SetIterator:
        one(static_cast<SetIterator*>(o)->set);
        break;
      case Kind::CallIterator:
        all(static_cast<CallIterator*>(o)->function, static_cast<CallIterator*>(o)->sentinel);
        break;
      case Kind::Enumerate:
        all(static_cast<Enumerate*>(o)->iterator, static_cast<Enumerate*>(o)->index);
        break;
      case Kind::Zip:
        one(static_cast<Zip*>(o)->iterators);
        break;
      case Kind::Map:
      case Kind::Filter:
        all(static_cast<MapIterator*>(o)->function, static_cast<MapIterator*>(o)->iterators);
        break;
      case Kind::Tool:
        array(static_cast<ToolIterator*>(o)->parts, static_cast<ToolIterator*>(o)->part_count);
        break;
      case Kind::Deque:
        deque(static_cast<Deque*>(o));
        break;
      default:
        break;
    }
  }

  void list(const List* l) {
    if (share_state(l) != 0)
      each_shared_item(l, [this](Value v) { one(v); });
    else
      array(l->items, l->size);
  }
  void deque(const Deque* d) {
    for (uint64_t k = 0; k < d->size; ++k) one(d->items[(d->head + k) & (d->capacity - 1)]);
  }
  void dict(const Dict* d) {
    if (share_state(d) != 0) return each_shared_entry(d, [this](Value v) { one(v); });
    for (uint32_t k = 0; k < d->entry_count; ++k) all(d->entries[k].key, d->entries[k].value);
  }
  void set(const Set* s) {
    if (is_shared_set(s)) return each_shared_key(s, [this](Value v) { one(v); });
    for (uint64_t k = 0; k <= s->mask; ++k) one(s->table[k].key);
  }
  void function(Function* f) {
    all(f->code, f->globals, f->defaults, f->keyword_defaults, f->closure, f->name,
        f->qualified_name, f->attributes);
    all(f->module, f->doc, f->annotations);
  }
  void cls(Class* c) {
    all(c->name, c->qualified_name, c->bases, c->mro, c->dict);
    if (!c->cache) return;
    for (uint32_t k = 0; k < c->cache->entry_count; ++k) one(c->cache->entries[k].value);
    for (Value v : c->cache->specials) {
      if (v != MethodCache::kUnresolved) one(v);
    }
  }
  void generator(Generator* g) {
    all(g->frame.function, g->name, g->qualified_name);
    all(g->frame.instance, g->handled);
    if (g->state != kGeneratorFinished && g->frame.function)
      array(g->registers, g->frame.function->code->register_count);
  }
  void exception(Exception* e) {
    all(e->args, e->traceback);
    all(e->cause, e->context, e->extra);
    attrs(e, e->attrs);
  }
  void code(CodeObject* c) {
    if (c->constants) array(c->constants, c->constant_count);
  }
  void native(NativeObject* n) {
    if (!n->payload || !n->type->trace) return;
    n->type->trace(
        n->payload, [](Value v, void* self) { static_cast<Tracer*>(self)->one(v); }, this);
  }

  Visit& visit_;
};

template <class Visit>
void each_reference(Object* o, Visit&& visit) {
  Tracer<std::remove_reference_t<Visit>>(visit).object(o);
}

// An object that refers to nothing and that no list knows: strings, numbers, ... of built-in
// classes.
inline bool is_leaf(const Object* o) {
  switch (o->kind) {
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Range:
    case Kind::RangeIterator:
      return !(o->flags & kHasAttrs) && (!o->cls || (o->cls->class_flags & kClassBuiltin));
    default:
      return false;
  }
}

}  // namespace gilsim
