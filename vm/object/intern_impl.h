// What: the table of interned strings of an isolate.
// Idea: open addressing over pointers; nothing is ever removed, since interned strings are
//   immortal.
// Threads: under the isolate's intern guard.
// Not here: hashing text (Strings::hash).
#pragma once

#include <cstring>

#include "vm/object/memory.h"
#include "vm/object/ops.h"

namespace gilsim {

struct InternTable {
  Str** slots;
  uint64_t mask;
  uint64_t used;

  static InternTable* make() {
    auto* table = static_cast<InternTable*>(memory_allocate(sizeof(InternTable)));
    table->used = 0;
    table->mask = 2047;
    table->slots = static_cast<Str**>(memory_allocate((table->mask + 1) * sizeof(Str*)));
    std::memset(table->slots, 0, (table->mask + 1) * sizeof(Str*));
    return table;
  }
  // The slot of the text, or the empty one where it belongs.
  Str** find(std::string_view text, int64_t hash) const {
    uint64_t at = static_cast<uint64_t>(hash) & mask;
    while (slots[at] && (slots[at]->hash != hash || slots[at]->view() != text))
      at = (at + 1) & mask;
    return &slots[at];
  }
  void insert(Str* s) {
    if ((used + 1) * 2 > mask + 1) grow();
    *find(s->view(), s->hash) = s;
    ++used;
  }
  void grow() {
    Str** old = slots;
    uint64_t old_mask = mask;
    mask = mask * 2 + 1;
    slots = static_cast<Str**>(memory_allocate((mask + 1) * sizeof(Str*)));
    std::memset(slots, 0, (mask + 1) * sizeof(Str*));
    for (uint64_t k = 0; k <= old_mask; ++k) {
      if (old[k]) *find(old[k]->view(), old[k]->hash) = old[k];
    }
    memory_free(old);
  }
};

template <class V>
Str* Heap<V>::intern(VmThread& t, Str* s) {
  if (s->flags & kInterned) return V::newref(s);
  int64_t hash = Strings<V>::hash(s);
  auto* table = static_cast<InternTable*>(t.isolate->intern_table);
  {
    typename V::Guard guard(t.isolate->intern_guard);
    if (Str* found = *table->find(s->view(), hash)) return V::newref(found);
  }
  // A copy of our own: the caller's may be in use by others, who do not expect its flags to change.
  Str* made = str_sized(t, s->size, s->length);
  std::memcpy(made->data, s->data, s->size);
  made->hash = hash;
  made->flags |= kInterned;
  Str* winner = made;
  {
    typename V::Guard guard(t.isolate->intern_guard);
    Str* found = *table->find(s->view(), hash);
    if (found) {
      winner = V::newref(found);
    } else {
      V::make_immortal(made);
      table->insert(made);
    }
  }
  if (winner == made) return V::newref(made);
  made->flags = 0;
  V::decref(Value(made));
  return winner;
}

template <class V>
Str* Heap<V>::intern(VmThread& t, std::string_view utf8) {
  Str* s = str(t, utf8);
  if (s->flags & kInterned) return s;
  Str* result = intern(t, s);
  V::decref(Value(s));
  return result;
}

}  // namespace gilsim
