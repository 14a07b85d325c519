// What: random's generators (class _Core) and what programs draw from them often. A seed gives the
//   same numbers as CPython's: words, floats and ints are made of the twister's words as there.
// Idea: each method first tries the case that needs no Python code: a generator's own words,
//   arguments that are small ints and floats. A class that brings its own random() or getrandbits()
//   is asked instead, and what is left is done in the language (lib/random.py, methods _any_...).
// State: Source says where ints come from; own_floats whether random() is the twister's.
// Threads: any; a generator has a lock of its own, held for some hundred instructions at most, and
//   not taken at all where an interpreter lock protects it. Loops over sequences have safe points.
// Not here: seeds that are no ints, ranges of large ints, distributions (lib/random.py).
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_set>

#include "gil/platform/busy_flag.h"
#include "vm/modules/mersenne_twister.h"
#include "vm/modules/modules.h"
#include "vm/object/memory.h"

namespace gilsim {
namespace {

enum class Source { kTwister, kBits, kFloats };  // ints: own words, the class's getrandbits, random

struct Core {
  BusyFlag busy;
  bool shared = true;  // no interpreter lock keeps threads apart
  Source source = Source::kTwister;
  bool own_floats = true;
  bool has_spare = false;  // the second number of a pair of gauss()
  double spare = 0;
  MersenneTwister twister;

  template <class Work>
  auto locked(Work work) {
    if (!shared) return work(twister);
    BusyFlag::Guard guard(busy);
    return work(twister);
  }
};
void drop_core(void* payload) { delete static_cast<Core*>(payload); }
constexpr NativeType kCoreType{"_random.Core", drop_core, nullptr};
void* new_core(Context& cx, const Handle*, uint32_t) {
  Core* core = new Core;
  core->shared = !cx.services().gil_enabled();
  return core;
}

Core* core_of(Context& cx, Handle self) { return static_cast<Core*>(cx.payload(self, &kCoreType)); }

// ---- arguments

bool small_int(Context& cx, Handle h, int64_t& out) {
  if (!cx.is_int(h)) return false;
  if (cx.to_int64(h, out)) return true;
  cx.clear();
  return false;
}

// A number that a float holds without loss.
bool exact_real(Context& cx, Handle h, double& out) {
  if (cx.is_real(h)) return cx.to_double(h, out);
  int64_t whole;
  if (!small_int(cx, h, whole) || std::llabs(whole) > int64_t{1} << 53) return false;
  out = static_cast<double>(whole);
  return true;
}

// The words of a sequence of ints. False: error pending.
bool read_words(Context& cx, Handle sequence, std::vector<uint32_t>& words) {
  int64_t count = cx.length(sequence);
  for (int64_t k = 0; k < count; ++k) {
    int64_t word;
    uint32_t mark = cx.mark();
    if (!cx.to_int64(cx.item(sequence, k), word)) return false;
    cx.release_to(mark);
    words.push_back(static_cast<uint32_t>(word));
  }
  return count >= 0;
}

template <class... Args>
Handle call_method(Context& cx, Handle self, const char* name, Args... args) {
  Handle method = cx.get_attr(self, name);
  return method ? cx.call(method, {args...}) : Handle{};
}

// ---- draws, of the twister or of what the class has instead. Nothing: error pending.

std::optional<double> draw_real(Context& cx, Handle self, Core& core) {
  if (core.own_floats) return core.locked([](MersenneTwister& t) { return t.next_real(); });
  uint32_t mark = cx.mark();
  Handle number = call_method(cx, self, "random");
  double real;
  if (!number || !cx.to_double(number, real)) return std::nullopt;
  cx.release_to(mark);
  return real;
}

// REQUIRES: limit > 0.
std::optional<int64_t> draw_below(Context& cx, Handle self, Core& core, int64_t limit) {
  if (core.source == Source::kTwister) {
    auto below = static_cast<uint64_t>(limit);
    return static_cast<int64_t>(
        core.locked([below](MersenneTwister& t) { return t.next_below(below); }));
  }
  uint32_t mark = cx.mark();
  Handle number = call_method(cx, self, "_any_below", cx.integer(limit));
  int64_t drawn;
  if (!number || !cx.to_int64(number, drawn)) return std::nullopt;
  cx.release_to(mark);
  return drawn;
}

// ---- how long and how much

bool room_for(Context& cx, uint64_t bytes) {
  if (memory_for(bytes)) return true;
  cx.raise(Exc::MemoryError, "");
  return false;
}

// After each round of a loop that a program may make long. False: error pending.
bool may_go_on(Context& cx, uint64_t rounds) {
  constexpr uint64_t kOften = 256, kMany = 1 << 20;
  if (rounds % kOften == 0 && !cx.services().safe_point()) return false;
  if (rounds < kMany || (rounds & (rounds - 1)) != 0) return true;
  return room_for(cx, 2 * rounds * sizeof(int64_t));
}

// ---- state

Handle core_seed(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  std::vector<uint32_t> key;
  if (!core || !read_words(cx, args[1], key)) return {};
  if (key.empty()) return cx.raise(Exc::ValueError, "the key must not be empty");
  core->locked([&](MersenneTwister& t) {
    t.seed(key);
    core->has_spare = false;
  });
  return cx.none();
}

// Three: the words and position, and the number that gauss() has left.
Handle core_state(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  std::optional<double> spare;
  auto state = core->locked([&](MersenneTwister& t) {
    if (core->has_spare) spare = core->spare;
    return t.state();
  });
  std::vector<Handle> words;
  for (uint32_t word : state) words.push_back(cx.unsigned_integer(word));
  Handle tuple = cx.tuple(words);
  return cx.tuple({tuple, spare ? cx.real(*spare) : cx.none()});
}

Handle core_set_state(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  if (!cx.is_tuple(args[1])) return cx.raise(Exc::TypeError, "state vector must be a tuple");
  std::vector<uint32_t> words;
  if (!read_words(cx, args[1], words)) return {};
  constexpr size_t kPosition = MersenneTwister::kWords;
  if (words.size() != kPosition + 1)
    return cx.raise(Exc::ValueError, "state vector is the wrong size");
  if (words[kPosition] > kPosition) return cx.raise(Exc::ValueError, "invalid state");
  double spare = 0;
  bool has_spare = !cx.is_none(args[2]);
  if (has_spare && !cx.to_double(args[2], spare)) return {};
  MersenneTwister::State state;
  std::copy(words.begin(), words.end(), state.begin());
  core->locked([&](MersenneTwister& t) {
    t.set_state(state);
    core->has_spare = has_spare;
    core->spare = spare;
  });
  return cx.none();
}

// Whether random() and getrandbits() are the twister's, and if ints come from random().
Handle core_ask_class(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  core->own_floats = cx.is_true(args[1]);
  core->source = cx.is_true(args[2])   ? Source::kTwister
                 : cx.is_true(args[3]) ? Source::kFloats
                                       : Source::kBits;
  return cx.none();
}

// ---- floats

Handle core_random(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  return cx.real(core->locked([](MersenneTwister& t) { return t.next_real(); }));
}

Handle core_uniform(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  auto part = draw_real(cx, args[0], *core);
  if (!part) return {};
  double low, high;
  if (exact_real(cx, args[1], low) && exact_real(cx, args[2], high))
    return cx.real(low + (high - low) * *part);
  Handle width = cx.binary(BinaryOp::Sub, args[2], args[1]);
  Handle offset = width ? cx.binary(BinaryOp::Mul, width, cx.real(*part)) : Handle{};
  return offset ? cx.binary(BinaryOp::Add, args[1], offset) : Handle{};
}

// A normally distributed number, mean 0, deviation 1: Box and Muller, "A note on the generation of
// random normal deviates" (1958). A random point's direction and distance give two; one is kept.
std::optional<double> draw_normal(Context& cx, Handle self, Core& core) {
  std::optional<double> spare = core.locked([&](MersenneTwister&) -> std::optional<double> {
    if (!core.has_spare) return std::nullopt;
    core.has_spare = false;
    return core.spare;
  });
  if (spare) return spare;
  auto turn = draw_real(cx, self, core);
  auto part = turn ? draw_real(cx, self, core) : std::nullopt;
  if (!part) return std::nullopt;
  double angle = *turn * 2 * M_PI, distance = std::sqrt(-2.0 * std::log(1.0 - *part));
  core.locked([&](MersenneTwister&) {
    core.has_spare = true;
    core.spare = std::sin(angle) * distance;
  });
  return std::cos(angle) * distance;
}

Handle core_gauss(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  auto normal = draw_normal(cx, args[0], *core);
  if (!normal) return {};
  double mean = 0, deviation = 1;
  bool plain = (!args[1] || exact_real(cx, args[1], mean)) &&
               (!args[2] || exact_real(cx, args[2], deviation));
  if (plain) return cx.real(mean + *normal * deviation);
  Handle offset = cx.real(*normal);
  if (args[2]) offset = cx.binary(BinaryOp::Mul, offset, args[2]);
  if (!offset) return {};
  return cx.binary(BinaryOp::Add, args[1] ? args[1] : cx.real(0), offset);
}

// ---- ints

// Random bits in bytes, the lowest first. REQUIRES: bits > 0. False: error pending.
bool draw_bytes(Context& cx, Core& core, int64_t bits, std::string& data) {
  constexpr int64_t kAtOnce = 64;  // words
  if (bits > INT32_MAX) {
    cx.raise(Exc::OverflowError, "Python int too large to convert to C int");
    return false;
  }
  if (!room_for(cx, static_cast<uint64_t>(bits) / 8 * 2)) return false;
  data.reserve(static_cast<size_t>((bits + 31) / 32) * 4);
  for (int64_t left = bits; left > 0;) {
    core.locked([&](MersenneTwister& t) {
      for (int64_t words = kAtOnce; words > 0 && left > 0; --words, left -= 32) {
        uint32_t word = t.next();
        if (left < 32) word >>= 32 - left;
        for (int shift = 0; shift < 32; shift += 8)
          data.push_back(static_cast<char>(word >> shift));
      }
    });
  }
  data.resize(static_cast<size_t>((bits + 7) / 8));
  return true;
}

Handle core_getrandbits(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  int64_t bits;
  if (!core || !cx.to_int64(args[1], bits)) return {};
  if (bits < 0) return cx.raise(Exc::ValueError, "number of bits must be non-negative");
  if (bits == 0) return cx.integer(0);
  if (bits <= 64) {
    int few = static_cast<int>(bits);
    return cx.unsigned_integer(
        core->locked([few](MersenneTwister& t) { return t.next_bits(few); }));
  }
  std::string data;
  return draw_bytes(cx, *core, bits, data) ? cx.integer_of_bytes(data) : Handle{};
}

Handle core_randbytes(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  int64_t size;
  if (!core || !cx.to_int64(args[1], size)) return {};
  if (core->source == Source::kTwister && size > 0) {
    std::string data;
    int64_t bits = size > INT64_MAX / 8 ? INT64_MAX : size * 8;
    return draw_bytes(cx, *core, bits, data) ? cx.bytes(data) : Handle{};
  }
  return call_method(cx, args[0], "_any_bytes", args[1]);
}

Handle core_randrange(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  int64_t start = 0, stop, width;
  bool one = !args[2] || cx.is_none(args[2]);
  if (!args[3] && small_int(cx, args[1], one ? stop : start) &&
      (one || small_int(cx, args[2], stop)) && !__builtin_sub_overflow(stop, start, &width) &&
      width > 0) {
    auto drawn = draw_below(cx, args[0], *core, width);
    return drawn ? cx.integer(start + *drawn) : Handle{};
  }
  Handle stop_handle = args[2] ? args[2] : cx.none();
  return args[3] ? call_method(cx, args[0], "_any_range", args[1], stop_handle, args[3])
                 : call_method(cx, args[0], "_any_range", args[1], stop_handle);
}

Handle core_randint(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  int64_t first, last, width;
  if (small_int(cx, args[1], first) && small_int(cx, args[2], last) &&
      !__builtin_sub_overflow(last, first, &width) && width >= 0 && width < INT64_MAX) {
    auto drawn = draw_below(cx, args[0], *core, width + 1);
    return drawn ? cx.integer(first + *drawn) : Handle{};
  }
  Handle end = cx.binary(BinaryOp::Add, args[2], cx.integer(1));
  return end ? call_method(cx, args[0], "randrange", args[1], end) : Handle{};
}

// ---- members of sequences

Handle core_choice(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  int64_t size = core ? cx.length(args[1]) : -1;
  if (size < 0) return {};
  if (size == 0) return cx.raise(Exc::IndexError, "Cannot choose from an empty sequence");
  auto at = draw_below(cx, args[0], *core, size);
  return at ? cx.item(args[1], *at) : Handle{};
}

// Fisher and Yates, from the end: each place gets one of those that are left.
Handle core_shuffle(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  Handle list = args[1];
  int64_t size = core ? cx.length(list) : -1;
  if (size < 0) return {};
  cx.services().native_work(size);
  for (int64_t last = size - 1; last > 0; --last) {
    uint32_t mark = cx.mark();
    auto at = draw_below(cx, args[0], *core, last + 1);
    if (!at) return {};
    Handle there = cx.item(list, *at), here = there ? cx.item(list, last) : Handle{};
    if (!here || !cx.set_item(list, cx.integer(last), there) ||
        !cx.set_item(list, cx.integer(*at), here))
      return {};
    cx.release_to(mark);
    if (!may_go_on(cx, static_cast<uint64_t>(size - last))) return {};
  }
  return cx.none();
}

Handle list_of(Context& cx, const std::vector<int64_t>& numbers) {
  Handle list = cx.list();
  for (int64_t number : numbers) {
    uint32_t mark = cx.mark();
    if (!cx.append(list, cx.integer(number))) return {};
    cx.release_to(mark);
  }
  return list;
}

// Of few, all are lined up, and the last one fills the gap; of many, what is taken is remembered.
// Which of them is CPython's choice, since the numbers drawn differ: the list of all if it takes
// less memory than the set.
constexpr int64_t kSmallSet = 21, kNoTable = 5;
bool fits_line_up(int64_t size, int64_t count) {
  int64_t table = 1;
  while (count > kNoTable && table < 3 * count) table *= 4;
  return size <= kSmallSet + (count > kNoTable ? table : 0);
}

// _positions(size, count): count different numbers below size.
Handle core_positions(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  int64_t size, count;
  if (!core || !cx.to_int64(args[1], size) || !cx.to_int64(args[2], count)) return {};
  cx.services().native_work(count);
  std::vector<int64_t> chosen, line_up;
  std::unordered_set<int64_t> taken;
  bool few = fits_line_up(size, count);
  if (few) {
    if (!room_for(cx, static_cast<uint64_t>(size) * sizeof(int64_t))) return {};
    line_up.resize(static_cast<size_t>(size));
    std::iota(line_up.begin(), line_up.end(), 0);
  }
  while (static_cast<int64_t>(chosen.size()) < count) {
    auto at = draw_below(cx, args[0], *core, few ? static_cast<int64_t>(line_up.size()) : size);
    if (!at) return {};
    if (few) {
      int64_t& place = line_up.at(static_cast<size_t>(*at));
      chosen.push_back(place);
      place = line_up.back();
      line_up.pop_back();
    } else if (taken.insert(*at).second) {
      chosen.push_back(*at);
    }
    if (!may_go_on(cx, chosen.size())) return {};
  }
  return list_of(cx, chosen);
}

// _picks(sums, scale, count): count numbers, the place of each product of scale and a random float
// among the sums, of which there is one less than places; without sums its whole part. None: sums
// that only the language can compare.
Handle core_picks(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  double scale;
  int64_t count;
  if (!core || !cx.to_double(args[2], scale) || !cx.to_int64(args[3], count)) return {};
  std::vector<double> sums;
  bool whole = cx.is_none(args[1]);
  int64_t places = whole ? 0 : cx.length(args[1]);
  if (places < 0) return {};
  for (int64_t k = 0; k + 1 < places; ++k) {
    uint32_t mark = cx.mark();
    Handle sum = cx.item(args[1], k);
    if (!sum) return {};
    if (!exact_real(cx, sum, sums.emplace_back())) return cx.none();
    cx.release_to(mark);
  }
  if (count > 0) cx.services().native_work(count);
  std::vector<int64_t> chosen;
  for (; count > 0; --count) {
    auto part = draw_real(cx, args[0], *core);
    if (!part) return {};
    double point = *part * scale;
    chosen.push_back(whole ? static_cast<int64_t>(std::floor(point))
                           : std::upper_bound(sums.begin(), sums.end(), point) - sums.begin());
    if (!may_go_on(cx, chosen.size())) return {};
  }
  return list_of(cx, chosen);
}

// Words that are others in each run; in virtual time they follow from the run's seed.
Handle entropy(Context& cx, const Handle*, uint32_t) {
  Handle list = cx.list();
  for (int k = 0; k < 4; ++k) {
    uint64_t bits = cx.services().random_bits();
    cx.append(list, cx.unsigned_integer(bits & 0xffffffff));
    cx.append(list, cx.unsigned_integer(bits >> 32));
  }
  return list;
}

constexpr ModuleFunction kCoreMethods[] = {
    {"random", core_random, 0, 0},
    {"getrandbits", core_getrandbits, 1, 1},
    {"randbytes", core_randbytes, 1, 1, "n"},
    {"randrange", core_randrange, 1, 3, "start stop step"},
    {"randint", core_randint, 2, 2, "a b"},
    {"uniform", core_uniform, 2, 2, "a b"},
    {"gauss", core_gauss, 0, 2, "mu sigma"},
    {"choice", core_choice, 1, 1, "seq"},
    {"shuffle", core_shuffle, 1, 1, "x"},
    {"_positions", core_positions, 2, 2},
    {"_picks", core_picks, 3, 3},
    {"_seed_key", core_seed, 1, 1},
    {"_state", core_state, 0, 0},
    {"_set_state", core_set_state, 2, 2},
    {"_ask_class", core_ask_class, 3, 3},
};
constexpr ModuleClass kCoreClass{
    "_Core", "random", &kCoreType, kCoreMethods, std::size(kCoreMethods), new_core};
constexpr ModuleFunction kFunctions[] = {{"_entropy", entropy, 0, 0}};

}  // namespace

bool init_random_module(Context& cx, Handle module) {
  return cx.add_class(module, kCoreClass) &&
         cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
