// What: unbounded ints: arithmetic, bits, conversions, text.
// Expected values are those of CPython 3.11.2.
#include <gtest/gtest.h>

#include "tests/unit/object_text_support.h"
#include "vm/object/text/bigint.h"

namespace gilsim {

struct BinaryCase {
  const char *a, *b, *sum, *difference, *product, *quotient, *remainder, *gcd;
};
static const BinaryCase kBinary[] = {
    {"0", "0", "0", "0", "0", "ZeroDivisionError: integer division or modulo by zero",
     "ZeroDivisionError: integer modulo by zero", "0"},
    {"1", "-1", "0", "2", "-1", "-1", "0", "1"},
    {"7", "-3", "4", "10", "-21", "-3", "-2", "1"},
    {"-7", "3", "-4", "-10", "-21", "-3", "2", "1"},
    {"-7", "-3", "-10", "-4", "21", "2", "-1", "1"},
    {"18446744073709551616", "1", "18446744073709551617", "18446744073709551615",
     "18446744073709551616", "18446744073709551616", "0", "1"},
    {"18446744073709551615", "1", "18446744073709551616", "18446744073709551614",
     "18446744073709551615", "18446744073709551615", "0", "1"},
    {"-18446744073709551616", "18446744073709551616", "0", "-36893488147419103232",
     "-340282366920938463463374607431768211456", "-1", "0", "18446744073709551616"},
    {"9223372036854775808", "-9223372036854775808", "0", "18446744073709551616",
     "-85070591730234615865843651857942052864", "-1", "0", "9223372036854775808"},
    {"10000000000000000000000000000000000000000", "-10000000000000000000",
     "9999999999999999999990000000000000000000", "10000000000000000000010000000000000000000",
     "-100000000000000000000000000000000000000000000000000000000000", "-1000000000000000000000",
     "0", "10000000000000000000"},
    {"-10000000000000000000000000000000000000000", "10000000000000000001",
     "-9999999999999999999989999999999999999999", "-10000000000000000000010000000000000000001",
     "-100000000000000000010000000000000000000000000000000000000000", "-999999999999999999901",
     "9999999999999999901", "1"},
    {"515377520732011331036461129765621272702107522001", "22539340290692258087863249",
     "515377520732011331036483669105911964960195385250",
     "515377520732011331036438590425330580444019658752",
     "11616269317952107543396279934225198167142991012965509792377544288346841249",
     "22865687907681985382892", "2651420799928054707385893", "1"},
    {"-515377520732011331036461129765621272702107522001", "22539340290692258087863249",
     "-515377520732011331036438590425330580444019658752",
     "-515377520732011331036483669105911964960195385250",
     "-11616269317952107543396279934225198167142991012965509792377544288346841249",
     "-22865687907681985382893", "19887919490764203380477356", "1"},
    {"1606938044258990275541962092341162602522202993782792835301376",
     "174224571863520493293247799005065324265472",
     "1606938044258990275716186664204683095815450792787858159566848",
     "1606938044258990275367737520477642109228955194777727511035904",
     "279968092772225526319680285071055534765205687154331191862498637620473983897520118172609686658"
     "950889472",
     "9223372036854775808", "0", "174224571863520493293247799005065324265472"},
    {"340282366920938463463374607431768211455", "18446744073709551615",
     "340282366920938463481821351505477763070", "340282366920938463444927863358058659840",
     "6277101735386680763495507056286727952620534092958556749825", "18446744073709551617", "0",
     "18446744073709551615"},
    {"5", "1237940039285380274899124224", "1237940039285380274899124229",
     "-1237940039285380274899124219", "6189700196426901374495621120", "0", "5", "1"},
    {"-5", "1237940039285380274899124224", "1237940039285380274899124219",
     "-1237940039285380274899124229", "-6189700196426901374495621120", "-1",
     "1237940039285380274899124219", "1"},
};
TEST(BigIntArithmetic, AgreesWithPythonOnSignsAndCarries) {
  for (const BinaryCase& c : kBinary) {
    SCOPED_TRACE(std::string(c.a) + " and " + c.b);
    BigInt a = big(c.a), b = big(c.b), product, quotient, remainder;
    EXPECT_EQ(text_of(big_add(a, b)), c.sum);
    EXPECT_EQ(text_of(big_sub(a, b)), c.difference);
    Status s = big_mul(a, b, product);
    EXPECT_EQ(outcome(s, text_of(product)), c.product);
    s = big_floor_divide(a, b, &quotient, nullptr);
    EXPECT_EQ(outcome(s, text_of(quotient)), c.quotient);
    s = big_floor_divide(a, b, nullptr, &remainder);
    EXPECT_EQ(outcome(s, text_of(remainder)), c.remainder);
    EXPECT_EQ(text_of(big_gcd(a, b)), c.gcd);
  }
}

TEST(BigIntArithmetic, QuotientTimesDivisorPlusRemainderIsTheDividend) {
  for (const BinaryCase& c : kBinary) {
    BigInt a = big(c.a), b = big(c.b), q, r, product;
    if (b.is_zero()) continue;
    ASSERT_TRUE(big_floor_divide(a, b, &q, &r).ok());
    ASSERT_TRUE(big_mul(q, b, product).ok());
    EXPECT_TRUE(big_equal(big_add(product, r), a)) << c.a << " " << c.b;
    EXPECT_TRUE(r.is_zero() || r.negative() == b.negative());
  }
}

TEST(BigIntArithmetic, ResultMayBeAnOperand) {
  BigInt n = big("123456789012345678901234567890");
  ASSERT_TRUE(big_mul(n, n, n).ok());
  EXPECT_EQ(text_of(n), "15241578753238836750495351562536198787501905199875019052100");
  n = n.view().negated();
  EXPECT_TRUE(n.negative());
}

struct PowerCase {
  const char *base, *exponent, *modulus, *result;  // modulus empty: none
};
TEST(BigIntArithmetic, Powers) {
  static const PowerCase kPowers[] = {
      {"0", "0", "", "1"},
      {"0", "5", "", "0"},
      {"-1", "1000000000000000000000000000000", "", "1"},
      {"-1", "1000000000000000000000000000001", "", "-1"},
      {"2", "100", "", "1267650600228229401496703205376"},
      {"-2", "101", "", "-2535301200456458802993406410752"},
      {"-8", "33", "", "-633825300114114700748351602688"},
      {"3", "80", "", "147808829414345923316083210206383297601"},
      {"-7", "41", "", "-44567640326363195900190045974568007"},
      {"100000000000000000000", "5", "",
       "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
       "0000000000"},
      {"3", "200", "1000007", "959082"},
      {"3", "200", "-1000007", "-40925"},
      {"3", "-1", "11", "4"},
      {"3", "-5", "11", "1"},
      {"2", "-1", "4", "ValueError: base is not invertible for the given modulus"},
      {"5", "3", "0", "ValueError: pow() 3rd argument cannot be 0"},
      {"5", "3", "1", "0"},
      {"5", "-3", "1", "0"},
      {"5", "0", "1", "0"},
      {"-5", "3", "7", "1"},
      {"1180591620717411303424", "1180591620717411303424", "1000000000000000000000000000000",
       "926230453384036162693209522176"},
      {"1180591620717411303425", "1180591620717411303424", "1000000000000000000000000000000",
       "106619977392256259918212890625"},
      {"7", "10000000000000000000000000", "-10000000000000000000000000",
       "-9999999999999999999999999"},
      {"7", "-3", "10000000000000000000000000", "5364431486880466472303207"},
  };
  for (const PowerCase& c : kPowers) {
    BigInt base = big(c.base), exponent = big(c.exponent), result;
    bool modular = *c.modulus != 0;
    Status s = modular ? big_pow_mod(base, exponent, big(c.modulus), result)
                       : big_pow(base, exponent, result);
    EXPECT_EQ(outcome(s, text_of(result)), c.result) << c.base << "**" << c.exponent;
  }
}

TEST(BigIntArithmetic, APowerThatCannotBeStoredIsRefusedAtOnce) {
  BigInt result;
  EXPECT_EQ(big_pow(BigOperand(3), big("100000000000000000000"), result).error,
            TextError::kMemoryError);
  EXPECT_EQ(big_shift_left(BigOperand(1), BigOperand(int64_t{1} << 60), result).error,
            TextError::kMemoryError);
}

TEST(BigIntArithmetic, SquareRootAndRounding) {
  EXPECT_EQ(text_of(big_isqrt(big("0"))), "0");
  EXPECT_EQ(text_of(big_isqrt(big("1"))), "1");
  EXPECT_EQ(text_of(big_isqrt(big("15"))), "3");
  EXPECT_EQ(text_of(big_isqrt(big("16"))), "4");
  EXPECT_EQ(text_of(big_isqrt(big("17"))), "4");
  EXPECT_EQ(text_of(big_isqrt(big("1000000000000000000000000000000"))), "1000000000000000");
  EXPECT_EQ(text_of(big_isqrt(big("9999999999999999999999999999999999999999"))),
            "99999999999999999999");
  EXPECT_EQ(text_of(big_isqrt(big("340282366920938463463374607431768211456"))),
            "18446744073709551616");
  EXPECT_EQ(text_of(big_round(big("15"), 1)), "20");
  EXPECT_EQ(text_of(big_round(big("25"), 1)), "20");
  EXPECT_EQ(text_of(big_round(big("35"), 1)), "40");
  EXPECT_EQ(text_of(big_round(big("-15"), 1)), "-20");
  EXPECT_EQ(text_of(big_round(big("-25"), 1)), "-20");
  EXPECT_EQ(text_of(big_round(big("249"), 2)), "200");
  EXPECT_EQ(text_of(big_round(big("250"), 2)), "200");
  EXPECT_EQ(text_of(big_round(big("350"), 2)), "400");
  EXPECT_EQ(text_of(big_round(big("1000000000000000000005000000000"), 10)),
            "1000000000000000000000000000000");
  EXPECT_EQ(text_of(big_round(big("5"), 1)), "0");
  EXPECT_EQ(text_of(big_round(big("6"), 1)), "10");
  EXPECT_EQ(text_of(big_round(big("4"), 1)), "0");
  EXPECT_EQ(text_of(big_round(big("5"), 3)), "0");
  EXPECT_EQ(text_of(big_round(big("12345"), 0)), "12345");
  EXPECT_EQ(text_of(big_round(big("7"), 1000)), "0");
}

struct BitCase {
  const char *a, *b, *conjunction, *disjunction, *difference, *inverse;
};
TEST(BigIntBits, ActAsTwosComplement) {
  static const BitCase kBits[] = {
      {"0", "0", "0", "0", "0", "-1"},
      {"12", "10", "8", "14", "6", "-13"},
      {"-12", "10", "0", "-2", "-2", "11"},
      {"12", "-10", "4", "-2", "-6", "-13"},
      {"-12", "-10", "-12", "-10", "2", "11"},
      {"18446744073709551616", "-1", "18446744073709551616", "-1", "-18446744073709551617",
       "-18446744073709551617"},
      {"-18446744073709551616", "18446744073709551615", "0", "-1", "-1", "18446744073709551615"},
      {"-18446744073709551616", "-18446744073709551617", "-36893488147419103232", "-1",
       "36893488147419103231", "18446744073709551615"},
      {"1361129467683753853853498429727072845823", "-36893488147419103232",
       "1361129467683753853816604941579653742592", "-1",
       "-1361129467683753853816604941579653742593", "-1361129467683753853853498429727072845824"},
      {"-1", "-1", "-1", "-1", "0", "0"},
      {"-340282366920938463463374607431768211456", "340282366920938463463374607431768211456",
       "340282366920938463463374607431768211456", "-340282366920938463463374607431768211456",
       "-680564733841876926926749214863536422912", "340282366920938463463374607431768211455"},
  };
  for (const BitCase& c : kBits) {
    BigInt a = big(c.a), b = big(c.b);
    SCOPED_TRACE(std::string(c.a) + " and " + c.b);
    EXPECT_EQ(text_of(big_and(a, b)), c.conjunction);
    EXPECT_EQ(text_of(big_or(a, b)), c.disjunction);
    EXPECT_EQ(text_of(big_xor(a, b)), c.difference);
    EXPECT_EQ(text_of(big_invert(a)), c.inverse);
  }
}

struct ShiftCase {
  const char *n, *count, *left, *right;
};
TEST(BigIntBits, Shifts) {
  static const ShiftCase kShifts[] = {
      {"1", "0", "1", "1"},
      {"1", "64", "18446744073709551616", "0"},
      {"-1", "1", "-2", "-1"},
      {"-5", "1", "-10", "-3"},
      {"5", "1", "10", "2"},
      {"-18446744073709551616", "64", "-340282366920938463463374607431768211456", "-1"},
      {"-18446744073709551617", "64", "-340282366920938463481821351505477763072", "-2"},
      {"-18446744073709551615", "64", "-340282366920938463444927863358058659840", "-1"},
      {"3", "127", "510423550381407695195061911147652317184", "0"},
      {"1606938044258990275541962092341162602522202993782792835301376", "130",
       "2187250724783011924372502227117621365353169430893212436425770606409952999199375923223513177"
       "023053824",
       "1180591620717411303424"},
      {"-1606938044258990275541962092341162602522202993782792835301377", "200",
       "-258224987808690858965591917200301187432970579282922351283066096347869188100711673659173769"
       "4442740353638896954765582794752",
       "-2"},
      {"1", "-1", "ValueError: negative shift count", "ValueError: negative shift count"},
      {"0", "1208925819614629174706176", "0", "0"},
      {"1", "1208925819614629174706176", "OverflowError: too many digits in integer", "0"},
      {"-1", "1208925819614629174706176", "OverflowError: too many digits in integer", "-1"},
  };
  for (const ShiftCase& c : kShifts) {
    BigInt left, right;
    SCOPED_TRACE(std::string(c.n) + " by " + c.count);
    Status s = big_shift_left(big(c.n), big(c.count), left);
    EXPECT_EQ(outcome(s, text_of(left)), c.left);
    s = big_shift_right(big(c.n), big(c.count), right);
    EXPECT_EQ(outcome(s, text_of(right)), c.right);
  }
}

TEST(BigIntBits, LengthCountAndBytes) {
  EXPECT_EQ(big_bit_length(big("0")), 0u);
  EXPECT_EQ(big_bit_count(big("0")), 0u);
  EXPECT_EQ(big_bit_length(big("1")), 1u);
  EXPECT_EQ(big_bit_count(big("1")), 1u);
  EXPECT_EQ(big_bit_length(big("-1")), 1u);
  EXPECT_EQ(big_bit_count(big("-1")), 1u);
  EXPECT_EQ(big_bit_length(big("255")), 8u);
  EXPECT_EQ(big_bit_count(big("255")), 8u);
  EXPECT_EQ(big_bit_length(big("256")), 9u);
  EXPECT_EQ(big_bit_count(big("256")), 1u);
  EXPECT_EQ(big_bit_length(big("-256")), 9u);
  EXPECT_EQ(big_bit_count(big("-256")), 1u);
  EXPECT_EQ(big_bit_length(big("18446744073709551615")), 64u);
  EXPECT_EQ(big_bit_count(big("18446744073709551615")), 64u);
  EXPECT_EQ(big_bit_length(big("18446744073709551616")), 65u);
  EXPECT_EQ(big_bit_count(big("18446744073709551616")), 1u);
  EXPECT_EQ(big_bit_length(big("-1267650600228229401496703205376")), 101u);
  EXPECT_EQ(big_bit_count(big("-1267650600228229401496703205376")), 1u);
  std::string bytes;
  EXPECT_TRUE(big_to_bytes(BigOperand(-2), 3, false, true, bytes));
  EXPECT_EQ(bytes, "\377\377\376");
  EXPECT_FALSE(big_to_bytes(BigOperand(128), 1, false, true, bytes));
  EXPECT_FALSE(big_to_bytes(BigOperand(-1), 1, false, false, bytes));
  EXPECT_EQ(bytes.size(), 3u);
  EXPECT_EQ(text_of(big_from_bytes("\377\377\376", false, true)), "-2");
  EXPECT_EQ(text_of(big_from_bytes("\001\002", true, false)), "513");
  EXPECT_EQ(text_of(big_from_bytes("\377\377\377\377\377\377\377\377", true, true)), "-1");
}

}  // namespace gilsim
