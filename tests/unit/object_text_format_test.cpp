// What: format specs, the % operator and templates of str.format().
// Expected values are those of CPython 3.11.2.
#include <gtest/gtest.h>

#include "tests/unit/object_text_support.h"
#include "vm/object/text/format_number.h"
#include "vm/object/text/percent_format.h"
#include "vm/object/text/str_format.h"

namespace gilsim {

struct IntCase {
  const char *value, *spec, *result;
};
TEST(FormatInt, FollowsTheMiniLanguage) {
  static const IntCase kCases[] = {
      {"5", "", "5"},
      {"5", "d", "5"},
      {"-5", "5", "   -5"},
      {"5", "<5", "5    "},
      {"5", "^5", "  5  "},
      {"-5", "=5", "-   5"},
      {"5", "05", "00005"},
      {"-5", "06", "-00005"},
      {"5", "+", "+5"},
      {"5", " ", " 5"},
      {"5", "*>+6", "****+5"},
      {"255", "x", "ff"},
      {"255", "#X", "0XFF"},
      {"255", "#010x", "0x000000ff"},
      {"-10", "#b", "-0b1010"},
      {"8", "#o", "0o10"},
      {"1234567", ",", "1,234,567"},
      {"1234567", "_", "1_234_567"},
      {"-1234567", "015,", "-00,001,234,567"},
      {"3", "08,", "0,000,003"},
      {"255", "_b", "1111_1111"},
      {"1099511627776", "_x", "100_0000_0000"},
      {"1267650600228229401496703205376", ",d", "1,267,650,600,228,229,401,496,703,205,376"},
      {"65", "c", "A"},
      {"128512", "5c", "    \360\237\230\200"},
      {"65", "<5c", "A    "},
      {"3", "n", "3"},
      {"3", ".1f", "3.0"},
      {"3", "e", "3.000000e+00"},
      {"3", "%", "300.000000%"},
      {"1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
       "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
       "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
       "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
       "0000000000000000000000000000000000000",
       "f", "OverflowError: int too large to convert to float"},
      {"3", ".2", "ValueError: Precision not allowed in integer format specifier"},
      {"3", ".2d", "ValueError: Precision not allowed in integer format specifier"},
      {"3", "z", "ValueError: Negative zero coercion (z) not allowed in integer format specifier"},
      {"3", "+c", "ValueError: Sign not allowed with integer format specifier 'c'"},
      {"3", "#c", "ValueError: Alternate form (#) not allowed with integer format specifier 'c'"},
      {"3", ",c", "ValueError: Cannot specify ',' with 'c'."},
      {"3", ",x", "ValueError: Cannot specify ',' with 'x'."},
      {"-1", "c", "OverflowError: %c arg not in range(0x110000)"},
      {"1114112", "c", "OverflowError: %c arg not in range(0x110000)"},
      {"1180591620717411303424", "c", "OverflowError: Python int too large to convert to C long"},
      {"3", "s", "ValueError: Unknown format code 's' for object of type 'int'"},
      {"3", "abc", "ValueError: Invalid format specifier 'abc' for object of type 'int'"},
      {"3", "\303\251", "ValueError: Unknown format code '\\xe9' for object of type 'int'"},
      {"3", "\n", "ValueError: Unknown format code '\\xa' for object of type 'int'"},
      {"3", ",,", "ValueError: Cannot specify ',' with ','."},
      {"3", ",_", "ValueError: Cannot specify both ',' and '_'."},
      {"3", ".", "ValueError: Format specifier missing precision"},
      {"3", "99999999999999999999", "ValueError: Too many decimal digits in format string"},
      {"7", "\303\251^7", "\303\251\303\251\303\2517\303\251\303\251\303\251"},
      {"7", "0<4", "7000"},
      {"7", "\331\245", "    7"},
  };
  for (const IntCase& c : kCases) {
    std::string text;
    Status s = format_int(text, big(c.value), c.spec);
    EXPECT_EQ(outcome(s, text), c.result) << c.value << " as " << c.spec;
  }
  std::string text;
  EXPECT_TRUE(format_bool(text, true, "").ok());
  EXPECT_TRUE(format_bool(text, true, "3").ok());
  EXPECT_EQ(text, "True  1");
  EXPECT_EQ(format_bool(text, true, "s").message,
            "Unknown format code 's' for object of type 'bool'");
}

struct FloatCase {
  double value;
  const char *spec, *result;
};
TEST(FormatFloat, FollowsTheMiniLanguage) {
  static const FloatCase kCases[] = {
      {0x1.8000000000000p+0, "", "1.5"},
      {0x1.1c37937e08000p+53, "", "1e+16"},
      {3.0, "", "3.0"},
      {0x1.921f9f01b866ep+1, ".2f", "3.14"},
      {0x1.921f9f01b866ep+1, "10.3", "      3.14"},
      {0x1.2d687e4189375p+20, ",.2f", "1,234,567.89"},
      {0x1.34a0000000000p+10, "015,", "0,000,001,234.5"},
      {-0x1.34a0000000000p+10, "015,", "-0,000,001,234.5"},
      {0x1.0000000000000p-2, ".0%", "25%"},
      {0x1.0624dd2f1a9fcp-2, "%", "25.600000%"},
      {10000000000.0, ".3", "1e+10"},
      {123.0, ".3", "1.23e+02"},
      {100.0, ".3g", "100"},
      {100.0, "#.3g", "100."},
      {0x1.b7cdfd9d7bdbbp-34, "g", "1e-10"},
      {1.0, "e", "1.000000e+00"},
      {1.0, "E", "1.000000E+00"},
      {0x1.4000000000000p+1, ".0f", "2"},
      {0x1.4000000000000p+1, "#.0f", "2."},
      {-0x1.a36e2eb1c432dp-14, ".2f", "-0.00"},
      {-0x1.a36e2eb1c432dp-14, "z.2f", "0.00"},
      {-0.0, "z", "0.0"},
      {-0.0, "", "-0.0"},
      {kInfinity, "010", "0000000inf"},
      {-kInfinity, "+010,", "-000000inf"},
      {kNan, "+F", "+NAN"},
      {kInfinity, "f", "inf"},
      {0x1.8000000000000p+0, "n", "1.5"},
      {0x1.8000000000000p+0, "+08.2f", "+0001.50"},
      {0x1.8000000000000p+0, "_>9", "______1.5"},
      {0x1.8000000000000p+0, "d", "ValueError: Unknown format code 'd' for object of type 'float'"},
      {0x1.8000000000000p+0, "_n", "ValueError: Cannot specify '_' with 'n'."},
      {0x1.0f0cf064dd592p+73, ",", "1e+22"},
      {0x1.0f0cf064dd592p+73, "_", "1e+22"},
      {0x1.999999999999ap-4, ".20f", "0.10000000000000000555"},
      {0x1.8000000000000p+0, ".99999999999f", "ValueError: precision too big"},
      {5.0, "5.", "ValueError: Format specifier missing precision"},
      {12.0, "^+9.1e", "+1.2e+01 "},
  };
  for (const FloatCase& c : kCases) {
    std::string text;
    Status s = format_float(text, c.value, c.spec);
    EXPECT_EQ(outcome(s, text), c.result) << c.value << " as " << c.spec;
  }
}

struct TextCase {
  const char *value, *spec, *result;
};
TEST(FormatStr, FollowsTheMiniLanguage) {
  static const TextCase kCases[] = {
      {"ab", "", "ab"},
      {"ab", "5", "ab   "},
      {"ab", ">5", "   ab"},
      {"ab", "^5", " ab  "},
      {"ab", "*^6", "**ab**"},
      {"\303\244\303\266\303\274", ".2", "\303\244\303\266"},
      {"\303\244\303\266\303\274", "\342\202\254>6.1s",
       "\342\202\254\342\202\254\342\202\254\342\202\254\342\202\254\303\244"},
      {"ab", "05", "ab000"},
      {"ab", "d", "ValueError: Unknown format code 'd' for object of type 'str'"},
      {"ab", "=5", "ValueError: '=' alignment not allowed in string format specifier"},
      {"ab", "+", "ValueError: Sign not allowed in string format specifier"},
      {"ab", " ", "ValueError: Space not allowed in string format specifier"},
      {"ab", "#", "ValueError: Alternate form (#) not allowed in string format specifier"},
      {"ab", "z", "ValueError: Negative zero coercion (z) not allowed in string format specifier"},
      {"ab", ",", "ValueError: Cannot specify ',' with 's'."},
      {"ab", "x y", "ValueError: Invalid format specifier 'x y' for object of type 'str'"},
  };
  for (const TextCase& c : kCases) {
    std::string text;
    Status s = format_str(text, StrView::str(c.value), c.spec);
    EXPECT_EQ(outcome(s, text), c.result) << c.value << " as " << c.spec;
  }
}

// template % value, for one operand.
static std::string percent(StrView format, std::string_view text, BigView n, double d) {
  PercentParser parser(format);
  std::string out;
  for (;;) {
    switch (parser.next()) {
      case PercentParser::Item::kEnd:
        return out;
      case PercentParser::Item::kError:
        return outcome(parser.error(), "");
      case PercentParser::Item::kLiteral:
        out += parser.literal();
        continue;
      case PercentParser::Item::kSpec:
        break;
    }
    PercentSpec& spec = parser.spec();
    Status s = is_percent_int(spec.type)     ? percent_int(out, spec, n)
               : is_percent_float(spec.type) ? percent_float(out, spec, d)
               : spec.type == 's'
                   ? percent_text(
                         out, spec,
                         {text, format.is_bytes ? text.size() : utf8_length(text), format.is_bytes})
                   : unsupported_percent_type(spec, format.is_bytes);
    if (!s.ok()) return outcome(s, "");
  }
}

struct PercentCase {
  const char *format, *number, *result;
};
TEST(PercentFormat, Ints) {
  static const PercentCase kCases[] = {
      {"<%d>", "5", "<5>"},
      {"%5d|", "-5", "   -5|"},
      {"%-5d|", "5", "5    |"},
      {"%05d", "-5", "-0005"},
      {"%-05d|", "5", "5    |"},
      {"%+d", "5", "+5"},
      {"% d", "5", " 5"},
      {"%+ d", "5", "+5"},
      {"%x", "-255", "-ff"},
      {"%#x", "255", "0xff"},
      {"%#X", "255", "0XFF"},
      {"%#o", "8", "0o10"},
      {"%.5d", "-3", "-00003"},
      {"%8.5d", "3", "   00003"},
      {"%#.5x", "5", "0x00005"},
      {"%#08x", "-5", "-0x00005"},
      {"%d%%", "3", "3%"},
      {"%ld", "3", "3"},
      {"%i", "3", "3"},
      {"%u", "-3", "-3"},
      {"%d", "1000000000000000000000000000000", "1000000000000000000000000000000"},
      {"%y", "3", "ValueError: unsupported format character 'y' (0x79) at index 1"},
      {"%\342\202\254", "3", "ValueError: unsupported format character '?' (0x20ac) at index 1"},
      {"ab%", "3", "ValueError: incomplete format"},
      {"%5", "3", "ValueError: incomplete format"},
      {"%.3", "3", "ValueError: incomplete format"},
      {"%(a", "3", "ValueError: incomplete format key"},
      {"%lld", "3", "ValueError: unsupported format character 'l' (0x6c) at index 2"},
      {"%99999999999999999999d", "3", "ValueError: width too big"},
      {"%.99999999999d", "3", "ValueError: precision too big"},
  };
  for (const PercentCase& c : kCases) {
    EXPECT_EQ(percent(StrView::str(c.format), "", big(c.number), 0), c.result) << c.format;
  }
}

struct PercentFloatCase {
  const char* format;
  double number;
  const char* result;
};
TEST(PercentFormat, Floats) {
  static const PercentFloatCase kCases[] = {
      {"%f", 0x1.8000000000000p+0, "1.500000"},
      {"%.2f", 0x1.5666666666666p+1, "2.67"},
      {"%.0f", 0x1.4000000000000p+1, "2"},
      {"%#.0f", 0x1.4000000000000p+1, "2."},
      {"%e", 0x1.81cd6c8b43958p+13, "1.234568e+04"},
      {"%.3E", 0.0, "0.000E+00"},
      {"%g", 0x1.5af1d78b58c40p+66, "1e+20"},
      {"%g", 100000.0, "100000"},
      {"%g", 1000000.0, "1e+06"},
      {"%#g", 1.0, "1.00000"},
      {"%G", 0x1.b7cdfd9d7bdbbp-34, "1E-10"},
      {"%+f", 1.0, "+1.000000"},
      {"% .1f", 1.0, " 1.0"},
      {"%010.3f", -0x1.921f9f01b866ep+1, "-00003.142"},
      {"%-10.1f|", 2.0, "2.0       |"},
      {"%010f", kInfinity, "0000000inf"},
      {"%F", kInfinity, "INF"},
      {"%+f", kNan, "+nan"},
      {"%.30f", 0x1.999999999999ap-4, "0.100000000000000005551115123126"},
  };
  for (const PercentFloatCase& c : kCases) {
    EXPECT_EQ(percent(StrView::str(c.format), "", BigView(), c.number), c.result) << c.format;
  }
}

TEST(PercentFormat, TextCountsItemsOfItsKind) {
  std::string_view word = "\303\244bc";  // three code points in four bytes
  EXPECT_EQ(percent(StrView::str("%5s|"), word, {}, 0), "  \303\244bc|");
  EXPECT_EQ(percent(StrView::bytes("%5s|"), word, {}, 0), " \303\244bc|");
  EXPECT_EQ(percent(StrView::str("%-5.2s|"), word, {}, 0), "\303\244b   |");
  EXPECT_EQ(percent(StrView::bytes("%.2s|"), word, {}, 0), "\303\244|");
}

TEST(PercentFormat, KeysAndStarsAreToldToTheCaller) {
  PercentParser parser(StrView::str("%(a(b)c)s%*.*f"));
  ASSERT_EQ(parser.next(), PercentParser::Item::kSpec);
  EXPECT_TRUE(parser.spec().has_key);
  EXPECT_EQ(parser.spec().key, "a(b)c");
  ASSERT_EQ(parser.next(), PercentParser::Item::kSpec);
  EXPECT_TRUE(parser.spec().width_star && parser.spec().precision_star);
  parser.spec().set_width(-8);
  parser.spec().set_precision(-1);
  std::string out;
  ASSERT_TRUE(percent_float(out, parser.spec(), 2.5).ok());
  EXPECT_EQ(out, "2       ");
  EXPECT_EQ(parser.next(), PercentParser::Item::kEnd);
}

// What a template's parts are, one a line.
static std::string parts_of(std::string_view text) {
  FormatTemplate parser(text);
  std::string out;
  FormatField field;
  for (;;) {
    switch (parser.next(field)) {
      case FormatTemplate::Item::kEnd:
        return out;
      case FormatTemplate::Item::kError:
        return outcome(parser.error(), "");
      case FormatTemplate::Item::kField:
        break;
    }
    out += "'" + std::string(field.literal) + "'";
    if (field.has_field) {
      out += " name=" + std::string(field.name) + " spec=" + std::string(field.spec);
      if (field.conversion != 0)
        out += " conversion=" + std::string(1, static_cast<char>(field.conversion));
    }
    out += "\n";
  }
}

struct TemplateCase {
  const char *text, *result;
};
TEST(StrFormat, TemplatesComeApart) {
  static const TemplateCase kCases[] = {
      {"", ""},
      {"abc", "'abc'\n"},
      {"{}", "'' name= spec=\n"},
      {"a{0}b", "'a' name=0 spec=\n'b'\n"},
      {"{{}}", "'{'\n'}'\n"},
      {"{a.b[c]!r:>5}", "'' name=a.b[c] spec=>5 conversion=r\n"},
      {"{:{}.{}}", "'' name= spec={}.{}\n"},
      {"{a[}]}", "'' name=a[}] spec=\n"},
      {"{", "ValueError: Single '{' encountered in format string"},
      {"}", "ValueError: Single '}' encountered in format string"},
      {"{}}", "ValueError: Single '}' encountered in format string"},
      {"{a", "ValueError: expected '}' before end of string"},
      {"{a!r", "ValueError: unmatched '{' in format spec"},
      {"{a!", "ValueError: end of string while looking for conversion specifier"},
      {"{!rx}", "ValueError: expected ':' after conversion specifier"},
      {"{:{}", "ValueError: unmatched '{' in format spec"},
      {"a{{b}}c{d}", "'a{'\n'b}'\n'c' name=d spec=\n"},
      {"{a{b}}", "ValueError: unexpected '{' in field name"},
      {"{a[b}", "ValueError: expected '}' before end of string"},
  };
  for (const TemplateCase& c : kCases) EXPECT_EQ(parts_of(c.text), c.result) << c.text;
}

// A field's name as its first part and its steps.
static std::string path_of(std::string_view name) {
  FieldPath path;
  if (Status s = path.start(name, nullptr); !s.ok()) return outcome(s, "");
  auto part = [](std::string_view text, int64_t index) {
    return index >= 0 ? "#" + std::to_string(index) : std::string(text);
  };
  std::string out = part(path.first(), path.first_index());
  for (;;) {
    switch (path.next()) {
      case FieldPath::Step::kEnd:
        return out;
      case FieldPath::Step::kError:
        return outcome(path.error(), "");
      case FieldPath::Step::kAttribute:
        out += " .";
        break;
      case FieldPath::Step::kItem:
        out += " [";
        break;
    }
    out += part(path.step_name(), path.step_index());
  }
}
TEST(StrFormat, NamesComeApart) {
  static const TemplateCase kCases[] = {
      {"", ""},
      {"0", "#0"},
      {"a", "a"},
      {"00", "#0"},
      {"-1", "-1"},
      {"0x", "0x"},
      {"a.b", "a .b"},
      {"a[0][k].c", "a [#0 [k .c"},
      {".x", " .x"},
      {"[1]", " [#1"},
      {"a.", "ValueError: Empty attribute in format string"},
      {"a[]", "ValueError: Empty attribute in format string"},
      {"a..b", "ValueError: Empty attribute in format string"},
      {"a[0", "ValueError: Missing ']' in format string"},
      {"a[0]x", "ValueError: Only '.' or '[' may follow ']' in format field specifier"},
      {"99999999999999999999", "ValueError: Too many decimal digits in format string"},
      {"a[99999999999999999999]", "ValueError: Too many decimal digits in format string"},
      {"a[-1]", "a [-1"},
      {"\331\243", "#3"},
  };
  for (const TemplateCase& c : kCases) EXPECT_EQ(path_of(c.text), c.result) << c.text;
}

TEST(StrFormat, NumberingIsAutomaticOrManual) {
  FormatNumbering automatic, manual;
  FieldPath path;
  ASSERT_TRUE(path.start("", &automatic).ok());
  EXPECT_EQ(path.first_index(), 0);
  ASSERT_TRUE(path.start("name", &automatic).ok());
  EXPECT_EQ(path.first_index(), -1);
  ASSERT_TRUE(path.start(".x", &automatic).ok());
  EXPECT_EQ(path.first_index(), 1);
  EXPECT_EQ(path.start("0", &automatic).message,
            "cannot switch from automatic field numbering to manual field specification");
  ASSERT_TRUE(path.start("3", &manual).ok());
  EXPECT_EQ(path.start("", &manual).message,
            "cannot switch from manual field specification to automatic field numbering");
  EXPECT_EQ(outcome(replacement_index_error(3), ""),
            "IndexError: Replacement index 3 out of range for positional args tuple");
  EXPECT_EQ(check_conversion('x').message, "Unknown conversion specifier x");
  EXPECT_EQ(check_conversion('\n').message, "Unknown conversion specifier \\xa");
  EXPECT_TRUE(check_conversion('r').ok());
}

}  // namespace gilsim
