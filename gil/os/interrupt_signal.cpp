// What: the handlers; see the header.
#include "gil/os/interrupt_signal.h"

#include <sys/time.h>

#include <cerrno>
#include <csignal>

#include "gil/platform/interrupt.h"

namespace gilsim {

namespace {

constexpr suseconds_t kAgainUs = 10000;

void repeat_alarm(suseconds_t us) {
  itimerval timer{{0, us}, {0, us}};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

void on_interrupt(int) {
  int error = errno;
  if (Interrupt::request()) {
    repeat_alarm(kAgainUs);
  } else {  // asked twice: the program does not react, so the user wins
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
  }
  errno = error;
}

void on_alarm(int) {
  int error = errno;
  if (!Interrupt::pending()) repeat_alarm(0);
  errno = error;
}

void install(int signal, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;  // no SA_RESTART: system calls that block shall end
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

void catch_interrupt_signal() {
  struct sigaction old = {};
  sigaction(SIGINT, nullptr, &old);
  if (old.sa_handler == SIG_IGN) return;
  install(SIGALRM, on_alarm);
  install(SIGINT, on_interrupt);
}

}  // namespace gilsim
