// What: the second part of an instantiation: classes, attributes, errors, protocols.
#pragma once

#include "vm/object/arguments_impl.h"
#include "vm/object/class_impl.h"
#include "vm/object/collections_impl.h"
#include "vm/object/errors_impl.h"
#include "vm/object/exceptions_impl.h"
#include "vm/object/functions_impl.h"
#include "vm/object/protocol_impl.h"

#define GILSIM_INSTANTIATE_classes(V)                                        \
  template struct ByKind<V>;                                                 \
  template struct Errors<V>;                                                 \
  template struct Exceptions<V>;                                             \
  template struct Classes<V>;                                                \
  template struct Protocol<V>;                                               \
  template struct Functions<V>;                                              \
  template struct Deques<V>;                                                 \
  template struct LibraryParts<V>;                                           \
  template bool bind_arguments<V>(VmThread&, const char*, const NativeArgs&, \
                                  std::initializer_list<const char*>, size_t, Value*);
