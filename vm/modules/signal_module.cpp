// What: the native part of the module signal: what the system does on a signal, timers, waiting.
// Idea: a signal that the program handles is caught by the platform's own handler, which asks the
//   first thread to call `_deliver` of this module at its next safe point (vm/interp).
// Threads: any; the part in the language checks that it is the first where it must be.
// Not here: handlers as the program sees them, timers in sim (lib/signal.py).
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "gil/platform/interrupt.h"
#include "vm/modules/modules.h"

namespace gilsim {
namespace {

enum Action : int64_t { kDefault = 0, kIgnore = 1, kOwn = 2, kInterrupt = 3 };

bool to_signal(Context& cx, Handle h, int& signal) {
  int64_t number;
  if (!cx.to_int64(h, number)) return false;
  if (number < 1 || number > Interrupt::kMostSignal) {
    cx.raise(Exc::ValueError, "signal number out of range");
    return false;
  }
  signal = static_cast<int>(number);
  return true;
}

// _install(signal, action)
Handle signal_install(Context& cx, const Handle* args, uint32_t) {
  int signal;
  int64_t action;
  if (!to_signal(cx, args[0], signal) || !cx.to_int64(args[1], action)) return {};
  struct sigaction wanted = {};
  sigemptyset(&wanted.sa_mask);
  wanted.sa_handler = action == kDefault  ? SIG_DFL
                      : action == kIgnore ? SIG_IGN
                                          : Interrupt::handler();
  // Own before it can come, and no longer own once it cannot.
  if (action == kOwn) Interrupt::set_own(signal, true);
  int failed = ::sigaction(signal, &wanted, nullptr) != 0 ? errno : 0;
  if (action != kOwn || failed) Interrupt::set_own(signal, false);
  return failed ? cx.raise_os(failed) : cx.none();
}

// _query(signal): what the system does on it.
Handle signal_query(Context& cx, const Handle* args, uint32_t) {
  int signal;
  if (!to_signal(cx, args[0], signal)) return {};
  struct sigaction now = {};
  if (::sigaction(signal, nullptr, &now) != 0) return cx.none();
  if (now.sa_handler == SIG_DFL) return cx.integer(kDefault);
  if (now.sa_handler == SIG_IGN) return cx.integer(kIgnore);
  return now.sa_handler == Interrupt::handler() ? cx.integer(kInterrupt) : cx.none();
}

timeval to_timeval(double seconds) {
  double whole = std::floor(seconds);
  timeval result{static_cast<time_t>(whole),
                 static_cast<suseconds_t>(std::ceil((seconds - whole) * 1e6))};
  if (result.tv_usec >= 1000000) ++result.tv_sec, result.tv_usec -= 1000000;
  return result;
}
double to_seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
}
Handle timer_pair(Context& cx, const itimerval& timer) {
  return cx.tuple({cx.real(to_seconds(timer.it_value)), cx.real(to_seconds(timer.it_interval))});
}

// _setitimer(which, seconds, interval) -> what was left, and the interval
Handle signal_setitimer(Context& cx, const Handle* args, uint32_t) {
  int64_t which;
  double seconds, interval;
  if (!cx.to_int64(args[0], which) || !cx.to_double(args[1], seconds) ||
      !cx.to_double(args[2], interval))
    return {};
  itimerval wanted{to_timeval(interval), to_timeval(seconds)}, before{};
  if (::setitimer(static_cast<__itimer_which>(which), &wanted, &before) != 0)
    return cx.raise_os(errno);
  return timer_pair(cx, before);
}
Handle signal_getitimer(Context& cx, const Handle* args, uint32_t) {
  int64_t which;
  if (!cx.to_int64(args[0], which)) return {};
  itimerval now{};
  if (::getitimer(static_cast<__itimer_which>(which), &now) != 0) return cx.raise_os(errno);
  return timer_pair(cx, now);
}

Handle signal_check(Context& cx, const Handle*, uint32_t) {
  return cx.services().check_signals() ? cx.none() : Handle{};
}

Handle signal_strsignal(Context& cx, const Handle* args, uint32_t) {
  int signal;
  if (!to_signal(cx, args[0], signal)) return {};
  const char* text = sigdescr_np(signal);
  return text ? cx.str(text) : cx.none();
}

Handle signal_set(Context& cx, const sigset_t& set) {
  Handle list = cx.list();
  for (int signal = 1; signal <= Interrupt::kMostSignal; ++signal) {
    if (sigismember(&set, signal) == 1 && !cx.append(list, cx.integer(signal))) return {};
  }
  return list;
}

bool to_set(Context& cx, Handle signals, sigset_t& set) {
  sigemptyset(&set);
  Handle iterator = cx.iterate(signals);
  if (!iterator) return false;
  while (Handle item = cx.next(iterator)) {
    int signal;
    if (!to_signal(cx, item, signal)) return false;
    sigaddset(&set, signal);
  }
  return !cx.pending();
}

// _sigmask(how, signals): of the calling thread -> the signals that were blocked
Handle signal_sigmask(Context& cx, const Handle* args, uint32_t) {
  int64_t how;
  if (!cx.to_int64(args[0], how)) return {};
  sigset_t wanted, before;
  if (!to_set(cx, args[1], wanted)) return {};
  int error = ::pthread_sigmask(static_cast<int>(how), &wanted, &before);
  if (error) return cx.raise_os(error);
  if (!cx.services().check_signals()) return {};
  return signal_set(cx, before);
}
Handle signal_pending(Context& cx, const Handle*, uint32_t) {
  sigset_t set;
  if (::sigpending(&set) != 0) return cx.raise_os(errno);
  return signal_set(cx, set);
}

// _sigtake(signals): one of them that is blocked and has come; 0: none has
Handle signal_take(Context& cx, const Handle* args, uint32_t) {
  sigset_t wanted;
  if (!to_set(cx, args[0], wanted)) return {};
  timespec no_time{};
  int signal = ::sigtimedwait(&wanted, nullptr, &no_time);
  return cx.integer(signal > 0 ? signal : 0);
}

Handle signal_is_first(Context& cx, const Handle*, uint32_t) {
  return cx.boolean(Interrupt::is_target(*cx.thread().record));
}

constexpr ModuleFunction kFunctions[] = {
    {"_install", signal_install, 2, 2},     {"_query", signal_query, 1, 1},
    {"_setitimer", signal_setitimer, 3, 3}, {"_getitimer", signal_getitimer, 1, 1},
    {"_check", signal_check, 0, 0},         {"_sigmask", signal_sigmask, 2, 2},
    {"_sigpending", signal_pending, 0, 0},  {"_sigtake", signal_take, 1, 1},
    {"_is_first", signal_is_first, 0, 0},   {"strsignal", signal_strsignal, 1, 1},
};

}  // namespace

bool init_signal_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions)) &&
         cx.set_attr(module, "_simulated", cx.boolean(cx.services().simulated()));
}

}  // namespace gilsim
