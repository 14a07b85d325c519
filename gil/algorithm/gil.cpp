// What: the names of the GIL algorithms.
#include "gil/algorithm/gil.h"

namespace gilsim {

const std::vector<GilInfo>& gil_infos() {
  static const std::vector<GilInfo> kInfos = {
#define GIL(name, type, every_instruction, description) {#name, description, every_instruction},
#include "gil/algorithm/gils.def"
#undef GIL
  };
  return kInfos;
}

bool gil_wants_every_instruction(std::string_view name) {
  for (const GilInfo& info : gil_infos()) {
    if (info.name == name) return info.every_instruction;
  }
  return false;
}

}  // namespace gilsim
