// What: THE ROOF: the only place in the product where a VM configuration meets a platform.
#pragma once

#include "gil/os/os_platform.h"
#include "gil/sim/sim_platform.h"
#include "vm/object/policy.h"

namespace gilsim {

// Whether a configuration is instantiated in this build: only a sanitizer build leaves some out.
template <class V>
inline constexpr bool kInstantiated = false;

#define CONFIGURATION(name, counting, guarding)                                  \
  using name##Os = VmConfig<OsPlatform, Counting::counting, Guarding::guarding>; \
  using name##Sim = VmConfig<SimPlatform, Counting::counting, Guarding::guarding>;
#include "experiments/modes/configurations.def"
#undef CONFIGURATION

#define INSTANTIATED(name) \
  template <>              \
  inline constexpr bool kInstantiated<name> = true;
#include "instantiated.def"  // written by CMakeLists.txt from GILSIM_CONFIGURATIONS
#undef INSTANTIATED

}  // namespace gilsim
