// What: the handlers; see the header.
#include "gil/os/interrupt_signal.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>

#include "gil/platform/interrupt.h"

namespace gilsim {

namespace {

constexpr long kAgainNs = 10000000;

timer_t g_timer;
std::atomic<bool> g_has_timer{false};

// A real-time signal, which no program of the language has a name for.
int timer_signal() { return SIGRTMAX - 1; }

void repeat_alarm(long ns) {
  itimerspec timer{{0, ns}, {0, ns}};
  if (g_has_timer.load()) timer_settime(g_timer, 0, &timer, nullptr);
}

void on_interrupt(int signal) {
  int error = errno;
  if (Interrupt::request(signal) || Interrupt::is_own(signal)) {
    repeat_alarm(kAgainNs);
  } else {  // asked twice: the program does not react, so the user wins
    std::signal(signal, SIG_DFL);
    std::raise(signal);
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

void make_timer() {
  install(timer_signal(), on_alarm);
  sigevent event = {};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = timer_signal();
  g_has_timer.store(timer_create(CLOCK_MONOTONIC, &event, &g_timer) == 0);
}

}  // namespace

void catch_interrupt_signal() {
  Interrupt::set_handler(on_interrupt);
  make_timer();
  struct sigaction old = {};
  sigaction(SIGINT, nullptr, &old);
  if (old.sa_handler != SIG_IGN) install(SIGINT, on_interrupt);
}

}  // namespace gilsim
