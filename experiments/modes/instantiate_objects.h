// What: the first part of an instantiation: making objects, containers, numbers and text.
#pragma once

#include "vm/object/containers_impl.h"
#include "vm/object/number_impl.h"
#include "vm/object/str_impl.h"

#define GILSIM_INSTANTIATE_objects(V)                       \
  template struct Heap<V>;                                  \
  template void release<V>(Object*);                        \
  template SameKey same_key_of<V>(VmThread&, Value, Value); \
  template void publish_slow<V>(Object*);                   \
  template void publish_parts_slow<V>(Object*);             \
  template void publish_isolate<V>(VmThread&);              \
  template struct Collector<V>;                             \
  template struct Lists<V>;                                 \
  template struct Dicts<V>;                                 \
  template struct Sets<V>;                                  \
  template struct Iterators<V>;                             \
  template struct Numbers<V>;                               \
  template struct Strings<V>;
