// What: from the name of an algorithm to the algorithm.
#pragma once

#include "gil/algorithm/no_gil.h"
#include "gil/algorithm/py2_ticks.h"
#include "gil/algorithm/py3_interval.h"

namespace gilsim {

// Null: there is no such algorithm.
template <class P>
std::unique_ptr<Gil<P>> make_gil(std::string_view name, const GilParameters& parameters) {
#define GIL(gil_name, type, every_instruction, description) \
  if (name == #gil_name) return std::make_unique<type<P>>(parameters);
#include "gil/algorithm/gils.def"
#undef GIL
  return nullptr;
}

}  // namespace gilsim
