// What: all generic operations, in the order in which they build on each other.
// Not here: anything of its own.
#pragma once

#include "vm/object/arguments_impl.h"
#include "vm/object/builtin_slots_impl.h"
#include "vm/object/class_core_impl.h"
#include "vm/object/exceptions_impl.h"
#include "vm/object/functions_impl.h"
