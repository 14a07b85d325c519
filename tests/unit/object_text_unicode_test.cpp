// What: UTF-8, properties and case of characters, repr, hashes of text.
// Expected values are those of CPython 3.11.2.
#include <gtest/gtest.h>

#include "tests/unit/object_text_support.h"
#include "vm/object/text/hash.h"
#include "vm/object/text/str_repr.h"
#include "vm/object/text/unicode_classes.h"

namespace gilsim {

TEST(Utf8, LengthAndOffsets) {
  std::string text = "a\303\251\342\202\254\360\237\230\200";  // one to four bytes
  EXPECT_EQ(utf8_length(text), 4u);
  const size_t offsets[] = {0, 1, 3, 6, 10, 10};
  for (size_t k = 0; k < 6; ++k) EXPECT_EQ(utf8_offset(text, k), offsets[k]);
  std::string many;
  for (int k = 0; k < 50; ++k) many += text;
  EXPECT_EQ(utf8_length(many), 200u);
  for (size_t k = 0; k < 200; ++k) {
    EXPECT_EQ(utf8_offset(many, k), k / 4 * 10 + offsets[k % 4]);
    EXPECT_EQ(utf8_index(many, utf8_offset(many, k)), k);
  }
}

TEST(Utf8, EncodesAndDecodesEveryWidth) {
  for (char32_t c : {U'\0', U'a', U'\x7f', U'\x80', U'\u07ff', U'\u0800', U'\uffff', U'\U00010000',
                     U'\U0010ffff'}) {
    std::string text;
    append_utf8(text, c);
    EXPECT_EQ(text.size(), encoded_size(c));
    EXPECT_EQ(decode_utf8(text.data()), c);
    size_t at = text.size();
    EXPECT_EQ(previous_code_point(text, at), c);
    EXPECT_EQ(at, 0u);
  }
  std::string surrogate;
  append_utf8(surrogate, 0xd800);
  EXPECT_EQ(surrogate, "\355\240\200");
  EXPECT_TRUE(is_valid_utf8(surrogate));
}

struct ErrorCase {
  std::string_view bytes;
  size_t start, end;
  const char* reason;
};
TEST(Utf8, FindsTheFirstErrorAsPythonDoes) {
  static const ErrorCase kCases[] = {
      {"abc\377", 3, 4, "invalid start byte"},
      {"\303", 0, 1, "unexpected end of data"},
      {"\303a", 0, 1, "invalid continuation byte"},
      {"\342\202", 0, 2, "unexpected end of data"},
      {"\342\202a", 0, 2, "invalid continuation byte"},
      {"\342a", 0, 1, "invalid continuation byte"},
      {"\360\237\230", 0, 3, "unexpected end of data"},
      {"\360\237a", 0, 2, "invalid continuation byte"},
      {"\300\200", 0, 1, "invalid start byte"},
      {"\340\200\200", 0, 1, "invalid continuation byte"},
      {"\355\240\200", 0, 1, "invalid continuation byte"},
      {"\364\220\200\200", 0, 1, "invalid continuation byte"},
      {"\365", 0, 1, "invalid start byte"},
      {"aaaaaaaaaaaaaaaaaaaa\200", 20, 21, "invalid start byte"},
  };
  for (const ErrorCase& c : kCases) {
    Utf8Error error = find_utf8_error(c.bytes);
    ASSERT_NE(error.reason, nullptr);
    EXPECT_STREQ(error.reason, c.reason);
    EXPECT_EQ(error.start, c.start);
    EXPECT_EQ(error.end, c.end);
  }
  EXPECT_EQ(find_utf8_error("a\303\251").reason, nullptr);
  EXPECT_EQ(replace_invalid_utf8("a\377b\342\202"), "a\357\277\275b\357\277\275");
}

// One letter a property: alpha, alnum, ascii, decimal, digit, identifier, lower, numeric,
// printable, space, title, upper.
static std::string classes_of(StrView s) {
  std::string out;
  for (int k = 0; k < 12; ++k) {
    if (str_is(s, static_cast<TextClass>(k))) out.push_back("lnadgiwmpstu"[k]);
  }
  return out;
}
struct ClassCase {
  std::string_view text;
  const char* classes;
};
TEST(TextClasses, AreThoseOfTheMethodsOfStr) {
  static const ClassCase kCases[] = {
      {"", "ap"},
      {"a", "lnaiwp"},
      {"A", "lnaiptu"},
      {"aB", "lnaip"},
      {"Ab Cd", "apt"},
      {"AB 1", "apu"},
      {"1", "nadgmp"},
      {"\302\262", "ngmp"},
      {"\302\275", "nmp"},
      {"\331\243", "ndgmp"},
      {"_a1", "aiwp"},
      {"1a", "nawp"},
      {" \t\n", "as"},
      {"\034", "as"},
      {"\342\200\203", "s"},
      {"\303\251", "lniwp"},
      {"\303\211", "lniptu"},
      {"\307\205", "lnipt"},
      {"\303\237", "lniwp"},
      {"\344\270\255", "lnip"},
      {"\360\237\230\200", "p"},
      {"\355\240\200", ""},
      {"\177", "a"},
      {"a\n", "aw"},
      {"\304\260", "lniptu"},
      {"\302\252", "lniwp"},
      {"\342\205\267", "niwmp"},
      {"Don'T", "apt"},
      {"Don't", "ap"},
  };
  for (const ClassCase& c : kCases)
    EXPECT_EQ(classes_of(StrView::str(c.text)), c.classes) << c.text;
}

TEST(TextClasses, BytesKnowAsciiOnly) {
  EXPECT_TRUE(str_is(StrView::bytes("abc"), TextClass::kAlpha));
  EXPECT_FALSE(str_is(StrView::bytes("ab\351"), TextClass::kAlpha));
  EXPECT_FALSE(str_is(StrView::bytes("\034"), TextClass::kSpace));
  EXPECT_TRUE(str_is(StrView::bytes("A\351"), TextClass::kUpper));
  std::string out;
  append_case(out, StrView::bytes("aB\351"), CaseMap::kSwap);
  EXPECT_EQ(out, "Ab\351");
}

struct CaseCase {
  std::string_view text;
  std::string_view lower, upper, title, capitalized, swapped, folded;
};
TEST(TextCase, UsesFullMappingsAndTheFinalSigma) {
  static const CaseCase kCases[] = {
      {"Hello world", "hello world", "HELLO WORLD", "Hello World", "Hello world", "hELLO WORLD",
       "hello world"},
      {"they're bill's", "they're bill's", "THEY'RE BILL'S", "They'Re Bill'S", "They're bill's",
       "THEY'RE BILL'S", "they're bill's"},
      {"stra\303\237e", "stra\303\237e", "STRASSE", "Stra\303\237e", "Stra\303\237e", "STRASSE",
       "strasse"},
      {"\316\221\316\243", "\316\261\317\202", "\316\221\316\243", "\316\221\317\202",
       "\316\221\317\202", "\316\261\317\202", "\316\261\317\203"},
      {"\316\221\316\243 \316\243\316\221\316\243.", "\316\261\317\202 \317\203\316\261\317\202.",
       "\316\221\316\243 \316\243\316\221\316\243.", "\316\221\317\202 \316\243\316\261\317\202.",
       "\316\221\317\202 \317\203\316\261\317\202.", "\316\261\317\202 \317\203\316\261\317\202.",
       "\316\261\317\203 \317\203\316\261\317\203."},
      {"\316\243", "\317\203", "\316\243", "\316\243", "\316\243", "\317\203", "\317\203"},
      {"\307\206abc", "\307\206abc", "\307\204ABC", "\307\205abc", "\307\205abc", "\307\204ABC",
       "\307\206abc"},
      {"\304\260i", "i\314\207i", "\304\260I", "\304\260i", "\304\260i", "i\314\207I",
       "i\314\207i"},
      {"\305\211", "\305\211", "\312\274N", "\312\274N", "\312\274N", "\312\274N", "\312\274n"},
      {"\357\254\201n", "\357\254\201n", "FIN", "Fin", "Fin", "FIN", "fin"},
      {"\316\214\316\243\316\237\316\243", "\317\214\317\203\316\277\317\202",
       "\316\214\316\243\316\237\316\243", "\316\214\317\203\316\277\317\202",
       "\316\214\317\203\316\277\317\202", "\317\214\317\203\316\277\317\202",
       "\317\214\317\203\316\277\317\203"},
      {"x\360\220\220\200\360\220\220\250", "x\360\220\220\250\360\220\220\250",
       "X\360\220\220\200\360\220\220\200", "X\360\220\220\250\360\220\220\250",
       "X\360\220\220\250\360\220\220\250", "X\360\220\220\250\360\220\220\200",
       "x\360\220\220\250\360\220\220\250"},
      {"\341\276\263", "\341\276\263", "\316\221\316\231", "\341\276\274", "\341\276\274",
       "\316\221\316\231", "\316\261\316\271"},
      {"\303\277", "\303\277", "\305\270", "\305\270", "\305\270", "\305\270", "\303\277"},
  };
  for (const CaseCase& c : kCases) {
    auto mapped = [&](CaseMap map) {
      std::string out;
      append_case(out, StrView::str(c.text), map);
      return out;
    };
    EXPECT_EQ(mapped(CaseMap::kLower), c.lower);
    EXPECT_EQ(mapped(CaseMap::kUpper), c.upper);
    EXPECT_EQ(mapped(CaseMap::kTitle), c.title);
    EXPECT_EQ(mapped(CaseMap::kCapitalize), c.capitalized);
    EXPECT_EQ(mapped(CaseMap::kSwap), c.swapped);
    EXPECT_EQ(mapped(CaseMap::kFold), c.folded);
  }
}

struct ReprCase {
  std::string_view text, repr, ascii;
};
TEST(TextRepr, ChoosesQuotesAndEscapes) {
  static const ReprCase kCases[] = {
      {"", "''", "''"},
      {"abc", "'abc'", "'abc'"},
      {"it's", "\"it's\"", "\"it's\""},
      {"\"", "'\"'", "'\"'"},
      {"it's \"x\"", "'it\\'s \"x\"'", "'it\\'s \"x\"'"},
      {"\\", "'\\\\'", "'\\\\'"},
      {"\n\r\t\013", "'\\n\\r\\t\\x0b'", "'\\n\\r\\t\\x0b'"},
      {std::string_view("\000\177", 2), "'\\x00\\x7f'", "'\\x00\\x7f'"},
      {"\303\251", "'\303\251'", "'\\xe9'"},
      {"\302\200\302\240\302\255", "'\\x80\\xa0\\xad'", "'\\x80\\xa0\\xad'"},
      {"\342\200\250", "'\\u2028'", "'\\u2028'"},
      {"\360\237\230\200", "'\360\237\230\200'", "'\\U0001f600'"},
      {"\355\240\200", "'\\ud800'", "'\\ud800'"},
      {"\363\240\200\201", "'\\U000e0001'", "'\\U000e0001'"},
      {"\315\270", "'\\u0378'", "'\\u0378'"},
  };
  for (const ReprCase& c : kCases) {
    std::string repr, ascii, escaped;
    append_str_repr(repr, c.text);
    append_str_ascii(ascii, c.text);
    append_ascii_escaped(escaped, repr);
    EXPECT_EQ(repr, c.repr);
    EXPECT_EQ(ascii, c.ascii);
    EXPECT_EQ(escaped, c.ascii);
  }
  std::string bytes;
  append_bytes_repr(bytes, "a'\377\n\"\\");
  EXPECT_EQ(bytes, "b'a\\'\\xff\\n\"\\\\'");
}

struct HashCase {
  std::string_view text;
  int64_t hash;
};
TEST(TextHash, EqualsPythonsWithoutARandomSeed) {
  static const HashCase kCases[] = {
      {"", 0},
      {"a", 4644417185603328019},
      {"abc", -4594863902769663758},
      {"abcdefg", 7904145750247929094},
      {"abcdefgh", 4574395652268504554},
      {"abcdefghi", -532774252720507163},
      {"hello world, hello", 6321610311974674607},
      {"\303\251", 6047309291227476195},
      {"a\303\251", -4100377394409680542},
      {"\304\200", 75343234424780393},
      {"a\342\202\254b", -6176261434700135861},
      {"\360\237\230\200", -3536540696076613844},
      {"x\360\237\230\200\303\251", 7455620461222178210},
      {"\355\240\200", 5926611903945376553},
      {"\303\277\303\277\303\277\303\277\303\277\303\277\303\277\303\277\303\277",
       -2129700217430894956},
  };
  for (const HashCase& c : kCases)
    EXPECT_EQ(str_hash(c.text, utf8_length(c.text)), c.hash) << c.text;
  EXPECT_EQ(bytes_hash("abc"), -4594863902769663758);
  EXPECT_EQ(bytes_hash("\377"), 3476900567878811119);
}

TEST(CollectionHash, TuplesAndFrozenSets) {
  TupleHash empty, triple;
  for (int64_t h : {1, 2, 3}) triple.add(h);
  EXPECT_EQ(empty.finish(0), 5740354900026072187);
  EXPECT_EQ(triple.finish(3), 529344067295497451);
  FrozenSetHash none, forward, backward;
  for (int64_t h : {1, 2, 3}) forward.add(h);
  for (int64_t h : {3, 2, 1}) backward.add(h);
  EXPECT_EQ(none.finish(0), 133146708735736);
  EXPECT_EQ(forward.finish(3), -272375401224217160);
  EXPECT_EQ(backward.finish(3), forward.finish(3));
  EXPECT_EQ(pointer_hash(0x7f0000001230), 0x7f000000123);
}

}  // namespace gilsim
