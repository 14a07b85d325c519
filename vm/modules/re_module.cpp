// What: the matcher under the module re: PCRE2.
// Idea: a pattern that lib/re.py has written anew in PCRE2's syntax is compiled once; a call finds
//   one match or all of them, as spans in code points.
// Threads: any; a compiled pattern never changes, match data belong to a call. As CPython's, a
//   match keeps the interpreter lock.
// Not here: the syntax, match objects, replacing (lib/re.py).
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <memory>

#include "vm/modules/modules.h"

namespace gilsim {
namespace {

struct Compiled {
  pcre2_code* code;
  bool utf;
};
void drop_compiled(void* payload) {
  auto* compiled = static_cast<Compiled*>(payload);
  pcre2_code_free(compiled->code);
  delete compiled;
}
constexpr NativeType kPatternType{"re._Pattern", drop_compiled, nullptr};

// Bits of _compile's flags.
constexpr int64_t kIgnoreCase = 1, kMultiline = 2, kDotAll = 4, kVerbose = 8, kAscii = 16;

// _compile(pattern, flags): a pattern, or (code, message, offset in bytes).
Handle compile(Context& cx, const Handle* args, uint32_t) {
  int64_t flags;
  if (!cx.to_int64(args[1], flags)) return {};
  std::string_view text = cx.text(args[0]);
  bool utf = cx.is_str(args[0]);
  uint32_t options = 0;
  if (utf) options |= flags & kAscii ? PCRE2_UTF : PCRE2_UTF | PCRE2_UCP;
  if (flags & kIgnoreCase) options |= PCRE2_CASELESS;
  // Python's ^ also matches behind a line end that is the last character.
  if (flags & kMultiline) options |= PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX;
  if (flags & kDotAll) options |= PCRE2_DOTALL;
  if (flags & kVerbose) options |= PCRE2_EXTENDED;
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* code = nullptr;
  cx.services().with_big_stack(static_cast<int64_t>(text.size()) * 40, [&] {
    std::unique_ptr<pcre2_compile_context, decltype(&pcre2_compile_context_free)> context(
        pcre2_compile_context_create(nullptr), &pcre2_compile_context_free);
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &error,
                         &offset, context.get());
    if (code) pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  });
  if (!code) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof message);
    return cx.tuple({cx.integer(error), cx.str(reinterpret_cast<char*>(message)),
                     cx.integer(static_cast<int64_t>(offset))});
  }
  Handle cls = cx.get_attr(cx.builtin_module("re"), "_Native");
  return cls ? cx.object(cls, new Compiled{code, utf}) : Handle{};
}

Compiled* compiled_of(Context& cx, Handle self) {
  return static_cast<Compiled*>(cx.payload(self, &kPatternType));
}

// info(): how many groups, and the numbers of those with names.
Handle pattern_info(Context& cx, const Handle* args, uint32_t) {
  Compiled* compiled = compiled_of(cx, args[0]);
  if (!compiled) return {};
  uint32_t groups = 0, names = 0, entry_size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(compiled->code, PCRE2_INFO_CAPTURECOUNT, &groups);
  pcre2_pattern_info(compiled->code, PCRE2_INFO_NAMECOUNT, &names);
  pcre2_pattern_info(compiled->code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
  pcre2_pattern_info(compiled->code, PCRE2_INFO_NAMETABLE, &table);
  Handle dict = cx.dict();
  for (uint32_t k = 0; k < names; ++k, table += entry_size) {
    int64_t number = table[0] << 8 | table[1];
    if (!cx.dict_set(dict, reinterpret_cast<const char*>(table + 2), cx.integer(number))) return {};
  }
  return cx.tuple({cx.integer(groups), dict});
}

// Between places in bytes and in code points of one text; quick for places near the last one.
class Places {
 public:
  Places(std::string_view text, bool wide) : text_(text), wide_(wide) {}
  size_t byte_of(size_t point) {
    if (!wide_) return std::min(point, text_.size());
    while (points_ < point && bytes_ < text_.size()) forward();
    while (points_ > point) back();
    return bytes_;
  }
  int64_t point_of(size_t byte) {
    if (!wide_) return static_cast<int64_t>(byte);
    while (bytes_ < byte) forward();
    while (bytes_ > byte) back();
    return static_cast<int64_t>(points_);
  }

 private:
  bool inside(size_t at) const { return (static_cast<unsigned char>(text_[at]) & 0xc0) == 0x80; }
  void forward() {
    do {
      ++bytes_;
    } while (bytes_ < text_.size() && inside(bytes_));
    ++points_;
  }
  void back() {
    do {
      --bytes_;
    } while (inside(bytes_));
    --points_;
  }
  std::string_view text_;
  bool wide_;
  size_t bytes_ = 0, points_ = 0;
};

using MatchData = std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)>;

int match_once(const Compiled* compiled, std::string_view text, size_t start, uint32_t options,
               pcre2_match_data* data, pcre2_match_context* context) {
  auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
  int found = pcre2_match(compiled->code, subject, text.size(), start, options, data, context);
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) {
    found = pcre2_match(compiled->code, subject, text.size(), start, options | PCRE2_NO_JIT, data,
                        context);
  }
  return found;
}

// spans(text, start, end, kind, limit): a list of (start, end, start of group 1, ...), -1 for
// groups that are unset. kind: 0 anywhere, 1 at the start, 2 the whole. limit: matches, 0: all.
Handle pattern_spans(Context& cx, const Handle* args, uint32_t) {
  Compiled* compiled = compiled_of(cx, args[0]);
  int64_t from, to, kind, limit;
  if (!compiled || !cx.to_int64(args[2], from) || !cx.to_int64(args[3], to) ||
      !cx.to_int64(args[4], kind) || !cx.to_int64(args[5], limit))
    return {};
  std::string copy;
  std::string_view text = cx.text(args[1]);
  if (cx.class_name(args[1]) == "bytearray") {
    copy = text;
    text = copy;
  }
  int64_t length = cx.length(args[1]);
  to = std::min(std::max<int64_t>(to, 0), length);
  from = std::min(std::max<int64_t>(from, 0), length);
  Handle list = cx.list();
  if (from > to) return list;
  Places places(text, compiled->utf && static_cast<size_t>(length) != text.size());
  size_t start = places.byte_of(static_cast<size_t>(from));
  text = text.substr(0, places.byte_of(static_cast<size_t>(to)));
  MatchData data(pcre2_match_data_create_from_pattern(compiled->code, nullptr),
                 &pcre2_match_data_free);
  std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)> context(
      pcre2_match_context_create(nullptr), &pcre2_match_context_free);
  pcre2_set_match_limit(context.get(), UINT32_MAX);
  pcre2_set_heap_limit(context.get(), UINT32_MAX);
  uint32_t options = kind == 0 ? 0 : PCRE2_ANCHORED;
  if (kind == 2) options |= PCRE2_ENDANCHORED;
  uint32_t extra = 0;
  for (int64_t count = 0; limit == 0 || count < limit; ++count) {
    int found = 0;
    cx.services().with_big_stack(8, [&] {
      found = match_once(compiled, text, start, options | extra, data.get(), context.get());
    });
    if (found == PCRE2_ERROR_NOMATCH) break;
    if (found < 0) {
      PCRE2_UCHAR message[256];
      pcre2_get_error_message(found, message, sizeof message);
      return cx.raise(Exc::RuntimeError, reinterpret_cast<char*>(message));
    }
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data.get());
    uint32_t pairs = pcre2_get_ovector_count(data.get());
    uint32_t mark = cx.mark();
    std::vector<Handle> span;
    for (uint32_t k = 0; k < 2 * pairs; ++k) {
      bool unset = ends[k] == PCRE2_UNSET;
      span.push_back(cx.integer(unset ? -1 : places.point_of(ends[k])));
    }
    if (!cx.append(list, cx.tuple(span))) return {};
    cx.release_to(mark);
    // An empty match is not found twice; one behind a match that was not empty is.
    extra = PCRE2_NO_UTF_CHECK | (ends[0] == ends[1] ? PCRE2_NOTEMPTY_ATSTART : 0);
    start = ends[1];
  }
  return list;
}

constexpr ModuleFunction kMethods[] = {
    {"info", pattern_info, 0, 0},
    {"spans", pattern_spans, 5, 5},
};
constexpr ModuleClass kPatternClass{"_Native",           "re",   &kPatternType, kMethods,
                                    std::size(kMethods), nullptr};
constexpr ModuleFunction kFunctions[] = {{"_compile_native", compile, 2, 2}};

}  // namespace

bool init_re_module(Context& cx, Handle module) {
  return cx.add_class(module, kPatternClass) &&
         cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
