// What: the generator under the module random: Mersenne Twister (Matsumoto and Nishimura, 1998) as
//   the C++ library has it, seeded by its authors' init_by_array (2002) and read as CPython reads
//   it, so that a seed gives the same numbers.
// State: 624 words and a position, as std::mt19937 writes them.
// Threads: any; a generator has a lock of its own, held for a few instructions.
// Not here: seeds that are no ints, ranges and distributions (lib/random.py).
#include <array>
#include <random>
#include <sstream>

#include "gil/platform/busy_flag.h"
#include "vm/modules/modules.h"

namespace gilsim {
namespace {

constexpr size_t kWords = 624;
using State = std::array<uint32_t, kWords + 1>;  // and the position

struct Core {
  BusyFlag busy;
  std::mt19937 engine;
};
void drop_core(void* payload) { delete static_cast<Core*>(payload); }
constexpr NativeType kCoreType{"_random.Core", drop_core, nullptr};
void* new_core(Context&, const Handle*, uint32_t) { return new Core; }

Core* core_of(Context& cx, Handle self) { return static_cast<Core*>(cx.payload(self, &kCoreType)); }

void load(Core& core, const State& state) {
  std::stringstream text;
  for (uint32_t word : state) text << word << ' ';
  BusyFlag::Guard guard(core.busy);
  text >> core.engine;
}
State store(Core& core) {
  std::stringstream text;
  {
    BusyFlag::Guard guard(core.busy);
    text << core.engine;
  }
  State state;
  for (uint32_t& word : state) text >> word;
  return state;
}

// init_by_array of the authors' mt19937ar.
State state_of_key(const std::vector<uint32_t>& key) {
  State s;
  s[0] = 19650218;
  for (uint32_t i = 1; i < kWords; ++i) s[i] = 1812433253u * (s[i - 1] ^ (s[i - 1] >> 30)) + i;
  size_t i = 1, j = 0;
  auto step = [&](uint32_t factor) { return s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * factor); };
  auto advance = [&] {
    if (++i < kWords) return;
    s[0] = s[kWords - 1];
    i = 1;
  };
  for (size_t k = std::max(kWords, key.size()); k > 0; --k) {
    s[i] = step(1664525u) + key[j] + static_cast<uint32_t>(j);
    advance();
    if (++j == key.size()) j = 0;
  }
  for (size_t k = kWords - 1; k > 0; --k) {
    s[i] = step(1566083941u) - static_cast<uint32_t>(i);
    advance();
  }
  s[0] = 0x80000000u;
  s[kWords] = kWords;
  return s;
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

Handle core_seed(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  std::vector<uint32_t> key;
  if (!core || !read_words(cx, args[1], key)) return {};
  if (key.empty()) return cx.raise(Exc::ValueError, "the key must not be empty");
  load(*core, state_of_key(key));
  return cx.none();
}
Handle core_random(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  uint32_t high, low;
  {
    BusyFlag::Guard guard(core->busy);
    high = core->engine() >> 5;
    low = core->engine() >> 6;
  }
  return cx.real((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}
Handle core_getrandbits(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  int64_t bits;
  if (!core || !cx.to_int64(args[1], bits)) return {};
  if (bits < 0) return cx.raise(Exc::ValueError, "number of bits must be non-negative");
  if (bits == 0) return cx.integer(0);
  std::vector<uint32_t> words;
  {
    BusyFlag::Guard guard(core->busy);
    for (; bits > 0; bits -= 32) {
      uint32_t word = core->engine();
      words.push_back(bits < 32 ? word >> (32 - bits) : word);
    }
  }
  if (words.size() <= 2) {
    uint64_t high = words.size() > 1 ? words[1] : 0;
    return cx.unsigned_integer(high << 32 | words[0]);
  }
  std::string data(words.size() * 4, '\0');
  for (size_t k = 0; k < data.size(); ++k)
    data[k] = static_cast<char>(words[k / 4] >> (8 * (k % 4)) & 0xff);
  Handle from_bytes = cx.get_attr(cx.dict_get(cx.builtins_dict(), "int"), "from_bytes");
  return from_bytes ? cx.call(from_bytes, {cx.bytes(data), cx.str("little")}) : Handle{};
}
Handle core_getstate(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  std::vector<Handle> words;
  for (uint32_t word : store(*core)) words.push_back(cx.unsigned_integer(word));
  return cx.tuple(words);
}
Handle core_setstate(Context& cx, const Handle* args, uint32_t) {
  Core* core = core_of(cx, args[0]);
  if (!core) return {};
  if (!cx.is_tuple(args[1])) return cx.raise(Exc::TypeError, "state vector must be a tuple");
  std::vector<uint32_t> words;
  if (!read_words(cx, args[1], words)) return {};
  if (words.size() != kWords + 1)
    return cx.raise(Exc::ValueError, "state vector is the wrong size");
  if (words[kWords] > kWords) return cx.raise(Exc::ValueError, "invalid state");
  State state;
  std::copy(words.begin(), words.end(), state.begin());
  load(*core, state);
  return cx.none();
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
    {"seed", core_seed, 1, 1},
    {"random", core_random, 0, 0},
    {"getrandbits", core_getrandbits, 1, 1},
    {"getstate", core_getstate, 0, 0},
    {"setstate", core_setstate, 1, 1},
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
