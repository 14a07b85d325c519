// What: floats: repr, parsing, rounding, division, hexadecimal, hash.
// Expected values are those of CPython 3.11.2.
#include <gtest/gtest.h>

#include "tests/unit/object_text_support.h"
#include "vm/object/text/float_math.h"
#include "vm/object/text/float_text.h"

namespace gilsim {

static std::string repr(double d) {
  std::string text;
  append_float_repr(text, d);
  return text;
}

TEST(FloatRepr, IsShortestAndSwitchesToExponents) {
  EXPECT_EQ(repr(0.0), "0.0");
  EXPECT_EQ(repr(-0.0), "-0.0");
  EXPECT_EQ(repr(1.0), "1.0");
  EXPECT_EQ(repr(-0x1.8000000000000p+0), "-1.5");
  EXPECT_EQ(repr(0x1.999999999999ap-4), "0.1");
  EXPECT_EQ(repr(0x1.5555555555555p-2), "0.3333333333333333");
  EXPECT_EQ(repr(100.0), "100.0");
  EXPECT_EQ(repr(1000000000000000.0), "1000000000000000.0");
  EXPECT_EQ(repr(0x1.1c37937e08000p+53), "1e+16");
  EXPECT_EQ(repr(0x1.1c37937e07fffp+53), "9999999999999998.0");
  EXPECT_EQ(repr(0x1.c12218377de66p+46), "123456789012345.6");
  EXPECT_EQ(repr(0x1.0f0cf064dd592p+73), "1e+22");
  EXPECT_EQ(repr(0x1.52d02c7e14af6p+76), "1e+23");
  EXPECT_EQ(repr(0x1.1eb2d66005835p+997), "1.5e+300");
  EXPECT_EQ(repr(0x1.a36e2eb1c432dp-14), "0.0001");
  EXPECT_EQ(repr(0x1.4f8b588e368f1p-17), "1e-05");
  EXPECT_EQ(repr(0x1.02e4b6ce5dc68p-13), "0.00012345");
  EXPECT_EQ(repr(0x1.9e3abe16fc70dp-17), "1.2345e-05");
  EXPECT_EQ(repr(0x0.0000000000001p-1022), "5e-324");
  EXPECT_EQ(repr(0x1.fffffffffffffp+1023), "1.7976931348623157e+308");
  EXPECT_EQ(repr(0x1.0000000000000p+53), "9007199254740992.0");
  EXPECT_EQ(repr(0x1.0000000000000p+60), "1.152921504606847e+18");
  EXPECT_EQ(repr(kInfinity), "inf");
  EXPECT_EQ(repr(-kInfinity), "-inf");
  EXPECT_EQ(repr(kNan), "nan");
  EXPECT_EQ(repr(0x1.8000000000001p+1), "3.0000000000000004");
}

struct ParseCase {
  std::string_view text;
  const char* result;  // hexadecimal, or the error
};
TEST(FloatParse, TakesWhatFloatTakes) {
  static const ParseCase kParses[] = {
      {"1", "0x1.0000000000000p+0"},
      {"-1.5e3", "-0x1.7700000000000p+10"},
      {".5", "0x1.0000000000000p-1"},
      {"5.", "0x1.4000000000000p+2"},
      {"  1e5\t", "0x1.86a0000000000p+16"},
      {"1_0.0_1", "0x1.4051eb851eb85p+3"},
      {"1e1_0", "0x1.2a05f20000000p+33"},
      {"1__0", "ValueError: could not convert string to float: '1__0'"},
      {"_1", "ValueError: could not convert string to float: '_1'"},
      {"1._5", "ValueError: could not convert string to float: '1._5'"},
      {"1_.5", "ValueError: could not convert string to float: '1_.5'"},
      {"inf", "inf"},
      {"-Infinity", "-inf"},
      {"+NaN", "nan"},
      {"infin", "ValueError: could not convert string to float: 'infin'"},
      {"", "ValueError: could not convert string to float: ''"},
      {".", "ValueError: could not convert string to float: '.'"},
      {"e5", "ValueError: could not convert string to float: 'e5'"},
      {"1e", "ValueError: could not convert string to float: '1e'"},
      {"0x10", "ValueError: could not convert string to float: '0x10'"},
      {"1e999", "inf"},
      {"-1e999", "-inf"},
      {"1e-999", "0x0.0p+0"},
      {"\331\241.\331\242", "0x1.3333333333333p+0"},
      {"\302\2401.5\342\200\203", "0x1.8000000000000p+0"},
      {std::string_view("1\000", 2), "ValueError: could not convert string to float: '1\\x00'"},
      {"\303\251", "ValueError: could not convert string to float: '\303\251'"},
      {"123456789012345678901234567890", "0x1.8ee90ff6c373ep+96"},
      {"0.1", "0x1.999999999999ap-4"},
      {"2.2250738585072011e-308", "0x0.fffffffffffffp-1022"},
      {"9007199254740993", "0x1.0000000000000p+53"},
      {"4.9e-324", "0x0.0000000000001p-1022"},
      {"2e-324", "0x0.0p+0"},
      {"3e-324", "0x0.0000000000001p-1022"},
  };
  for (const ParseCase& c : kParses) {
    double d = 0;
    Status s = float_from_text(c.text, false, d);
    std::string hex;
    append_float_hex(hex, d);
    EXPECT_EQ(outcome(s, hex), c.result) << c.text;
  }
  double d;
  EXPECT_EQ(float_from_text("x", true, d).message, "could not convert string to float: b'x'");
}

struct FormCase {
  double d;
  char form;
  int precision;
  unsigned flags;
  const char* text;
};
TEST(FloatForms, AreExactAtAnyPrecision) {
  static const FormCase kForms[] = {
      {0x1.0000000000000p-1, 'f', 0, 0, "0"},
      {0x1.8000000000000p+0, 'f', 0, 0, "2"},
      {0x1.4000000000000p+1, 'f', 0, 0, "2"},
      {0x1.5666666666666p+1, 'f', 2, 0, "2.67"},
      {0x1.999999999999ap-4, 'f', 30, 0, "0.100000000000000005551115123126"},
      {0x1.0f0cf064dd592p+73, 'f', 1, 0, "10000000000000000000000.0"},
      {1.0, 'f', 0, 1, "1."},
      {0x1.34a456d5cfaadp+10, 'e', 3, 0, "1.235e+03"},
      {0.0, 'e', 2, 0, "0.00e+00"},
      {0x1.3fff2e48e8a72p+3, 'e', 2, 0, "1.00e+01"},
      {0x1.56e1fc2f8f359p-997, 'e', 40, 0, "1.0000000000000000250590918352087596856961e-300"},
      {10000000000.0, 'e', 2, 4, "1.00E+10"},
      {123456.0, 'g', 6, 0, "123456"},
      {1234567.0, 'g', 6, 0, "1.23457e+06"},
      {0x1.a36e2eb1c432dp-14, 'g', 6, 0, "0.0001"},
      {0x1.4f8b588e368f1p-17, 'g', 6, 0, "1e-05"},
      {100.0, 'g', 3, 1, "100."},
      {1.0, 'g', 6, 1, "1.00000"},
      {0x1.999999999999ap-4, 'g', 25, 0, "0.1000000000000000055511151"},
      {0.0, 'g', 3, 1, "0.00"},
      {0x1.249ad2594c37dp+332, 'g', 200, 0,
       "1000000000000000015902891109759918046836080856394528138978132755774783877217038106081346998"
       "5856815104"},
  };
  for (const FormCase& c : kForms) {
    std::string text;
    append_float_magnitude(text, c.d, c.form, c.precision, c.flags);
    EXPECT_EQ(text, c.text);
  }
  std::string text;
  append_float_magnitude(text, 0.5, 'f', 3000, 0);
  EXPECT_EQ(text, "0.5" + std::string(2999, '0'));
}

struct RoundCase {
  double d;
  int64_t digits;
  const char* result;
};
TEST(FloatRound, IsCorrectHalfEven) {
  static const RoundCase kRounds[] = {
      {0x1.0000000000000p-1, 0, "0.0"},
      {0x1.8000000000000p+0, 0, "2.0"},
      {0x1.4000000000000p+1, 0, "2.0"},
      {-0x1.0000000000000p-1, 0, "-0.0"},
      {0x1.5666666666666p+1, 2, "2.67"},
      {0x1.0147ae147ae14p+0, 2, "1.0"},
      {0x1.3333333333333p-3, 1, "0.1"},
      {0x1.0000000000000p-2, 1, "0.2"},
      {0x1.34a456d5cfaadp+10, -2, "1200.0"},
      {1250.0, -2, "1200.0"},
      {1350.0, -2, "1400.0"},
      {50.0, -2, "0.0"},
      {0x1.9000000000001p+5, -2, "100.0"},
      {150.0, -2, "200.0"},
      {0x1.8f33333333333p+5, -2, "0.0"},
      {5.0, -1, "0.0"},
      {15.0, -1, "20.0"},
      {0x1.1ccf385ebc8a0p+1023, -308, "1e+308"},
      {0x1.e42d130773b76p+1023, -308, "OverflowError: rounded value too large to represent"},
      {0x1.1ccf385ebc8a0p+1022, -308, "1e+308"},
      {0x1.7e43c8800759cp+996, -400, "0.0"},
      {0x0.0000000000001p-1022, 400, "5e-324"},
      {0x0.0000000000001p-1022, 323, "0.0"},
      {0x1.0f0cf064dd592p+73, -21, "1e+22"},
      {0x1.999999999999ap-4, 17, "0.1"},
      {99.0, -1, "100.0"},
      {0x1.fffffffffffffp+1023, -307, "OverflowError: rounded value too large to represent"},
      {kInfinity, 3, "inf"},
  };
  for (const RoundCase& c : kRounds) {
    double r = 0;
    Status s = float_round(c.d, c.digits, r);
    EXPECT_EQ(outcome(s, repr(r)), c.result) << c.d << " to " << c.digits;
  }
}

struct DivisionCase {
  double a, b;
  const char *quotient, *remainder;
};
TEST(FloatDivision, HasTheSignOfTheDivisor) {
  static const DivisionCase kDivisions[] = {
      {7.0, 2.0, "3.0", "1.0"},
      {-7.0, 2.0, "-4.0", "1.0"},
      {7.0, -2.0, "-4.0", "-1.0"},
      {-7.0, -2.0, "3.0", "-1.0"},
      {0.0, -3.0, "-0.0", "-0.0"},
      {-0.0, 3.0, "-0.0", "0.0"},
      {6.0, -3.0, "-2.0", "-0.0"},
      {1.0, 0x1.999999999999ap-4, "9.0", "0.09999999999999995"},
      {0x1.3333333333333p-2, 0x1.999999999999ap-4, "2.0", "0.09999999999999998"},
      {0x1.7e43c8800759cp+996, 0x1.b7cdfd9d7bdbbp-34, "inf", "5.476641984772742e-11"},
      {5.0, kInfinity, "0.0", "5.0"},
      {-5.0, kInfinity, "-1.0", "inf"},
      {kInfinity, 5.0, "nan", "nan"},
      {-0x1.79ca10c924223p-67, 3.0, "-1.0", "3.0"},
  };
  for (const DivisionCase& c : kDivisions) {
    EXPECT_EQ(repr(float_floor_div(c.a, c.b)), c.quotient) << c.a << "//" << c.b;
    EXPECT_EQ(repr(float_mod(c.a, c.b)), c.remainder) << c.a << "%" << c.b;
  }
}

TEST(FloatPower, ErrorsAreNamed) {
  double r = 0;
  EXPECT_EQ(outcome(float_pow(0, -1, r), ""),
            "ZeroDivisionError: 0.0 cannot be raised to a negative power");
  EXPECT_EQ(outcome(float_pow(10, 400, r), ""),
            "OverflowError: (34, 'Numerical result out of range')");
  EXPECT_FALSE(float_pow(-8, 1.0 / 3, r).ok());
  EXPECT_TRUE(float_pow(-2, 3, r).ok());
  EXPECT_EQ(r, -8);
  EXPECT_TRUE(float_pow(0, -kInfinity, r).ok());
  EXPECT_EQ(r, kInfinity);
  EXPECT_TRUE(float_pow(1e-300, 2, r).ok());
  EXPECT_EQ(r, 0);
}

TEST(FloatRatio, IsInLowestTerms) {
  BigInt n, d;
  ASSERT_TRUE(float_integer_ratio(0.0, n, d).ok());
  EXPECT_EQ(text_of(n) + "/" + text_of(d), "0/1");
  ASSERT_TRUE(float_integer_ratio(0x1.0000000000000p-1, n, d).ok());
  EXPECT_EQ(text_of(n) + "/" + text_of(d), "1/2");
  ASSERT_TRUE(float_integer_ratio(-0x1.4000000000000p+1, n, d).ok());
  EXPECT_EQ(text_of(n) + "/" + text_of(d), "-5/2");
  ASSERT_TRUE(float_integer_ratio(3.0, n, d).ok());
  EXPECT_EQ(text_of(n) + "/" + text_of(d), "3/1");
  ASSERT_TRUE(float_integer_ratio(0x1.999999999999ap-4, n, d).ok());
  EXPECT_EQ(text_of(n) + "/" + text_of(d), "3602879701896397/36028797018963968");
  ASSERT_TRUE(float_integer_ratio(0x1.5af1d78b58c40p+66, n, d).ok());
  EXPECT_EQ(text_of(n) + "/" + text_of(d), "100000000000000000000/1");
  ASSERT_TRUE(float_integer_ratio(0x1p-1074, n, d).ok());
  EXPECT_EQ(big_bit_length(d), 1075u);
  EXPECT_EQ(outcome(float_integer_ratio(kNan, n, d), ""),
            "ValueError: cannot convert NaN to integer ratio");
  EXPECT_EQ(outcome(float_integer_ratio(kInfinity, n, d), ""),
            "OverflowError: cannot convert Infinity to integer ratio");
}

struct HexCase {
  const char *text, *result;
};
TEST(FloatHex, ReadsAndWrites) {
  static const HexCase kHex[] = {
      {"0x1.8p1", "0x1.8000000000000p+1"},
      {"1.8", "0x1.8000000000000p+0"},
      {"-0x0p0", "-0x0.0p+0"},
      {"0x1.fffffffffffff8p1023",
       "OverflowError: hexadecimal value too large to represent as a float"},
      {"0x1.fffffffffffff7p1023", "0x1.fffffffffffffp+1023"},
      {"0x0.8p-1074", "0x0.0p+0"},
      {"0x0.80000000000001p-1074", "0x0.0000000000001p-1022"},
      {"0x1p-1074", "0x0.0000000000001p-1022"},
      {" 0XA.8P+3\n", "0x1.5000000000000p+6"},
      {"inf", "inf"},
      {"-nan", "nan"},
      {"", "ValueError: invalid hexadecimal floating-point string"},
      {"0x", "ValueError: invalid hexadecimal floating-point string"},
      {"0x.p1", "ValueError: invalid hexadecimal floating-point string"},
      {"1p", "ValueError: invalid hexadecimal floating-point string"},
      {"1p1x", "ValueError: invalid hexadecimal floating-point string"},
      {"0x1p99999999999999999999",
       "OverflowError: hexadecimal value too large to represent as a float"},
      {"0x1p-99999999999999999999", "0x0.0p+0"},
      {"0x3.999999999999a800001p0", "0x1.ccccccccccccdp+1"},
      {"0x3.999999999999a8p0", "0x1.ccccccccccccdp+1"},
      {"0x3.999999999999b8p0", "0x1.ccccccccccccep+1"},
  };
  for (const HexCase& c : kHex) {
    double d = 0;
    Status s = float_from_hex(c.text, d);
    std::string hex;
    append_float_hex(hex, d);
    EXPECT_EQ(outcome(s, hex), c.result) << c.text;
  }
}

TEST(FloatHash, EqualsThatOfEqualInts) {
  EXPECT_EQ(float_hash(0.0), 0);
  EXPECT_EQ(float_hash(1.0), 1);
  EXPECT_EQ(float_hash(-1.0), -2);
  EXPECT_EQ(float_hash(0x1.0000000000000p-1), 1152921504606846976);
  EXPECT_EQ(float_hash(-0x1.4000000000000p+1), -1152921504606846978);
  EXPECT_EQ(float_hash(0x1.5af1d78b58c40p+66), 848750603811160107);
  EXPECT_EQ(float_hash(0x1.999999999999ap-4), 230584300921369408);
  EXPECT_EQ(float_hash(0x1.7e43c8800759cp+996), 1224995262755759164);
  EXPECT_EQ(float_hash(0x0.0000000000001p-1022), 16777216);
  EXPECT_EQ(float_hash(kInfinity), 314159);
  EXPECT_EQ(float_hash(-kInfinity), -314159);
  EXPECT_EQ(float_hash(0x1p80), big_hash(big("1208925819614629174706176")));
}

}  // namespace gilsim
