// What: name tables of costs, states and counters.
#include "gil/platform/platform.h"

namespace gilsim {

const std::array<CostInfo, kCostCount>& cost_infos() {
  static const std::array<CostInfo, kCostCount> kInfos = {{
#define COST(name, ps, what, source) {#name, ps, what, source},
#include "gil/platform/costs.def"
#undef COST
  }};
  return kInfos;
}

CostTable::CostTable() {
  for (int k = 0; k < kCostCount; ++k) ps[k] = cost_infos()[static_cast<size_t>(k)].default_ps;
}

bool CostTable::set(std::string_view name, double ns) {
  for (int k = 0; k < kCostCount; ++k) {
    if (cost_infos()[static_cast<size_t>(k)].name != name) continue;
    ps[k] = static_cast<int64_t>(ns * 1000 + 0.5);
    return true;
  }
  return false;
}

std::string_view state_key(ThreadState state) {
  static constexpr std::string_view kKeys[] = {
#define STATE(name, key, what) key,
#include "gil/platform/states.def"
#undef STATE
  };
  return kKeys[static_cast<int>(state)];
}

std::vector<std::pair<std::string_view, uint64_t>> counter_values(const Counters& counters) {
  return {
#define COUNTER(name, what) {#name, counters.name},
#include "gil/platform/counters.def"
#undef COUNTER
  };
}

}  // namespace gilsim
