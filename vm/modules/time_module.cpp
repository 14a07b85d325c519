// What: the module time over the world's clocks.
// Idea: every clock is asked of Services, so in sim all of them are virtual time.
// Not here: struct_time and what is made of it (lib/time.py).
#include <cmath>
#include <ctime>

#include "vm/modules/modules.h"

namespace gilsim {

namespace {

constexpr double kNanosPerSecond = 1e9;
constexpr double kMostSeconds = 6e10;  // the year 3870, and as far back

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

// ---- calendar. In sim the zone is UTC, so that output does not depend on the machine.
bool seconds_since_epoch(Context& cx, Handle given, std::time_t& when) {
  when = static_cast<std::time_t>(cx.services().wall_ns() / 1000000000);
  if (!given || cx.is_none(given)) return true;
  double number;
  if (!cx.to_double(given, number)) return false;
  if (!(std::abs(number) < kMostSeconds)) {
    cx.raise(Exc::OverflowError, "timestamp out of range for platform time_t");
    return false;
  }
  when = static_cast<std::time_t>(std::floor(number));
  return true;
}
std::tm local_parts(Context& cx, std::time_t when) {
  std::tm parts{};
  if (!cx.services().simulated()) {
    localtime_r(&when, &parts);
  } else {
    gmtime_r(&when, &parts);
    parts.tm_zone = "UTC";
  }
  return parts;
}
// The eleven fields of time.struct_time.
Handle fields(Context& cx, const std::tm& parts) {
  return cx.tuple({cx.integer(parts.tm_year + 1900), cx.integer(parts.tm_mon + 1),
                   cx.integer(parts.tm_mday), cx.integer(parts.tm_hour), cx.integer(parts.tm_min),
                   cx.integer(parts.tm_sec), cx.integer((parts.tm_wday + 6) % 7),
                   cx.integer(parts.tm_yday + 1), cx.integer(parts.tm_isdst),
                   cx.str(parts.tm_zone ? parts.tm_zone : ""), cx.integer(parts.tm_gmtoff)});
}
bool read_fields(Context& cx, Handle tuple, std::tm& parts) {
  int* places[] = {&parts.tm_year, &parts.tm_mon,  &parts.tm_mday, &parts.tm_hour, &parts.tm_min,
                   &parts.tm_sec,  &parts.tm_wday, &parts.tm_yday, &parts.tm_isdst};
  for (size_t k = 0; k < std::size(places); ++k) {
    int64_t number;
    if (!cx.to_int64(cx.item(tuple, static_cast<int64_t>(k)), number)) return false;
    *places[k] = static_cast<int>(number);
  }
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  parts.tm_wday = (parts.tm_wday + 1) % 7;
  parts.tm_yday -= 1;
  return true;
}
Handle time_gmtime(Context& cx, const Handle* args, uint32_t) {
  std::time_t when;
  if (!seconds_since_epoch(cx, args[0], when)) return {};
  std::tm parts{};
  gmtime_r(&when, &parts);
  return fields(cx, parts);
}
Handle time_localtime(Context& cx, const Handle* args, uint32_t) {
  std::time_t when;
  if (!seconds_since_epoch(cx, args[0], when)) return {};
  return fields(cx, local_parts(cx, when));
}
Handle time_mktime(Context& cx, const Handle* args, uint32_t) {
  std::tm parts{};
  if (!read_fields(cx, args[0], parts)) return {};
  return cx.real(
      static_cast<double>(cx.services().simulated() ? timegm(&parts) : std::mktime(&parts)));
}
// _strftime(format, fields)
Handle time_strftime(Context& cx, const Handle* args, uint32_t) {
  std::tm parts{};
  if (!read_fields(cx, args[1], parts)) return {};
  Handle zone = cx.length(args[1]) > 9 ? cx.item(args[1], 9) : Handle{};
  std::string zone_name = zone && cx.is_str(zone) ? std::string(cx.text(zone)) : "UTC";
  parts.tm_zone = zone_name.c_str();
  int64_t offset = 0;
  if (cx.length(args[1]) > 10 && !cx.to_int64(cx.item(args[1], 10), offset)) return {};
  parts.tm_gmtoff = offset;
  std::string format(cx.text(args[0]));
  if (format.empty()) return cx.str("");
  std::string text(format.size() * 16 + 256, '\0');
  text.resize(std::strftime(text.data(), text.size(), format.c_str(), &parts));
  return cx.str(text);
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
    {"_gmtime", time_gmtime, 0, 1},
    {"_localtime", time_localtime, 0, 1},
    {"_mktime", time_mktime, 1, 1},
    {"_strftime", time_strftime, 2, 2},
};

}  // namespace

bool init_time_module(Context& cx, Handle module) {
  return cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
