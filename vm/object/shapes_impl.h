// What: the trees of attribute layouts (shapes): finding, growing, renumbering.
// Idea: every instance that got the same attributes in the same order has the same shape (hidden
//   classes of SELF and V8).
// Invariants: I1 a shape's parent, name, index and class never change; only its id does
//   (renumber). I2 a list of transitions only grows, and a reader that has seen its length finds
//   that many in the table that it reads afterwards.
// Threads: any. Finding a transition: wait-free; adding one, renumbering: blocking, under the
//   isolate's shape guard.
// Not here: the values (attributes_impl.h).
#pragma once

#include <cstring>

#include "vm/object/attribute_store.h"
#include "vm/object/ops.h"

namespace gilsim {

template <class V>
struct Shapes {
  // The first shape of a class's instances.
  static Shape* make_root(VmThread& t, Class* c) {
    typename V::Guard guard(t.isolate->shape_guard);
    return make(t, c, nullptr, nullptr, false);
  }

  // Index of an attribute, or -1. Names are interned, so identity is enough.
  static int find(const Shape* shape, const Str* name) {
    for (; shape->name; shape = shape->parent) {
      if (shape->name == name) return static_cast<int>(shape->count) - 1;
    }
    return -1;
  }

  // The shape with one more attribute; *number is its place among the transitions.
  static Shape* child(VmThread& t, Shape* shape, Str* name, uint32_t* number = nullptr) {
    if (Shape* known = find_child(shape, name, number)) return known;
    typename V::Guard guard(t.isolate->shape_guard);
    return child_locked(t, shape, name, false, number);
  }

  // The shape of instances whose attributes are in a dict; those that the class declares in
  // __slots__, which a __dict__ does not show, stand behind it in the order of the shape `slots`.
  static Shape* dict_shape(VmThread& t, Shape* slots) {
    if (Shape* known = find_child(slots, nullptr, nullptr)) return known;
    typename V::Guard guard(t.isolate->shape_guard);
    return child_locked(t, slots, nullptr, true, nullptr);
  }

  // Where an attribute's value stands among the values, or -1: maybe in the dict.
  static int place(const Shape* shape, const Str* name) {
    if (!shape->is_dict) return find(shape, name);
    int slot = find(shape->parent, name);
    return slot < 0 ? -1 : slot + 1;
  }

  // The shape with one more attribute, for either kind; *index is where its value will stand.
  static Shape* grown(VmThread& t, Shape* shape, Str* name, uint32_t& index, uint32_t* number) {
    index = shape->is_dict ? shape->parent->count + 1 : shape->count;
    if (!shape->is_dict) return child(t, shape, name, number);
    return dict_shape(t, child(t, shape->parent, name));
  }

  // Gives all shapes of c and its subclasses new ids, so that no cache word about them matches any
  // more.
  static void renumber(VmThread& t, Class* c) {
    if (c->root_shape) {
      typename V::Guard guard(t.isolate->shape_guard);
      renumber_tree(t, c->root_shape);
    }
    for (uint32_t k = 0; k < c->subclass_count; ++k) renumber(t, c->subclasses[k]);
  }

 private:
  static uint32_t next_id(VmThread& t) {
    Isolate& isolate = *t.isolate;
    if (isolate.next_shape_number >= kShapeNumberLimit) return kNoCacheId;
    return cache_id(isolate.next_shape_number++);
  }

  // REQUIRES: the shape guard.
  static Shape* make(VmThread& t, Class* c, Shape* parent, Str* name, bool is_dict) {
    auto* shape = static_cast<Shape*>(Heap<V>::raw(sizeof(Shape)));
    *shape = Shape{is_dict ? kNoCacheId : next_id(t),
                   name ? parent->count + 1 : 0,
                   c,
                   parent,
                   name,
                   is_dict,
                   nullptr,
                   0,
                   0};
    return shape;
  }

  // Null: there is none yet.
  static Shape* find_child(Shape* shape, const Str* name, uint32_t* number) {
    Object* line = shape->cls;
    uint32_t count = V::load(line, shape->next_count);  // keeps I2: before the table
    Shape** table = V::load(line, shape->next);
    for (uint32_t k = 0; k < count; ++k) {
      if (table[k]->name != name) continue;
      if (number) *number = k;
      return table[k];
    }
    return nullptr;
  }
  // REQUIRES: the shape guard.
  static Shape* child_locked(VmThread& t, Shape* shape, Str* name, bool is_dict, uint32_t* number) {
    if (Shape* known = find_child(shape, name, number)) return known;
    Shape* made = make(t, shape->cls, shape, name, is_dict);
    if (number) *number = shape->next_count;
    append(shape, made);
    // relaxed: a hint for the size of later instances; any of its values is right
    if (!is_dict && made->count <= kMaxInlineAttributes &&
        made->count > __atomic_load_n(&shape->cls->inline_hint, __ATOMIC_RELAXED)) {
      __atomic_store_n(&shape->cls->inline_hint, made->count,
                       __ATOMIC_RELAXED);  // relaxed: as above
    }
    return made;
  }

  // Keeps I2: a reader without the guard sees the old table or the new one, and what it looks for
  // is in both. An outgrown table is left to the isolate's end when others may be reading it.
  // REQUIRES: the shape guard.
  static void append(Shape* shape, Shape* made) {
    if (shape->next_count == shape->next_capacity) {
      uint32_t capacity = shape->next_capacity ? shape->next_capacity * 2 : 2;
      auto** table = static_cast<Shape**>(Heap<V>::raw(capacity * sizeof(Shape*)));
      if (shape->next_count) std::memcpy(table, shape->next, shape->next_count * sizeof(Shape*));
      Shape** old = shape->next;
      table[shape->next_count] = made;
      V::store(shape->cls, shape->next, table);
      shape->next_capacity = capacity;
      if constexpr (!V::kParallel) {
        if (old) Heap<V>::raw_free(old);
      }
    }
    shape->next[shape->next_count] = made;
    V::store(shape->cls, shape->next_count, shape->next_count + 1);
  }

  static void renumber_tree(VmThread& t, Shape* shape) {
    // relaxed: see shape_id
    if (!shape->is_dict) __atomic_store_n(&shape->id, next_id(t), __ATOMIC_RELAXED);
    for (uint32_t k = 0; k < shape->next_count; ++k) renumber_tree(t, shape->next[k]);
  }
};

}  // namespace gilsim
