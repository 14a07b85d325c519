// What: the methods of str, bytes and bytearray.
// Idea: one set of methods over a view of either kind of text; results are of the receiver's kind.
// Threads: str and bytes are immutable; a bytearray is copied under its guard before it is worked
// on. Not here: case and properties of characters (text/unicode_classes.h), formatting
// (percent_impl.h, str_format_impl.h).
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "vm/object/str_impl.h"
#include "vm/object/codec_calls_impl.h"
#include "vm/object/text/str_repr.h"
#include "vm/object/text/unicode_classes.h"

namespace gilsim {

// The text of a str, bytes or bytearray for the length of one native call.
template <class V>
struct TextSubject {
  Kind kind = Kind::NoneType;
  std::string copy;  // bytearray only
  StrView view;

  static bool is_text(VmThread& t, Value v, Kind& kind) {
    kind = Classes<V>::class_of(t, v)->instance_kind;
    return kind == Kind::Str || kind == Kind::Bytes || kind == Kind::ByteArray;
  }
  // False: v is no text.
  bool read(VmThread& t, Value v) {
    if (!is_text(t, v, kind)) return false;
    if (kind == Kind::Str) {
      view = view_of(v.as<Str>());
    } else if (kind == Kind::Bytes) {
      view = StrView::bytes(v.as<Bytes>()->view());
    } else {
      auto* array = v.as<ByteArray>();
      typename V::Guard guard(array);
      copy.assign(array->data, array->size);
      view = StrView::bytes(copy);
    }
    return true;
  }
  bool is_str() const { return kind == Kind::Str; }
  Value make(VmThread& t, std::string_view text) const {
    if (kind == Kind::Str) return Value(Heap<V>::str(t, text));
    return kind == Kind::Bytes ? Value(Heap<V>::bytes(t, text)) : make_bytearray(t, text);
  }
  static Value make_bytearray(VmThread& t, std::string_view text) {
    auto* array = Heap<V>::template make<ByteArray>(t, Kind::ByteArray);
    array->size = text.size();
    array->capacity = text.size() + 1;
    array->data = static_cast<char*>(Heap<V>::raw(array->capacity));
    std::memcpy(array->data, text.data(), text.size());
    return Value(array);
  }
};

template <class V>
struct TextMethods {
  using A = const NativeArgs&;
  using Subject = TextSubject<V>;
  using S = NativeSupport<V>;

  static Subject self_of(VmThread& t, A a) {
    Subject s;
    s.read(t, a.values[0]);
    return s;
  }
  // An argument of the receiver's kind (bytes may be mixed with bytearray). False: TypeError
  // pending.
  static bool argument(VmThread& t, const Subject& self, Value v, Subject& out, const char* where) {
    bool good = out.read(t, v) && out.is_str() == self.is_str();
    if (good) return true;
    if (self.is_str() && !where)
      Errors<V>::type_error(t, message({"must be str, not ", Classes<V>::class_name(t, v)}));
    else if (self.is_str())
      S::must_be_str(t, where, v);
    else
      Errors<V>::type_error(t, message({"a bytes-like object is required, not '",
                                        Classes<V>::class_name(t, v), "'"}));
    return false;
    return false;
  }
  static Value integer(int64_t n) { return Value::integer(n); }

  // ---- searching
  // start and end arguments at position and position + 1 as byte offsets. False: pending. empty:
  // start lies behind the end.
  static bool range(VmThread& t, A a, uint32_t position, const StrView& text, size_t& from,
                    size_t& to, bool& beyond) {
    int64_t start = 0, stop = INT64_MAX / 2, length = static_cast<int64_t>(text.length);
    constexpr bool kOrNone = true;
    if (!S::bound(t, a, position, start, kOrNone) || !S::bound(t, a, position + 1, stop, kOrNone))
      return false;
    if (stop > length) stop = length;
    S::clamp(length, start, stop);
    beyond = start > length || start > stop;
    from = text.offset_of(static_cast<size_t>(std::min(start, length)));
    to = beyond ? from : text.offset_of(static_cast<size_t>(stop));
    return true;
  }
  // What is searched: text of the same kind, or for bytes also a number.
  static bool needle(VmThread& t, const Subject& self, Value v, Subject& out) {
    if (!self.is_str() && Numbers<V>::is_int(v)) {
      int64_t byte;
      if (!Numbers<V>::int64_of(v, byte) || byte < 0 || byte > 255) {
        Errors<V>::value_error(t, "byte must be in range(0, 256)");
        return false;
      }
      out.kind = Kind::Bytes;
      out.copy.assign(1, static_cast<char>(byte));
      out.view = StrView::bytes(out.copy);
      return true;
    }
    if (out.read(t, v) && out.is_str() == self.is_str()) return true;
    std::string type(Classes<V>::class_name(t, v));
    Errors<V>::type_error(
        t, self.is_str()
               ? message({"must be str, not ", type})
               : message({"argument should be integer or bytes-like object, not '", type, "'"}));
    return false;
  }
  template <bool kReverse, bool kMustFind>
  static Value find(VmThread& t, A a) {
    Subject self = self_of(t, a), sub;
    size_t from, to;
    bool beyond;
    if (!range(t, a, 2, self.view, from, to, beyond) || !needle(t, self, a.values[1], sub))
      return Value();
    std::string_view part = self.view.text.substr(from, to - from);
    size_t at = beyond     ? std::string_view::npos
                : kReverse ? part.rfind(sub.view.text)
                           : part.find(sub.view.text);
    V::P::work(Cost::NativeByte, static_cast<int64_t>(part.size()));
    if (at != std::string_view::npos)
      return integer(static_cast<int64_t>(self.view.index_of(from + at)));
    return kMustFind ? Errors<V>::value_error(
                           t, self.is_str() ? "substring not found" : "subsection not found")
                     : integer(-1);
  }
  static Value count(VmThread& t, A a) {
    Subject self = self_of(t, a), sub;
    size_t from, to;
    bool beyond;
    if (!range(t, a, 2, self.view, from, to, beyond) || !needle(t, self, a.values[1], sub))
      return Value();
    if (beyond) return integer(0);
    std::string_view part = self.view.text.substr(from, to - from);
    if (sub.view.size() == 0) return integer(static_cast<int64_t>(self.view.part(part).length) + 1);
    int64_t n = 0;
    for (size_t at = part.find(sub.view.text); at != std::string_view::npos;
         at = part.find(sub.view.text, at + sub.view.size()))
      ++n;
    return integer(n);
  }
  template <bool kEnd>
  static Value affix(VmThread& t, A a) {
    Subject self = self_of(t, a);
    size_t from, to;
    bool beyond;
    if (!range(t, a, 2, self.view, from, to, beyond)) return Value();
    std::string_view part = self.view.text.substr(from, to - from);
    auto matches = [&](Value v, int& result) {
      Subject sub;
      if (!sub.read(t, v) || sub.is_str() != self.is_str()) {
        std::string type(Classes<V>::class_name(t, v));
        const char* name = kEnd ? "endswith" : "startswith";
        bool in_tuple = v != a.values[1];
        Errors<V>::type_error(
            t, in_tuple
                   ? message({"tuple for ", name, " must only contain str, not ", type})
                   : message({name, " first arg must be ", self.is_str() ? "str" : "bytes",
                              " or a tuple of ", self.is_str() ? "str" : "bytes", ", not ", type}));
        return false;
      }
      result = !beyond && (kEnd ? part.ends_with(sub.view.text) : part.starts_with(sub.view.text));
      return true;
    };
    int result = 0;
    if (Classes<V>::class_of(t, a.values[1])->instance_kind == Kind::Tuple) {
      auto* options = a.values[1].as<Tuple>();
      for (uint64_t k = 0; k < options->size && !result; ++k) {
        if (!matches(options->items[k], result)) return Value();
      }
      return Value::boolean(result);
    }
    return matches(a.values[1], result) ? Value::boolean(result) : Value();
  }

  // ---- changing
  // False: MemoryError is pending. Counts what is to be replaced only where that may be large.
  static bool room_for_replaced(VmThread& t, std::string_view text, std::string_view from,
                                std::string_view to) {
    constexpr size_t kWorthCounting = size_t{1} << 24;
    size_t count = text.size() / std::max<size_t>(from.size(), 1) + 1;
    if (to.size() <= from.size() || count * to.size() < kWorthCounting) return true;
    if (!from.empty()) {
      count = 0;
      for (size_t at = 0; (at = text.find(from, at)) != text.npos; at += from.size()) ++count;
    }
    return room_for(t, text.size() + count * to.size());
  }
  static Value replace(VmThread& t, A a) {
    Subject self = self_of(t, a), from, to;
    int64_t most = -1;
    if (!argument(t, self, a.values[1], from, "replace() argument 1") ||
        !argument(t, self, a.values[2], to, "replace() argument 2"))
      return Value();
    if (a.count > 3 && !Protocol<V>::size_of(t, a.values[3], most)) return Value();
    std::string out;
    std::string_view text = self.view.text;
    if (!room_for_replaced(t, text, from.view.text, to.view.text)) return Value();
    size_t at = 0;
    for (int64_t n = 0; most < 0 || n < most; ++n) {
      if (from.view.size() == 0) {  // before every character and at the end
        out += to.view.text;
        if (at >= text.size()) break;
        size_t width = self.is_str() ? utf8_width(text[at]) : 1;
        out += text.substr(at, width);
        at += width;
        continue;
      }
      size_t found = text.find(from.view.text, at);
      if (found == std::string_view::npos) break;
      out += text.substr(at, found - at);
      out += to.view.text;
      at = found + from.view.size();
    }
    if (at == 0 && out.empty() && self.kind != Kind::ByteArray && is_exact(t, a.values[0]))
      return V::newref(a.values[0]);
    if (at < text.size()) out += text.substr(at);
    return self.make(t, out);
  }
  static bool is_exact(VmThread& t, Value v) {
    return v.object()->cls == t.isolate->classes[static_cast<int>(v.object()->kind)];
  }

  static bool space_at(const Subject& self, std::string_view text, size_t at) {
    auto c = static_cast<unsigned char>(text[at]);
    // Of ASCII, str counts the separators 1c to 1f as white space too; bytes does not.
    if (c < 0x80) return is_byte_space(text[at]) || (c >= 0x1c && c <= 0x1f && self.is_str());
    return self.is_str() && is_space(decode_utf8(text.data() + at));
  }
  // Whether the character at `at` is to be stripped; set null: white space.
  static bool strips(const Subject& self, const Subject* set, std::string_view text, size_t at) {
    if (!set) return space_at(self, text, at);
    if (static_cast<unsigned char>(text[at]) < 0x80 || !self.is_str())
      return set->view.text.find(text[at]) != std::string_view::npos;
    size_t width = self.is_str() ? utf8_width(text[at]) : 1;
    std::string_view character = text.substr(at, width);
    std::string_view chars = set->view.text;
    for (size_t k = 0; k < chars.size();) {
      size_t w = self.is_str() ? utf8_width(chars[k]) : 1;
      if (chars.substr(k, w) == character) return true;
      k += w;
    }
    return false;
  }
  template <bool kLeft, bool kRight>
  static Value strip(VmThread& t, A a) {
    Subject self = self_of(t, a), chars;
    bool given = a.count > 1 && !a.values[1].is_none();
    if (given && (!chars.read(t, a.values[1]) || chars.is_str() != self.is_str())) {
      return self.is_str()
                 ? Errors<V>::type_error(t, message({kLeft && kRight ? "strip"
                                                     : kLeft         ? "lstrip"
                                                                     : "rstrip",
                                                     " arg must be None or str"}))
                 : Errors<V>::type_error(t, message({"a bytes-like object is required, not '",
                                                     Classes<V>::class_name(t, a.values[1]), "'"}));
    }
    std::string_view text = self.view.text;
    const Subject* set = given ? &chars : nullptr;
    size_t from = 0, to = text.size();
    while (kLeft && from < to && strips(self, set, text, from))
      from += self.is_str() ? utf8_width(text[from]) : 1;
    while (kRight && to > from) {
      size_t last = self.is_str() ? previous_offset(text, to) : to - 1;
      if (!strips(self, set, text, last)) break;
      to = last;
    }
    if (from == 0 && to == text.size() && self.kind != Kind::ByteArray && is_exact(t, a.values[0]))
      return V::newref(a.values[0]);
    return self.make(t, text.substr(from, to - from));
  }
  template <bool kPrefix>
  static Value remove_affix(VmThread& t, A a) {
    Subject self = self_of(t, a), part;
    if (!argument(t, self, a.values[1], part,
                  kPrefix ? "removeprefix() argument" : "removesuffix() argument"))
      return Value();
    std::string_view text = self.view.text;
    if (kPrefix && text.starts_with(part.view.text))
      text.remove_prefix(part.view.size());
    else if (!kPrefix && part.view.size() && text.ends_with(part.view.text))
      text.remove_suffix(part.view.size());
    return self.make(t, text);
  }

  // ---- splitting and joining
  static bool push(VmThread& t, List* list, const Subject& self, std::string_view part) {
    return Lists<V>::append_owned(t, list, self.make(t, part));
  }

  static void split_space(VmThread& t, List* list, const Subject& self, int64_t most) {
    std::string_view text = self.view.text;
    size_t at = 0;
    auto width = [&](size_t k) { return self.is_str() ? utf8_width(text[k]) : size_t{1}; };
    for (;;) {
      while (at < text.size() && space_at(self, text, at)) at += width(at);
      if (at >= text.size()) return;
      size_t begin = at;
      if (most == 0) {  // what is left keeps its last spaces
        push(t, list, self, text.substr(begin));
        return;
      }
      while (at < text.size() && !space_at(self, text, at)) at += width(at);
      push(t, list, self, text.substr(begin, at - begin));
      if (most > 0) --most;
    }
  }
  static void rsplit_space(std::vector<std::string_view>& parts, const Subject& self,
                           int64_t most) {
    std::string_view text = self.view.text;
    size_t end = text.size();
    auto before = [&](size_t k) { return self.is_str() ? previous_offset(text, k) : k - 1; };
    for (;;) {
      while (end > 0 && space_at(self, text, before(end))) end = before(end);
      if (end == 0) return;
      if (most == 0) {
        parts.push_back(text.substr(0, end));  // what is left of it keeps its spaces
        return;
      }
      size_t begin = end;
      while (begin > 0 && !space_at(self, text, before(begin))) begin = before(begin);
      parts.push_back(text.substr(begin, end - begin));
      end = begin;
      if (most > 0) --most;
    }
  }
  template <bool kReverse>
  static Value split(VmThread& t, A a) {
    Subject self = self_of(t, a), separator;
    Value out[2];
    if (!bind_arguments<V>(t, kReverse ? "rsplit" : "split", S::rest(a), {"sep", "maxsplit"}, 0,
                           out))
      return Value();
    int64_t most = -1;
    if (out[1] && !Protocol<V>::size_of(t, out[1], most)) return Value();
    V::P::work(Cost::NativeByte, static_cast<int64_t>(self.view.size()));
    Ref<V> result(Heap<V>::list(t));
    auto* list = result.template as<List>();
    std::string_view text = self.view.text;
    std::vector<std::string_view> parts;
    if (!out[0] || out[0].is_none()) {
      if (!kReverse) {
        split_space(t, list, self, most);
        return result.take();
      }
      rsplit_space(parts, self, most);
    } else {
      if (!separator.read(t, out[0]) || separator.is_str() != self.is_str()) {
        std::string type(Classes<V>::class_name(t, out[0]));
        return Errors<V>::type_error(
            t, self.is_str() ? message({"must be str or None, not ", type})
                             : message({"a bytes-like object is required, not '", type, "'"}));
      }
      std::string_view sep = separator.view.text;
      if (sep.empty()) return Errors<V>::value_error(t, "empty separator");
      if (!kReverse) {
        size_t at = 0;
        for (; most != 0; most -= most > 0) {
          size_t found = text.find(sep, at);
          if (found == std::string_view::npos) break;
          push(t, list, self, text.substr(at, found - at));
          at = found + sep.size();
        }
        push(t, list, self, text.substr(at));
        return result.take();
      }
      size_t end = text.size();
      for (; most != 0; most -= most > 0) {
        size_t found =
            end >= sep.size() ? text.rfind(sep, end - sep.size()) : std::string_view::npos;
        if (found == std::string_view::npos) break;
        parts.push_back(text.substr(found + sep.size(), end - found - sep.size()));
        end = found;
      }
      parts.push_back(text.substr(0, end));
    }
    for (size_t k = parts.size(); k-- > 0;) push(t, list, self, parts[k]);
    return result.take();
  }
  static Value splitlines(VmThread& t, A a) {
    Subject self = self_of(t, a);
    Value out[1];
    if (!bind_arguments<V>(t, "splitlines", S::rest(a), {"keepends"}, 0, out)) return Value();
    int64_t keep = 0;
    if (out[0] && !Protocol<V>::size_of(t, out[0], keep)) return Value();
    Ref<V> result(Heap<V>::list(t));
    std::string_view text = self.view.text;
    for (size_t at = 0; at < text.size();) {
      size_t end = at;
      auto breaks = [&](size_t k) {
        return self.is_str() ? is_line_break(decode_utf8(text.data() + k))
                             : text[k] == '\n' || text[k] == '\r';
      };
      while (end < text.size() && !breaks(end)) end += self.is_str() ? utf8_width(text[end]) : 1;
      size_t next = end;
      if (next < text.size())
        next += text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n' ? 2
                : self.is_str() ? utf8_width(text[next])
                                : 1;
      push(t, result.template as<List>(), self, text.substr(at, (keep ? next : end) - at));
      at = next;
    }
    return result.take();
  }
  template <bool kReverse>
  static Value partition(VmThread& t, A a) {
    Subject self = self_of(t, a), separator;
    if (!argument(t, self, a.values[1], separator, nullptr)) return Value();
    std::string_view text = self.view.text, sep = separator.view.text;
    if (sep.empty()) return Errors<V>::value_error(t, "empty separator");
    size_t at = kReverse ? text.rfind(sep) : text.find(sep);
    Ref<V> head, middle, tail;
    if (at == std::string_view::npos) {
      head = Ref<V>(self.make(t, kReverse ? "" : text));
      middle = Ref<V>(self.make(t, ""));
      tail = Ref<V>(self.make(t, kReverse ? text : ""));
    } else {
      head = Ref<V>(self.make(t, text.substr(0, at)));
      middle = Ref<V>(self.make(t, sep));
      tail = Ref<V>(self.make(t, text.substr(at + sep.size())));
    }
    return Value(Heap<V>::tuple(t, {head.get(), middle.get(), tail.get()}));
  }
  static Value join(VmThread& t, A a) {
    Value iterable = a.values[1];
    Ref<V> items;
    Class* cls = Classes<V>::class_of(t, iterable);
    if (Classes<V>::special(t, cls, Special::iter).is_null() &&
        Classes<V>::special(t, cls, Special::getitem).is_null())
      return Errors<V>::type_error(t, "can only join an iterable");
    items = Ref<V>(Protocol<V>::to_tuple(t, iterable));
    if (!items) return Value();
    auto* tuple = items.template as<Tuple>();
    Kind kind;
    Subject::is_text(t, a.values[0], kind);
    if (kind == Kind::Str) {
      Str* joined = Strings<V>::join(t, a.values[0].as<Str>(), tuple->items, tuple->size);
      return joined ? Value(joined) : Value();
    }
    Subject self = self_of(t, a);
    std::string out;
    for (uint64_t k = 0; k < tuple->size; ++k) {
      Subject item;
      if (!item.read(t, tuple->items[k]) || item.is_str()) {
        return Errors<V>::type_error(
            t, message({"sequence item ", std::to_string(k), ": expected a bytes-like object, ",
                        Classes<V>::class_name(t, tuple->items[k]), " found"}));
      }
      if (k) out += self.view.text;
      out += item.view.text;
    }
    return self.make(t, out);
  }

  // ---- padding
  static bool is_text(VmThread& t, Value v) {
    return Classes<V>::class_of(t, v)->instance_kind == Kind::Str;
  }
  static bool fill_of(VmThread& t, A a, const Subject& self, std::string& fill) {
    fill = " ";
    if (a.count < 3) return true;
    Subject given;
    if (self.is_str() && !is_text(t, a.values[2])) {
      Errors<V>::type_error(t, message({"The fill character must be a unicode character, not ",
                                        Classes<V>::class_name(t, a.values[2])}));
      return false;
    }
    if (!given.read(t, a.values[2]) || given.is_str() != self.is_str() || given.view.length != 1) {
      Errors<V>::type_error(t, self.is_str()
                                   ? "The fill character must be exactly one character long"
                                   : "a byte string of length 1 is required");
      return false;
    }
    fill = given.view.text;
    return true;
  }
  // False: MemoryError pending.
  static bool room_for(VmThread& t, uint64_t bytes) {
    if (memory_for(bytes)) return true;
    Errors<V>::raise(t, Exc::MemoryError, "");
    return false;
  }
  // Where: -1 text to the left, 0 centred, 1 to the right.
  template <int kWhere>
  static Value pad(VmThread& t, A a) {
    Subject self = self_of(t, a);
    int64_t width;
    std::string fill;
    if (!Protocol<V>::size_of(t, a.values[1], width) || !fill_of(t, a, self, fill)) return Value();
    int64_t missing = width - static_cast<int64_t>(self.view.length);
    if (missing <= 0) return self.make(t, self.view.text);
    if (!room_for(t, static_cast<uint64_t>(missing) * fill.size())) return Value();
    int64_t left = kWhere < 0 ? 0 : kWhere > 0 ? missing : missing / 2 + (missing & width & 1);
    std::string out;
    for (int64_t k = 0; k < left; ++k) out += fill;
    out += self.view.text;
    for (int64_t k = left; k < missing; ++k) out += fill;
    return self.make(t, out);
  }
  static Value zfill(VmThread& t, A a) {
    Subject self = self_of(t, a);
    int64_t width;
    if (!Protocol<V>::size_of(t, a.values[1], width)) return Value();
    int64_t missing = width - static_cast<int64_t>(self.view.length);
    std::string_view text = self.view.text;
    if (missing <= 0) return self.make(t, text);
    if (!room_for(t, static_cast<uint64_t>(missing))) return Value();
    bool sign = !text.empty() && (text[0] == '+' || text[0] == '-');
    std::string out(text.substr(0, sign));
    out.append(static_cast<size_t>(missing), '0');
    out += text.substr(sign);
    return self.make(t, out);
  }
  static Value expandtabs(VmThread& t, A a) {
    Subject self = self_of(t, a);
    Value given[1];
    if (!bind_arguments<V>(t, "expandtabs", S::rest(a), {"tabsize"}, 0, given)) return Value();
    int64_t size = 8;
    if (given[0] && !Protocol<V>::size_of(t, given[0], size)) return Value();
    std::string out;
    int64_t column = 0;
    for (char c : self.view.text) {
      if (c == '\t') {
        int64_t n = size > 0 ? size - column % size : 0;
        if (!room_for(t, out.size() + static_cast<uint64_t>(n))) return Value();
        out.append(static_cast<size_t>(n), ' ');
        column += n;
        continue;
      }
      out += c;
      if (c == '\n' || c == '\r')
        column = 0;
      else if (!self.is_str() || !is_continuation(c))
        ++column;
    }
    return self.make(t, out);
  }

  // ---- case and properties
  template <CaseMap kMap>
  static Value change_case(VmThread& t, A a) {
    Subject self = self_of(t, a);
    std::string out;
    append_case(out, self.view, kMap);
    return self.make(t, out);
  }
  template <TextClass kClass>
  static Value has_class(VmThread& t, A a) {
    Value v = a.values[0];
    if (is_exactly<Kind::Str>(t, v)) {
      auto* s = v.as<Str>();
      if (s->size == 1) return Value::boolean(ascii_is(static_cast<uint8_t>(s->data[0]), kClass));
      return Value::boolean(str_is(view_of(s), kClass));
    }
    return Value::boolean(str_is(self_of(t, a).view, kClass));
  }

  static Value translate(VmThread& t, A a) {
    Subject self = self_of(t, a);
    std::string out;
    if (!self.is_str()) {
      Subject table, removed;
      Value given[2];
      if (!bind_arguments<V>(t, "translate", S::rest(a), {"/table", "delete"}, 1, given))
        return Value();
      bool none = given[0].is_none();
      if (!none && (!table.read(t, given[0]) || table.view.size() != 256))
        return Errors<V>::value_error(t, "translation table must be 256 characters long");
      if (given[1] && (!removed.read(t, given[1]) || removed.is_str()))
        return Errors<V>::type_error(t, message({"a bytes-like object is required, not '",
                                                 Classes<V>::class_name(t, given[1]), "'"}));
      for (char c : self.view.text) {
        if (given[1] && removed.view.text.find(c) != std::string_view::npos) continue;
        out += none ? c : table.view.text[static_cast<unsigned char>(c)];
      }
      return self.make(t, out);
    }
    std::string_view text = self.view.text;
    for (size_t at = 0; at < text.size();) {
      size_t begin = at;
      char32_t c = next_code_point(text, at);
      Ref<V> mapped(Protocol<V>::get_item(t, a.values[1], Value::integer(c)));
      if (!mapped) {
        if (!Errors<V>::pending_is(t, Exc::LookupError)) return Value();
        Errors<V>::clear(t);
        out += text.substr(begin, at - begin);
      } else if (Kind kind = Classes<V>::class_of(t, mapped.get())->instance_kind;
                 kind == Kind::Int || kind == Kind::Bool) {
        int64_t code;
        if (!Numbers<V>::int64_of(mapped.get(), code) || code < 0 || code > 0x10ffff)
          return Errors<V>::value_error(t, "character mapping must be in range(0x110000)");
        append_utf8(out, static_cast<char32_t>(code));
      } else if (!mapped.get().is_none()) {
        if (Classes<V>::class_of(t, mapped.get())->instance_kind != Kind::Str)
          return Errors<V>::type_error(t, "character mapping must return integer, None or str");
        out += mapped.template as<Str>()->view();
      }
    }
    return self.make(t, out);
  }
  static Value maketrans(VmThread& t, A a) {
    Ref<V> table(Heap<V>::dict(t));
    auto* dict = table.template as<Dict>();
    if (a.count == 1) {
      if (Classes<V>::class_of(t, a.values[0])->instance_kind != Kind::Dict)
        return Errors<V>::type_error(
            t, "if you give only one argument to maketrans it must be a dict");
      uint32_t position = 0;
      Value key, value;
      while (Dicts<V>::next_entry(t, a.values[0].as<Dict>(), position, key, value)) {
        Ref<V> held_key(key), held_value(value);
        Value code = key;
        if (Classes<V>::class_of(t, key)->instance_kind == Kind::Str) {
          if (key.as<Str>()->length != 1)
            return Errors<V>::value_error(t, "string keys in translate table must be of length 1");
          code = Value::integer(decode_utf8(key.as<Str>()->data));
        }
        if (!Dicts<V>::set(t, dict, code, value)) return Value();
      }
      return table.take();
    }
    Subject from, to, removed;
    auto is_text = [&](uint32_t k, Subject& s) { return s.read(t, a.values[k]) && s.is_str(); };
    if (!is_text(1, to)) return S::must_be_str(t, "maketrans() argument 2", a.values[1]), Value();
    if (a.count > 2 && !is_text(2, removed))
      return S::must_be_str(t, "maketrans() argument 3", a.values[2]), Value();
    if (!is_text(0, from))
      return Errors<V>::type_error(
          t, "first maketrans argument must be a string if there is a second argument");
    if (from.view.length != to.view.length)
      return Errors<V>::value_error(t, "the first two maketrans arguments must have equal length");
    for (size_t i = 0, k = 0; i < from.view.size();) {
      char32_t x = next_code_point(from.view.text, i), y = next_code_point(to.view.text, k);
      if (!Dicts<V>::set(t, dict, Value::integer(x), Value::integer(y))) return Value();
    }
    if (a.count > 2) {
      for (size_t i = 0; i < removed.view.size();) {
        char32_t x = next_code_point(removed.view.text, i);
        if (!Dicts<V>::set(t, dict, Value::integer(x), Value::none())) return Value();
      }
    }
    return table.take();
  }

  // bytes.maketrans(from, to): all 256 bytes, with those of from replaced.
  static Value byte_table(VmThread& t, A a) {
    Subject from, to;
    for (uint32_t k = 0; k < 2; ++k) {
      Subject& part = k == 0 ? from : to;
      if (!part.read(t, a.values[k]) || part.is_str()) {
        return Errors<V>::type_error(t, message({"a bytes-like object is required, not '",
                                                 Classes<V>::class_name(t, a.values[k]), "'"}));
      }
    }
    std::string_view keys = from.view.text, values = to.view.text;
    if (keys.size() != values.size())
      return Errors<V>::value_error(t, "maketrans arguments must have same length");
    std::string table(256, '\0');
    for (size_t k = 0; k < 256; ++k) table[k] = static_cast<char>(k);
    for (size_t k = 0; k < keys.size(); ++k) table[static_cast<unsigned char>(keys[k])] = values[k];
    return Value(Heap<V>::bytes(t, table));
  }

  // ---- conversion
  static Value str_new(VmThread& t, A a) {
    auto* cls = a.values[0].as<Class>();
    if (a.count == 2 && !a.names && a.values[1].is_int() && (cls->class_flags & kClassBuiltin)) {
      char digits[24];
      char* end = std::to_chars(std::begin(digits), std::end(digits), a.values[1].as_int()).ptr;
      auto size = static_cast<size_t>(end - digits);
      Str* made = Heap<V>::str_sized(t, size, size);
      std::memcpy(made->data, digits, size);
      return Value(made);
    }
    Value out[3];
    if (!bind_arguments<V>(t, "str", S::rest(a), {"object", "encoding", "errors"}, 0, out))
      return Value();
    Ref<V> text;
    if (!out[0])
      text = Ref<V>(V::newref(t.isolate->empty_str));
    else if (out[1] || out[2]) {
      if (!are_text(t, "str", out[1], out[2])) return Value();
      text = Ref<V>(decode_value(t, out[0], out[1], out[2]));
    } else
      text = Ref<V>(Protocol<V>::to_str(t, out[0]));
    return text ? Classes<V>::derive(t, cls, text.get()) : Value();
  }
  static Value str_of(VmThread& t, A a) {
    Value v = a.values[0];
    return is_exact(t, v) ? V::newref(v) : Value(Heap<V>::str(t, v.as<Str>()->view()));
  }
  static Value repr(VmThread& t, A a) {
    Subject self = self_of(t, a);
    std::string out;
    if (self.is_str())
      append_str_repr(out, self.view.text);
    else if (self.kind == Kind::Bytes)
      append_bytes_repr(out, self.view.text);
    else {
      out = Classes<V>::class_name(t, a.values[0]);
      out += "(";
      append_bytes_repr(out, self.view.text, true);
      out += ")";
    }
    return Value(Heap<V>::str(t, out));
  }
  static Value bytes_hash_of(VmThread& t, A a) {
    return Heap<V>::integer(t, bytes_hash(self_of(t, a).view.text));
  }

  // The arguments `encoding` and `errors` of a function.
  static bool are_text(VmThread& t, const char* function, Value v, Value errors) {
    auto is_str = [&](Value x) {
      return !x || Classes<V>::class_of(t, x)->instance_kind == Kind::Str;
    };
    if (!is_str(v)) return S::must_be_str(t, message({function, "() argument 'encoding'"}), v);
    if (!is_str(errors))
      return S::must_be_str(t, message({function, "() argument 'errors'"}), errors);
    return true;
  }
  static Value encode(VmThread& t, A a) {
    Value out[2];
    if (!bind_arguments<V>(t, "encode", S::rest(a), {"encoding", "errors"}, 0, out)) return Value();
    if (!are_text(t, "encode", out[0], out[1])) return Value();
    std::string text;
    if (!CodecCalls<V>::encode(t, a.values[0], out[0], out[1], text)) return Value();
    return Value(Heap<V>::bytes(t, text));
  }
  static Value decode(VmThread& t, A a) {
    Value out[2];
    if (!bind_arguments<V>(t, "decode", S::rest(a), {"encoding", "errors"}, 0, out)) return Value();
    if (!are_text(t, "decode", out[0], out[1])) return Value();
    return decode_value(t, a.values[0], out[0], out[1]);
  }
  static Value decode_value(VmThread& t, Value v, Value encoding, Value errors) {
    Subject self;
    if (!self.read(t, v) || self.is_str()) {
      return Errors<V>::type_error(t, self.is_str() && self.kind == Kind::Str
                                          ? std::string("decoding str is not supported")
                                          : message({"decoding to str: need a bytes-like object, ",
                                                     Classes<V>::class_name(t, v), " found"}));
    }
    return CodecCalls<V>::decode(t, self.view.text, encoding, errors);
  }

  // ---- bytes
  // The bytes that bytes(x) and bytearray(x) hold. False: pending.
  static bool bytes_of(VmThread& t, const Value* out, const char* name, std::string& data) {
    Value v = out[0];
    if (!v) return true;
    Subject text;
    bool is_text_kind = text.read(t, v);
    if (is_text_kind && !text.is_str() && !out[1] && !out[2]) return data = text.view.text, true;
    if (is_text_kind && text.is_str()) {
      if (!out[1]) {
        Errors<V>::type_error(t, "string argument without an encoding");
        return false;
      }
      return are_text(t, name, out[1], out[2]) && CodecCalls<V>::encode(t, v, out[1], out[2], data);
    }
    if (out[1] || out[2]) {
      if (!are_text(t, name, out[1], out[2])) return false;
      Errors<V>::type_error(
          t, out[1] ? "encoding without a string argument" : "errors without a string argument");
      return false;
    }
    bool found = false;
    Ref<V> own;
    if (std::string_view(name) == "bytes")
      own = Ref<V>(Classes<V>::call_special(t, v, Special::bytes, {}, found));
    if (found) {
      if (!own) return false;
      if (text.read(t, own.get()) && text.kind == Kind::Bytes) return data = text.view.text, true;
      Errors<V>::type_error(t, message({"__bytes__ returned non-bytes (type ",
                                        Classes<V>::class_name(t, own.get()), ")"}));
      return false;
    }
    if (Numbers<V>::is_int(v) || Classes<V>::has_special(t, v, Special::index)) {
      int64_t n;
      if (!Protocol<V>::index(t, v, n, "cannot fit 'int' into an index-sized integer"))
        return false;
      if (n < 0) {
        Errors<V>::value_error(t, "negative count");
        return false;
      }
      if (!room_for(t, static_cast<uint64_t>(n))) return false;
      return data.assign(static_cast<size_t>(n), '\0'), true;
    }
    Ref<V> items(Protocol<V>::to_list(t, v));
    if (!items) {
      if (Errors<V>::pending_is(t, Exc::TypeError)) {
        Errors<V>::clear(t);
        Errors<V>::type_error(
            t, message({"cannot convert '", Classes<V>::class_name(t, v), "' object to ", name}));
      }
      return false;
    }
    for (uint64_t k = 0; k < items.template as<List>()->size; ++k) {
      int64_t n;
      if (!byte_value(t, items.template as<List>()->items[k], name, n)) return false;
      data += static_cast<char>(n);
    }
    return true;
  }
  static bool byte_value(VmThread& t, Value v, const char* name, int64_t& n) {
    Ref<V> number(Protocol<V>::to_index(t, v));
    if (!number) return false;
    if (Numbers<V>::int64_of(number.get(), n) && n >= 0 && n <= 255) return true;
    Errors<V>::value_error(t, std::string_view(name) == "bytes" ? "bytes must be in range(0, 256)"
                                                                : "byte must be in range(0, 256)");
    return false;
  }
  static Value bytes_new(VmThread& t, A a) {
    Value out[3];
    std::string data;
    if (!bind_arguments<V>(t, "bytes", S::rest(a), {"source", "encoding", "errors"}, 0, out) ||
        !bytes_of(t, out, "bytes", data))
      return Value();
    Ref<V> made(Heap<V>::bytes(t, data));
    return Classes<V>::derive(t, a.values[0].as<Class>(), made.get());
  }
  // hex(sep, bytes_per_sep): groups are counted from the right, if the number is negative from the
  // left.
  static Value hex(VmThread& t, A a) {
    static constexpr char kDigits[] = "0123456789abcdef";
    Value given[2];
    if (!bind_arguments<V>(t, "hex", S::rest(a), {"sep", "bytes_per_sep"}, 0, given))
      return Value();
    Subject separator;
    int64_t group = 1;
    if (given[0] && (!separator.read(t, given[0]) || separator.view.text.size() != 1))
      return Errors<V>::value_error(t, "sep must be length 1.");
    if (given[1] && !Protocol<V>::size_of(t, given[1], group)) return Value();
    Subject self = self_of(t, a);
    std::string_view bytes = self.view.text;
    auto size = static_cast<int64_t>(bytes.size()), width = group < 0 ? -group : group;
    std::string out;
    for (int64_t k = 0; k < size; ++k) {
      int64_t place = group < 0 ? k : size - k;
      if (given[0] && k > 0 && width > 0 && place % width == 0) out += separator.view.text;
      auto byte = static_cast<unsigned char>(bytes[static_cast<size_t>(k)]);
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
    return Value(Heap<V>::str(t, out));
  }
  static Value fromhex(VmThread& t, A a) {
    Subject text;
    if (!text.read(t, a.values[1]) || !text.is_str())
      return Errors<V>::type_error(t, message({"fromhex() argument must be str, not ",
                                               Classes<V>::class_name(t, a.values[1])}));
    std::string out;
    int high = -1;
    for (size_t k = 0; k < text.view.size(); ++k) {
      char c = text.view.text[k];
      if (high < 0 && is_byte_space(c)) continue;
      int digit = c >= '0' && c <= '9'                 ? c - '0'
                  : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                       : -1;
      if (digit < 0)
        return Errors<V>::value_error(
            t, message({"non-hexadecimal number found in fromhex() arg at position ",
                        std::to_string(k)}));
      if (high < 0)
        high = digit;
      else {
        out += static_cast<char>(high * 16 + digit);
        high = -1;
      }
    }
    if (high >= 0)
      return Errors<V>::value_error(
          t, message({"non-hexadecimal number found in fromhex() arg at position ",
                      std::to_string(text.view.size())}));
    if (a.values[0].as<Class>()->instance_kind == Kind::ByteArray)
      return Subject::make_bytearray(t, out);
    return Value(Heap<V>::bytes(t, out));
  }
  // Items of bytes and bytearray are ints; slices are of the receiver's kind.
  static Value get_item(VmThread& t, A a) {
    Subject self = self_of(t, a);
    Value key = a.values[1];
    std::string_view text = self.view.text;
    auto size = static_cast<int64_t>(text.size());
    if (key.is_object() && key.object()->kind == Kind::Slice) {
      int64_t start, stop, step, count;
      if (!Protocol<V>::slice_bounds(t, key.as<Slice>(), size, start, stop, step, count))
        return Value();
      std::string out;
      for (int64_t k = 0, at = start; k < count; ++k, at += step)
        out += text[static_cast<size_t>(at)];
      return self.make(t, out);
    }
    int64_t index;
    if (!item_index(t, self, key, size, index)) return Value();
    return Value::integer(static_cast<unsigned char>(text[static_cast<size_t>(index)]));
  }
  static bool item_index(VmThread& t, const Subject& self, Value key, int64_t size,
                         int64_t& index) {
    const char* name = self.kind == Kind::ByteArray ? "bytearray" : "byte";
    if (!Numbers<V>::is_int(key) && !Classes<V>::has_special(t, key, Special::index)) {
      Errors<V>::type_error(t, message({name, " indices must be integers or slices, not ",
                                        Classes<V>::class_name(t, key)}));
      return false;
    }
    if (!Protocol<V>::index(t, key, index)) return false;
    if (index < 0) index += size;
    if (index >= 0 && index < size) return true;
    Errors<V>::raise(
        t, Exc::IndexError,
        self.kind == Kind::ByteArray ? "bytearray index out of range" : "index out of range");
    return false;
  }
  static Value bytes_percent(VmThread& t, A a);  // str_format_impl.h

  static Value format(VmThread& t, A a);  // str_format_impl.h
  static Value format_map(VmThread& t, A a);
  static Value format_spec(VmThread& t, A a);  // __format__
};

}  // namespace gilsim

#include "vm/object/byte_array_impl.h"

namespace gilsim {

#define GILSIM_TEXT_COMMON                                                                         \
  {"find", M::template find<false, false>, 1, 3, kNativeMethod},                                   \
      {"rfind", M::template find<true, false>, 1, 3, kNativeMethod},                               \
      {"index", M::template find<false, true>, 1, 3, kNativeMethod},                               \
      {"rindex", M::template find<true, true>, 1, 3, kNativeMethod},                               \
      {"count", M::count, 1, 3, kNativeMethod},                                                    \
      {"startswith", M::template affix<false>, 1, 3, kNativeMethod},                               \
      {"endswith", M::template affix<true>, 1, 3, kNativeMethod},                                  \
      {"replace", M::replace, 2, 3, kNativeMethod},                                                \
      {"strip", M::template strip<true, true>, 0, 1, kNativeMethod},                               \
      {"lstrip", M::template strip<true, false>, 0, 1, kNativeMethod},                             \
      {"rstrip", M::template strip<false, true>, 0, 1, kNativeMethod},                             \
      {"removeprefix", M::template remove_affix<true>, 1, 1, kNativeMethod},                       \
      {"removesuffix", M::template remove_affix<false>, 1, 1, kNativeMethod},                      \
      {"split", M::template split<false>, 0, 2, kNativeMethod | kNativeKeywords},                  \
      {"rsplit", M::template split<true>, 0, 2, kNativeMethod | kNativeKeywords},                  \
      {"splitlines", M::splitlines, 0, 1, kNativeMethod | kNativeKeywords},                        \
      {"partition", M::template partition<false>, 1, 1, kNativeMethod},                            \
      {"rpartition", M::template partition<true>, 1, 1, kNativeMethod},                            \
      {"join", M::join, 1, 1, kNativeMethod}, {"ljust", M::template pad<-1>, 1, 2, kNativeMethod}, \
      {"center", M::template pad<0>, 1, 2, kNativeMethod},                                         \
      {"rjust", M::template pad<1>, 1, 2, kNativeMethod},                                          \
      {"zfill", M::zfill, 1, 1, kNativeMethod},                                                    \
      {"expandtabs", M::expandtabs, 0, 1, kNativeMethod | kNativeKeywords},                        \
      {"lower", M::template change_case<CaseMap::kLower>, 0, 0, kNativeMethod},                    \
      {"upper", M::template change_case<CaseMap::kUpper>, 0, 0, kNativeMethod},                    \
      {"title", M::template change_case<CaseMap::kTitle>, 0, 0, kNativeMethod},                    \
      {"capitalize", M::template change_case<CaseMap::kCapitalize>, 0, 0, kNativeMethod},          \
      {"swapcase", M::template change_case<CaseMap::kSwap>, 0, 0, kNativeMethod},                  \
      {"isalpha", M::template has_class<TextClass::kAlpha>, 0, 0, kNativeMethod},                  \
      {"isalnum", M::template has_class<TextClass::kAlnum>, 0, 0, kNativeMethod},                  \
      {"isascii", M::template has_class<TextClass::kAscii>, 0, 0, kNativeMethod},                  \
      {"isdigit", M::template has_class<TextClass::kDigit>, 0, 0, kNativeMethod},                  \
      {"islower", M::template has_class<TextClass::kLower>, 0, 0, kNativeMethod},                  \
      {"isspace", M::template has_class<TextClass::kSpace>, 0, 0, kNativeMethod},                  \
      {"istitle", M::template has_class<TextClass::kTitle>, 0, 0, kNativeMethod},                  \
      {"isupper", M::template has_class<TextClass::kUpper>, 0, 0, kNativeMethod}, {                \
    "__repr__", M::repr, 0, 0, kNativeMethod                                                       \
  }

template <class V>
void Strings<V>::create(VmThread& t) {
  using M = TextMethods<V>;
  static const NativeDef kStr[] = {
      GILSIM_TEXT_COMMON,
      {"__new__", M::str_new, 1, 4, kNativeStatic | kNativeKeywords},
      {"__str__", M::str_of, 0, 0, kNativeMethod},
      {"__format__", M::format_spec, 1, 1, kNativeMethod},
      {"translate", M::translate, 1, 1, kNativeMethod},
      {"casefold", M::template change_case<CaseMap::kFold>, 0, 0, kNativeMethod},
      {"isdecimal", M::template has_class<TextClass::kDecimal>, 0, 0, kNativeMethod},
      {"isnumeric", M::template has_class<TextClass::kNumeric>, 0, 0, kNativeMethod},
      {"isidentifier", M::template has_class<TextClass::kIdentifier>, 0, 0, kNativeMethod},
      {"isprintable", M::template has_class<TextClass::kPrintable>, 0, 0, kNativeMethod},
      {"encode", M::encode, 0, 2, kNativeMethod | kNativeKeywords},
      {"format", M::format, 0, -1, kNativeMethod | kNativeKeywords},
      {"format_map", M::format_map, 1, 1, kNativeMethod},
      {"maketrans", M::maketrans, 1, 3, kNativeStatic},
  };
  static const NativeDef kBytes[] = {
      GILSIM_TEXT_COMMON,
      {"__new__", M::bytes_new, 1, 4, kNativeStatic | kNativeKeywords},
      {"__hash__", M::bytes_hash_of, 0, 0, kNativeMethod},
      {"__getitem__", M::get_item, 1, 1, kNativeMethod},
      {"__mod__", M::bytes_percent, 1, 1, kNativeMethod},
      {"decode", M::decode, 0, 2, kNativeMethod | kNativeKeywords},
      {"maketrans", M::byte_table, 2, 2, kNativeStatic},
      {"hex", M::hex, 0, 2, kNativeMethod | kNativeKeywords},
      {"translate", M::translate, 0, 2, kNativeMethod | kNativeKeywords},
      {"fromhex", M::fromhex, 1, 1, kNativeClassMethod},
  };
  using B = ByteArrayMethods<V>;
  static const NativeDef kByteArray[] = {
      GILSIM_TEXT_COMMON,
      {"__init__", B::init, 0, 3, kNativeMethod | kNativeKeywords},
      {"__getitem__", B::get_item, 1, 1, kNativeMethod},
      {"__setitem__", B::set_item, 2, 2, kNativeMethod},
      {"__delitem__", B::del_item, 1, 1, kNativeMethod},
      {"__mod__", M::bytes_percent, 1, 1, kNativeMethod},
      {"decode", M::decode, 0, 2, kNativeMethod | kNativeKeywords},
      {"maketrans", M::byte_table, 2, 2, kNativeStatic},
      {"hex", M::hex, 0, 2, kNativeMethod | kNativeKeywords},
      {"translate", M::translate, 0, 2, kNativeMethod | kNativeKeywords},
      {"fromhex", M::fromhex, 1, 1, kNativeClassMethod},
      {"append", B::append, 1, 1, kNativeMethod},
      {"extend", B::extend, 1, 1, kNativeMethod},
      {"insert", B::insert, 2, 2, kNativeMethod},
      {"pop", B::pop, 0, 1, kNativeMethod},
      {"remove", B::remove, 1, 1, kNativeMethod},
      {"reverse", B::reverse, 0, 0, kNativeMethod},
      {"copy", B::copy, 0, 0, kNativeMethod},
      {"clear", B::clear, 0, 0, kNativeMethod},
  };
  using S = NativeSupport<V>;
  S::add(t, Kind::Str, kStr);
  S::add(t, Kind::Bytes, kBytes);
  S::add(t, Kind::ByteArray, kByteArray);
}

#undef GILSIM_TEXT_COMMON

}  // namespace gilsim

#include "vm/object/str_format_impl.h"
