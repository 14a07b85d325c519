// What: what kind of build this is.
// State: kHostile: every size and interval is at its minimum, so that small tests reach what takes
//   large programs otherwise, and more is checked. kMeasured: states and counters are kept; a build
//   without them only serves to show what they cost when they are off (scripts/bench).
// Threads: any.
#pragma once

namespace gilsim {

#if defined(GILSIM_HOSTILE)
inline constexpr bool kHostile = true;
#else
inline constexpr bool kHostile = false;
#endif

#if defined(GILSIM_UNMEASURED)
inline constexpr bool kMeasured = false;
#else
inline constexpr bool kMeasured = true;
#endif

}  // namespace gilsim
