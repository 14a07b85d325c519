// What: histograms of durations: exact counts, percentiles within an eighth, merging.
#include "gil/platform/histogram.h"

#include <gtest/gtest.h>

#include <vector>

namespace gilsim {
namespace {

TEST(Histogram, EmptyHasNothing) {
  Histogram h;
  EXPECT_EQ(h.count(), 0u);
  EXPECT_EQ(h.percentile(0.5), 0);
  EXPECT_EQ(h.max_ns(), 0);
}

TEST(Histogram, PercentilesAreWithinAnEighth) {
  Histogram h;
  for (Nanos ns = 1; ns <= 100000; ++ns) h.add(ns);
  EXPECT_EQ(h.count(), 100000u);
  EXPECT_EQ(h.sum_ns(), Nanos{100000} * 100001 / 2);
  EXPECT_EQ(h.max_ns(), 100000);
  for (double share : {0.001, 0.01, 0.5, 0.9, 0.99, 1.0}) {
    Nanos exact = static_cast<Nanos>(share * 100000);
    EXPECT_GE(h.percentile(share), exact) << share;
    EXPECT_LE(h.percentile(share), exact + exact / 8 + 1) << share;
  }
}

// Each value's bucket ends at or above it, at most an eighth above.
TEST(Histogram, EveryValueIsInItsBucket) {
  for (Nanos ns : {0ll, 1ll, 7ll, 8ll, 9ll, 15ll, 16ll, 17ll, 1000ll, 4095ll, 4096ll, 5000000ll,
                   123456789ll, 1000000000000ll}) {
    Histogram h;
    h.add(ns);
    h.add(ns + ns / 2 + 2);  // so that the longest does not cut the bound short
    EXPECT_GE(h.percentile(0.5), ns);
    EXPECT_LE(h.percentile(0.5), ns + ns / 8);
  }
}

TEST(Histogram, LongestAndShortest) {
  Histogram h;
  h.add(-5);
  h.add(INT64_MAX / 2);
  EXPECT_EQ(h.percentile(0.5), 0);
  EXPECT_EQ(h.percentile(1), h.max_ns());
}

TEST(Histogram, Merging) {
  Histogram a, b, both;
  for (Nanos ns = 1; ns < 5000; ns += 3) {
    (ns % 2 ? a : b).add(ns * 7);
    both.add(ns * 7);
  }
  a.merge(b);
  EXPECT_EQ(a.count(), both.count());
  EXPECT_EQ(a.max_ns(), both.max_ns());
  EXPECT_EQ(a.percentile(0.9), both.percentile(0.9));
}

}  // namespace
}  // namespace gilsim
