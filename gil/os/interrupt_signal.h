// What: turns signals into requests to the program's first thread, whether it computes or blocks.
// Idea: the handler asks by a flag and a breaker bit; a system call that blocks ends with EINTR.
//   A signal that comes between the last look at the flag and the system call would be lost, so a
//   timer of its own signals again every 10 ms until the request is taken.
// Threads: call once, on the thread that will be the program's first, before others start. Other
//   threads block signals (OsPlatform::spawn), so they arrive at the first.
// Not here: what the program sees (vm/interp raises KeyboardInterrupt or calls its handler).
#pragma once

namespace gilsim {

// Leaves a SIGINT that is ignored ignored, as CPython does.
void catch_interrupt_signal();

}  // namespace gilsim
