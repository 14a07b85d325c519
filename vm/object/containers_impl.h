// What: lists, tuples, dicts, sets, ranges and iterators with all their methods, memory and the
//   collector: what an instantiation needs.
// Not here: anything of its own.
#pragma once

#include "vm/object/collector_impl.h"
#include "vm/object/dict_methods_impl.h"
#include "vm/object/heap_impl.h"
#include "vm/object/iterators_impl.h"
#include "vm/object/list_methods_impl.h"
#include "vm/object/release_impl.h"
#include "vm/object/set_methods_impl.h"
