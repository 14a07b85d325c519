// What: which characters beyond ASCII may stand in a name, and which can be shown in a message.
// Threads: any.
#pragma once

#include <cstdint>

namespace gilsim {

bool is_name_start_code(uint32_t code);
bool is_name_part_code(uint32_t code);
bool is_printable_code(uint32_t code);

}  // namespace gilsim
