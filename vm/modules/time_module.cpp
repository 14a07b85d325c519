// What: the module time over the world's clocks.
// Idea: every clock is asked of Services, so in sim all of them are virtual time.
#include <cmath>
#include <ctime>

#include "vm/modules/modules.h"

namespace gilsim {

namespace {

constexpr double kNanosPerSecond = 1e9;

Handle seconds(Context& cx, int64_t ns) {
  return cx.real(static_cast<double>(ns) / kNanosPerSecond);
}

Handle time_time(Context& cx, const Handle*, uint32_t) {
  return seconds(cx, cx.services().wall_ns());
}
Handle time_time_ns(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().wall_ns());
}
Handle time_monotonic(Context& cx, const Handle*, uint32_t) {
  return seconds(cx, cx.services().monotonic_ns());
}
Handle time_monotonic_ns(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().monotonic_ns());
}
Handle time_process(Context& cx, const Handle*, uint32_t) {
  return seconds(cx, cx.services().process_ns());
}
Handle time_process_ns(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().process_ns());
}
Handle time_thread(Context& cx, const Handle*, uint32_t) {
  return seconds(cx, cx.services().thread_ns());
}
Handle time_thread_ns(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().thread_ns());
}

Handle time_sleep(Context& cx, const Handle* args, uint32_t) {
  double wanted;
  if (!cx.to_double(args[0], wanted)) return {};
  if (std::isnan(wanted)) return cx.raise(Exc::ValueError, "Invalid value NaN (not a number)");
  if (wanted < 0) return cx.raise(Exc::ValueError, "sleep length must be non-negative");
  if (wanted > 9e9)
    return cx.raise(Exc::OverflowError, "timestamp too large to convert to C _PyTime_t");
  auto ns = static_cast<int64_t>(std::ceil(wanted * kNanosPerSecond));
  Services& services = cx.services();
  if (ns == 0)
    services.yield();
  else if (!services.sleep_until(services.monotonic_ns() + ns))
    return {};
  return cx.none();
}

// strftime and localtime-like functions use UTC, so that output does not depend on the machine.
std::tm broken_down(Context& cx, const Handle* args, uint32_t count, bool& good) {
  std::time_t when = static_cast<std::time_t>(cx.services().wall_ns() / 1000000000);
  good = true;
  if (count > 0 && args[0] && !cx.is_none(args[0])) {
    double given;
    good = cx.to_double(args[0], given);
    if (good) when = static_cast<std::time_t>(given);
  }
  std::tm parts{};
  gmtime_r(&when, &parts);
  return parts;
}

Handle time_ctime(Context& cx, const Handle* args, uint32_t count) {
  bool good;
  std::tm parts = broken_down(cx, args, count, good);
  if (!good) return {};
  char text[64];
  size_t n = std::strftime(text, sizeof text, "%a %b %e %H:%M:%S %Y", &parts);
  return cx.str({text, n});
}

Handle time_strftime(Context& cx, const Handle* args, uint32_t) {
  if (!cx.is_str(args[0]))
    return cx.raise(Exc::TypeError,
                    "strftime() argument 1 must be str, not " + cx.class_name(args[0]));
  bool good;
  std::tm parts = broken_down(cx, nullptr, 0, good);
  std::string format(cx.text(args[0]));
  char text[512];
  size_t n = std::strftime(text, sizeof text, format.c_str(), &parts);
  return cx.str({text, n});
}

constexpr ModuleFunction kFunctions[] = {
    {"time", time_time, 0, 0},
    {"time_ns", time_time_ns, 0, 0},
    {"monotonic", time_monotonic, 0, 0},
    {"monotonic_ns", time_monotonic_ns, 0, 0},
    {"perf_counter", time_monotonic, 0, 0},
    {"perf_counter_ns", time_monotonic_ns, 0, 0},
    {"process_time", time_process, 0, 0},
    {"process_time_ns", time_process_ns, 0, 0},
    {"thread_time", time_thread, 0, 0},
    {"thread_time_ns", time_thread_ns, 0, 0},
    {"sleep", time_sleep, 1, 1},
    {"ctime", time_ctime, 0, 1},
    {"strftime", time_strftime, 1, 1},
};

}  // namespace

bool init_time_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions)) &&
         cx.set_attr(module, "timezone", cx.integer(0));
}

}  // namespace gilsim
