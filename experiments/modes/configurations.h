// What: THE ROOF: the only place in the product where a VM configuration meets a platform.
#pragma once

#include "gil/os/os_platform.h"
#include "gil/sim/sim_platform.h"
#include "vm/object/policy.h"

namespace gilsim {

#define CONFIGURATION(name, atomic_counts, object_locks)              \
  using name##Os = VmConfig<OsPlatform, atomic_counts, object_locks>; \
  using name##Sim = VmConfig<SimPlatform, atomic_counts, object_locks>;
#include "experiments/modes/configurations.def"
#undef CONFIGURATION

}  // namespace gilsim
