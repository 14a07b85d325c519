// What: small text helpers: the nearest known name and a list of names for error messages, and
//   words quoted for a shell.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gilsim {

// Levenshtein's distance.
inline size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t k = 1; k <= b.size(); ++k) {
      size_t above = row[k];
      row[k] = std::min({above + 1, row[k - 1] + 1, diagonal + (a[i - 1] != b[k - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// `unknown KIND "NAME" (did you mean X? known: A, B)`.
inline std::string unknown_name(std::string_view kind, std::string_view name,
                                const std::vector<std::string_view>& known) {
  std::string_view best;
  size_t best_distance = name.size() / 3 + 2;  // one slip in short names, more in long ones
  std::string list;
  for (std::string_view candidate : known) {
    size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
    list += (list.empty() ? "" : ", ") + std::string(candidate);
  }
  std::string message = "unknown " + std::string(kind) + " \"" + std::string(name) + "\" (";
  if (!best.empty()) message += "did you mean " + std::string(best) + "? ";
  return message + "known: " + list + ")";
}

// As a POSIX shell reads it back as one word.
inline std::string shell_quoted(const std::string& word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string quoted = "'";
  for (char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace gilsim
