// What: the third part of an instantiation: the loop and the life of a program.
#pragma once

#include "vm/interp/bind_impl.h"
#include "vm/interp/calls_impl.h"
#include "vm/interp/frames_impl.h"
#include "vm/interp/generators_impl.h"
#include "vm/interp/load_impl.h"
#include "vm/interp/loop_impl.h"
#include "vm/interp/program_impl.h"
#include "vm/interp/safepoint_impl.h"
#include "vm/interp/slow_ops_impl.h"
#include "vm/interp/unwind_impl.h"

#define GILSIM_INSTANTIATE_interp(V) \
  template struct Interp<V>;         \
  template struct Builtins<V>;       \
  template struct Runtime<V>;
