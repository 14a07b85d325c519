// What: searching, cutting and padding of str and bytes, and codecs.
// Expected values are those of CPython 3.11.2.
#include <gtest/gtest.h>

#include "tests/unit/object_text_support.h"
#include "vm/object/text/codecs.h"
#include "vm/object/text/str_algorithms.h"

namespace gilsim {

struct SearchCase {
  std::string_view text, needle;
  int64_t start, end, find, rfind;
  size_t count;
  bool starts, ends;
};
TEST(StrSearch, CountsPositionsInItems) {
  static const SearchCase kCases[] = {
      {"abcabc", "bc", 0, kToEnd, 1, 4, 2, false, true},
      {"abcabc", "bc", 2, kToEnd, 4, 4, 1, false, true},
      {"abcabc", "bc", 0, -1, 1, 1, 1, false, false},
      {"abc", "", 0, kToEnd, 0, 3, 4, true, true},
      {"abc", "", 3, kToEnd, 3, 3, 1, true, true},
      {"abc", "", 4, kToEnd, -1, -1, 0, false, false},
      {"", "", 0, kToEnd, 0, 0, 1, true, true},
      {"", "a", 0, kToEnd, -1, -1, 0, false, false},
      {"aaaa", "aa", 0, kToEnd, 0, 2, 2, true, true},
      {"\303\244\303\266\303\274\303\244\303\266\303\274", "\303\274", 0, kToEnd, 2, 5, 2, false,
       true},
      {"\303\244\303\266\303\274\303\244\303\266\303\274", "\303\266\303\274", 2, kToEnd, 4, 4, 1,
       false, true},
      {"\303\244\303\266\303\274\303\244\303\266\303\274", "\303\266", -2, kToEnd, 4, 4, 1, true,
       false},
      {"\303\244\303\266\303\274\342\202\254", "\342\202\254", 0, 3, -1, -1, 0, false, false},
      {"\303\244\303\266\303\274\342\202\254", "", 1, 3, 1, 3, 3, true, true},
      {"\360\237\230\200x", "x", 1, 2, 1, 1, 1, true, true},
      {"abc", "abc", 0, kToEnd, 0, 0, 1, true, true},
      {"abc", "abcd", 0, kToEnd, -1, -1, 0, false, false},
      {"abc", "a", -100, 100, 0, 0, 1, true, false},
      {"abc", "b", 2, 1, -1, -1, 0, false, false},
  };
  for (const SearchCase& c : kCases) {
    StrView s = StrView::str(c.text), n = StrView::str(c.needle);
    SCOPED_TRACE(std::string(c.needle) + " in " + std::string(c.text));
    EXPECT_EQ(str_find(s, n, c.start, c.end), c.find);
    EXPECT_EQ(str_rfind(s, n, c.start, c.end), c.rfind);
    EXPECT_EQ(str_count(s, n, c.start, c.end), c.count);
    EXPECT_EQ(str_starts_with(s, n, c.start, c.end), c.starts);
    EXPECT_EQ(str_ends_with(s, n, c.start, c.end), c.ends);
  }
}

TEST(StrSearch, BackwardsThroughManyFalseCandidates) {
  std::string text = "needle" + std::string(50000, 'n');
  EXPECT_EQ(rfind_bytes(text, "needle"), 0u);
  EXPECT_EQ(rfind_bytes(text, "needles"), kNotFound);
  EXPECT_EQ(rfind_bytes(std::string(20000, 'a') + "b" + std::string(9000, 'a'), "ab"), 19999u);
}

struct ReplaceCase {
  std::string_view text, from, to;
  int64_t limit;
  std::string_view result;
};
TEST(StrReplace, Replaces) {
  static const ReplaceCase kCases[] = {
      {"aXbXc", "X", "--", -1, "a--b--c"},
      {"aXbXc", "X", "", 1, "abXc"},
      {"abc", "", "-", -1, "-a-b-c-"},
      {"\303\244b", "", "-", -1, "-\303\244-b-"},
      {"\303\244b", "", "-", 2, "-\303\244-b"},
      {"", "", "x", -1, "x"},
      {"abc", "b", "b", -1, "abc"},
      {"aaaa", "aa", "b", -1, "bb"},
      {"abc", "x", "y", -1, "abc"},
      {"abc", "b", "y", 0, "abc"},
  };
  for (const ReplaceCase& c : kCases) {
    std::string out;
    size_t count =
        str_replace(out, StrView::str(c.text), StrView::str(c.from), StrView::str(c.to), c.limit);
    EXPECT_EQ(count == 0 ? c.text : std::string_view(out), c.result) << c.text;
    EXPECT_TRUE(count != 0 || out.empty());
  }
}

static std::string joined(const Pieces& pieces) {
  std::string out;
  for (std::string_view piece : pieces) out.append(piece).push_back('|');
  return out;
}

struct SplitCase {
  std::string_view text, separator;  // separator empty: white space
  int64_t limit;
  std::string_view split, rsplit;
};
TEST(StrSplit, FromBothEnds) {
  static const SplitCase kCases[] = {
      {"  a b  c ", "", -1, "a|b|c|", "a|b|c|"},
      {"  a b  c ", "", 1, "a|b  c |", "  a b|c|"},
      {"  a b  c ", "", 0, "a b  c |", "  a b  c|"},
      {"", "", -1, "", ""},
      {" \t", "", -1, "", ""},
      {"a\342\200\203b\034c", "", -1, "a|b|c|", "a|b|c|"},
      {"a,b,,c", ",", -1, "a|b||c|", "a|b||c|"},
      {"a,b,,c", ",", 2, "a|b|,c|", "a,b||c|"},
      {"", ",", -1, "|", "|"},
      {",", ",", -1, "||", "||"},
      {"a--b---c", "--", -1, "a|b|-c|", "a|b-|c|"},
      {"\303\244\303\266x\303\266\303\274", "\303\266", -1, "\303\244|x|\303\274|",
       "\303\244|x|\303\274|"},
      {"abc", "abc", -1, "||", "||"},
      {"a b", "", 5, "a|b|", "a|b|"},
  };
  for (const SplitCase& c : kCases) {
    Pieces forward, backward;
    StrView s = StrView::str(c.text);
    if (c.separator.empty()) {
      str_split(s, c.limit, forward);
      str_rsplit(s, c.limit, backward);
    } else {
      str_split(s, c.separator, c.limit, forward);
      str_rsplit(s, c.separator, c.limit, backward);
    }
    EXPECT_EQ(joined(forward), c.split) << c.text;
    EXPECT_EQ(joined(backward), c.rsplit) << c.text;
  }
  Pieces bytes;
  str_split(StrView::bytes("a\034b c"), -1, bytes);
  EXPECT_EQ(joined(bytes), "a\034b|c|");
}

struct LinesCase {
  std::string_view text, plain, kept;
};
TEST(StrSplit, Lines) {
  static const LinesCase kCases[] = {
      {"", "", ""},
      {"a", "a|", "a|"},
      {"a\nb", "a|b|", "a\n|b|"},
      {"a\r\nb\rc\n", "a|b|c|", "a\r\n|b\r|c\n|"},
      {"\n\n", "||", "\n|\n|"},
      {"a\013b\014c\034d\035e\036f\302\205g\342\200\250h\342\200\251i", "a|b|c|d|e|f|g|h|i|",
       "a\013|b\014|c\034|d\035|e\036|f\302\205|g\342\200\250|h\342\200\251|i|"},
      {"a\037b", "a\037b|", "a\037b|"},
      {"\303\244\303\266\303\274\n\303\237", "\303\244\303\266\303\274|\303\237|",
       "\303\244\303\266\303\274\n|\303\237|"},
      {"\303\251\302\240\342\200\247", "\303\251\302\240\342\200\247|",
       "\303\251\302\240\342\200\247|"},
  };
  for (const LinesCase& c : kCases) {
    Pieces plain, kept;
    str_split_lines(StrView::str(c.text), false, plain);
    str_split_lines(StrView::str(c.text), true, kept);
    EXPECT_EQ(joined(plain), c.plain);
    EXPECT_EQ(joined(kept), c.kept);
  }
  Pieces bytes;
  str_split_lines(StrView::bytes("a\013b\nc"), false, bytes);
  EXPECT_EQ(joined(bytes), "a\013b|c|");
}

TEST(StrSplit, Partition) {
  Partition p = str_partition("a=b=c", "=");
  EXPECT_EQ(joined({p.before, p.separator, p.after}), "a|=|b=c|");
  p = str_rpartition("a=b=c", "=");
  EXPECT_EQ(joined({p.before, p.separator, p.after}), "a=b|=|c|");
  p = str_partition("abc", "=");
  EXPECT_EQ(joined({p.before, p.separator, p.after}), "abc|||");
  p = str_rpartition("abc", "=");
  EXPECT_EQ(joined({p.before, p.separator, p.after}), "||abc|");
}

TEST(StrStrip, SpaceOrCharacters) {
  EXPECT_EQ(str_strip(StrView::str(" \ta b\342\200\203"), Side::kBoth), "a b");
  EXPECT_EQ(str_strip(StrView::str(" a "), Side::kLeft), "a ");
  EXPECT_EQ(str_strip(StrView::str(" a "), Side::kRight), " a");
  EXPECT_EQ(str_strip(StrView::str("   "), Side::kBoth), "");
  EXPECT_EQ(str_strip(StrView::bytes("\034a "), Side::kBoth), "\034a");
  StrView word =
      StrView::str("\303\244\303\266x\303\244");  // three letters, the first and last alike
  EXPECT_EQ(str_strip(word, StrView::str("\303\244"), Side::kBoth), "\303\266x");
  EXPECT_EQ(str_strip(word, StrView::str("\303\266\303\244x"), Side::kBoth), "");
  EXPECT_EQ(str_strip(word, StrView::str("\303\274"), Side::kBoth), word.text);
  EXPECT_EQ(str_strip(StrView::str("xxabxx"), StrView::str("x"), Side::kRight), "xxab");
}

TEST(StrSlice, ByCodePointsWithStep) {
  StrView s = StrView::str("a\303\251\342\202\254\360\237\230\200z");
  auto slice = [&](int64_t start, int64_t step, int64_t count) {
    std::string out;
    append_slice(out, s, start, step, count);
    return out;
  };
  EXPECT_EQ(slice(4, -1, 5), "z\360\237\230\200\342\202\254\303\251a");
  EXPECT_EQ(slice(0, 2, 3), "a\342\202\254z");
  EXPECT_EQ(slice(3, -2, 2), "\360\237\230\200\303\251");
  EXPECT_EQ(slice(0, 1, 0), "");
  EXPECT_EQ(str_slice(s, 1, 2), "\303\251\342\202\254");
  EXPECT_EQ(str_item(s, 3), "\360\237\230\200");
  EXPECT_EQ(str_slice(StrView::bytes("\303\251"), 1, 1), "\251");
}

TEST(StrPadding, JustifiesFillsAndExpands) {
  std::string out;
  StrView s = StrView::str("\303\244b");
  EXPECT_TRUE(append_center(out, s, 5, '*'));
  EXPECT_TRUE(append_ljust(out, s, 4, U'\u20ac'));
  EXPECT_TRUE(append_rjust(out, s, 4, '.'));
  EXPECT_EQ(out, "**\303\244b*\303\244b\342\202\254\342\202\254..\303\244b");
  out.clear();
  EXPECT_TRUE(append_center(out, StrView::str("abc"), 6, '.'));
  EXPECT_TRUE(append_center(out, StrView::str("ab"), 5, '.'));
  EXPECT_EQ(out, ".abc....ab.");
  out.clear();
  EXPECT_TRUE(append_zfill(out, StrView::str("-42"), 6));
  EXPECT_TRUE(append_zfill(out, StrView::str("x"), 0));
  EXPECT_EQ(out, "-00042x");
  out.clear();
  EXPECT_TRUE(append_expand_tabs(out, StrView::str("a\tbc\t\n\t\303\244\t|"), 4));
  EXPECT_EQ(out, "a   bc  \n    \303\244   |");
  EXPECT_FALSE(append_ljust(out, s, INT64_MAX, ' '));
}

TEST(StrJoin, SizesAreCheckedForOverflow) {
  JoinSize size;
  EXPECT_TRUE(size.add(3, 2, 10));
  EXPECT_EQ(size.bytes, 30u);
  EXPECT_EQ(size.length, 20u);
  EXPECT_FALSE(size.add(UINT32_MAX, UINT32_MAX));
}

TEST(Bytes, HexAndTranslate) {
  std::string out;
  append_bytes_hex(out, "\001\253\377");
  append_bytes_hex(out, "12345", ':', 2);
  append_bytes_hex(out, "12345", ':', -2);
  EXPECT_EQ(out, "01abff31:3233:34353132:3334:35");
  out.clear();
  EXPECT_TRUE(bytes_from_hex(" 01 aB\nff", out).ok());
  EXPECT_EQ(out, "\001\253\377");
  EXPECT_EQ(bytes_from_hex("0 1", out).message,
            "non-hexadecimal number found in fromhex() arg at position 1");
  EXPECT_EQ(bytes_from_hex("abc", out).message,
            "non-hexadecimal number found in fromhex() arg at position 3");
  EXPECT_EQ(bytes_from_hex("zz\303\251", out).message,
            "non-hexadecimal number found in fromhex() arg at position 2");
  out.clear();
  append_translated(out, "abcabc", {}, "b");
  EXPECT_EQ(out, "acac");
}

struct CodecCase {
  bool decodes;
  std::string_view input;
  const char *codec, *errors;
  std::string_view result;  // or the error's text
};
TEST(Codecs, ConvertAndReportAsPythonDoes) {
  static const CodecCase kCases[] = {
      {true, "a\303\251", "utf-8", "strict", "a\303\251"},
      {true, "a\377", "utf-8", "strict",
       "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"},
      {true, "a\342\202", "UTF8", "strict",
       "'utf-8' codec can't decode bytes in position 1-2: unexpected end of data"},
      {true, "a\377b", "utf-8", "replace", "a\357\277\275b"},
      {true, "a\377b", "utf-8", "ignore", "ab"},
      {true, "a\377", "utf-8", "backslashreplace", "a\\xff"},
      {true, "a\377", "utf-8", "surrogateescape", "a\355\263\277"},
      {true, "\355\240\200", "utf-8", "strict",
       "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"},
      {true, "\355\240\200", "utf-8", "surrogatepass", "\355\240\200"},
      {true, "\357\273\277x", "utf-8-sig", "strict", "x"},
      {true, "a\351", "latin-1", "strict", "a\303\251"},
      {true, "a\351", "ascii", "strict",
       "'ascii' codec can't decode byte 0xe9 in position 1: ordinal not in range(128)"},
      {true, std::string_view("a\000\254 ", 4), "utf-16-le", "strict", "a\342\202\254"},
      {true, std::string_view("\376\377\000a", 4), "utf-16", "strict", "a"},
      {true, std::string_view("a\000b", 3), "utf-16-le", "strict",
       "'utf-16-le' codec can't decode byte 0x62 in position 2: truncated data"},
      {true, std::string_view("\000\330", 2), "utf-16-le", "strict",
       "'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data"},
      {true, std::string_view("\000\334\000", 3), "utf-16-le", "strict",
       "'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding"},
      {false, "a\303\251\342\202\254", "utf-8", "strict", "a\303\251\342\202\254"},
      {false, "a\355\240\200", "utf-8", "strict",
       "'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed"},
      {false, "a\355\240\200\355\240\201", "utf-8", "strict",
       "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed"},
      {false, "a\355\240\200", "utf-8", "surrogatepass", "a\355\240\200"},
      {false, "\355\263\277", "utf-8", "surrogateescape", "\377"},
      {false, "a\303\251", "ascii", "strict",
       "'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)"},
      {false, "a\303\251\342\202\254b", "ascii", "strict",
       "'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)"},
      {false, "a\303\251\342\202\254", "latin-1", "strict",
       "'latin-1' codec can't encode character '\\u20ac' in position 2: ordinal not in range(256)"},
      {false, "a\303\251\342\202\254", "ascii", "replace", "a??"},
      {false, "a\303\251\342\202\254", "ascii", "ignore", "a"},
      {false, "\303\251\342\202\254\360\237\230\200", "ascii", "backslashreplace",
       "\\xe9\\u20ac\\U0001f600"},
      {false, "\303\251\342\202\254", "ascii", "xmlcharrefreplace", "&#233;&#8364;"},
      {false, "a\360\237\230\200", "utf-16", "strict",
       std::string_view("\377\376a\000=\330\000\336", 8)},
      {false, "\342\202\254", "utf-16-be", "strict", " \254"},
  };
  for (const CodecCase& c : kCases) {
    Codec codec;
    CodecErrors errors;
    ASSERT_TRUE(find_codec(c.codec, codec) && find_codec_errors(c.errors, errors));
    std::string out;
    CodecFailure f = c.decodes ? decode_text(out, c.input, codec, errors)
                               : encode_text(out, StrView::str(c.input), codec, errors);
    if (!f.ok()) {
      out = c.decodes ? decode_error_message(f.codec, c.input, f)
                      : encode_error_message(f.codec, c.input, f);
    }
    EXPECT_EQ(out, c.result) << c.codec << " " << c.errors;
  }
  Codec codec;
  CodecErrors errors;
  EXPECT_FALSE(find_codec("rot13", codec));
  EXPECT_FALSE(find_codec_errors("none", errors));
}

}  // namespace gilsim
