// What: whether this is the hostile build, in which every size and interval is at its minimum, so
//   that small tests reach what takes large programs otherwise, and more is checked.
// Threads: any.
#pragma once

namespace gilsim {

#if defined(GILSIM_HOSTILE)
inline constexpr bool kHostile = true;
#else
inline constexpr bool kHostile = false;
#endif

}  // namespace gilsim
