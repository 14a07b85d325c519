// What: "Did you mean": the name that is nearest to a wrong one.
// Idea: the edit distance of Levenshtein with half costs for a change of case, and CPython's limit
// of how far is too far. Threads: pure functions. Not here: where the candidates come from
// (traceback_impl.h).
#pragma once

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gilsim {

inline constexpr size_t kMoveCost = 2;
inline constexpr size_t kCaseCost = 1;
inline constexpr size_t kMaxNameLength = 40;  // longer names are not compared
inline constexpr size_t kMaxCandidates = 750;

inline size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  bool same_letter =
      std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  return same_letter ? kCaseCost : kMoveCost;
}

// The distance, or more than `most` if it is larger than that.
inline size_t edit_distance(std::string_view a, std::string_view b, size_t most) {
  if (a.size() > kMaxNameLength || b.size() > kMaxNameLength) return most + 1;
  std::vector<size_t> row(b.size() + 1);
  for (size_t k = 0; k <= b.size(); ++k) row[k] = k * kMoveCost;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i * kMoveCost;
    size_t best = row[0];
    for (size_t k = 1; k <= b.size(); ++k) {
      size_t up = row[k];
      row[k] = std::min({up + kMoveCost, row[k - 1] + kMoveCost,
                         diagonal + substitution_cost(a[i - 1], b[k - 1])});
      diagonal = up;
      best = std::min(best, row[k]);
    }
    if (best > most) return most + 1;
  }
  return row[b.size()];
}

// Empty: none is near enough.
inline std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  if (candidates.size() >= kMaxCandidates || name.empty()) return {};
  std::string best;
  size_t distance = SIZE_MAX;
  for (const std::string& candidate : candidates) {
    if (candidate == name) continue;
    size_t most = (candidate.size() + name.size() + 3) * kMoveCost / 6;
    most = std::min(most, distance - 1);
    size_t d = edit_distance(name, candidate, most);
    if (d > most) continue;
    if (best.empty() || d < distance) {
      best = candidate;
      distance = d;
    }
  }
  return best;
}

}  // namespace gilsim
