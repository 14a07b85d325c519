// What: the table.
#include "experiments/runner/interleaving.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace gilsim {

namespace {

constexpr size_t kMaxRows = 200;
constexpr size_t kTableWidth = 118;
constexpr size_t kNarrowest = 24;

// The last `"FILE", line N` of a description.
void read_place(const std::string& text, std::string& file, int& line) {
  size_t at = text.rfind("\", line ");
  if (at == std::string::npos) return;
  size_t open = text.rfind('"', at - 1);
  file = text.substr(open + 1, at - open - 1);
  line = std::atoi(text.c_str() + at + 8);
}

std::string cut(const std::string& text, size_t width) {
  if (text.size() <= width) return text;
  return text.substr(0, width - 3) + "...";
}

}  // namespace

void Interleaving::add(const ThreadRecord& record, bool timeout, uint32_t decisions) {
  Step step{record.serial, "", 0, timeout, decisions};
  std::string where;
  if (record.describe) record.describe(record, where);
  read_place(where, step.file, step.line);
  if (names_.size() < record.serial) names_.resize(record.serial);
  names_[record.serial - 1] = record.name.get();
  steps_.push_back(step);
}

std::string Interleaving::place_of_decision(uint32_t decision) const {
  const Step* last = nullptr;
  for (const Step& step : steps_) {
    if (step.decisions <= decision && step.line != 0) last = &step;
  }
  return last ? fmt::format("{}:{}", last->file, last->line) : "the start";
}

std::string Interleaving::text(const std::string& source, const std::string& path) const {
  std::vector<std::string> lines;
  std::istringstream stream(source);
  for (std::string line; std::getline(stream, line);) {
    size_t begin = line.find_first_not_of(" \t");
    lines.push_back(begin == std::string::npos ? "" : line.substr(begin));
  }
  std::vector<uint32_t> columns;  // threads that have a step to show
  std::vector<Step> rows;
  for (const Step& step : steps_) {
    if (step.line == 0) continue;
    if (std::ranges::find(columns, step.thread) == columns.end()) columns.push_back(step.thread);
    bool same = !rows.empty() && rows.back().thread == step.thread && !step.timeout &&
                rows.back().line == step.line && rows.back().file == step.file;
    if (!same) rows.push_back(step);
  }
  if (rows.empty()) return "";
  std::ranges::sort(columns);
  size_t width = std::max(kNarrowest, kTableWidth / columns.size() - 2);
  std::string text = "the interleaving, a line a stretch of steps of one line:\n";
  for (uint32_t thread : columns) {
    std::string name =
        names_[thread - 1].empty() ? fmt::format("thread {}", thread) : names_[thread - 1];
    text += fmt::format("{:<{}}  ", cut(name, width), width);
  }
  text += "\n";
  for (size_t k = 0; k < rows.size() && k < kMaxRows; ++k) {
    const Step& row = rows[k];
    size_t column = static_cast<size_t>(std::ranges::find(columns, row.thread) - columns.begin());
    std::string place = row.file == path ? fmt::format("{:>4}", row.line)
                                         : fmt::format("{}:{}", row.file, row.line);
    std::string code =
        row.file == path && row.line >= 1 && static_cast<size_t>(row.line) <= lines.size()
            ? lines[static_cast<size_t>(row.line) - 1]
            : "";
    std::string cell = place + (row.timeout ? "  (its wait times out) " : "  ") + code;
    text += std::string(column * (width + 2), ' ') + cut(cell, width) + "\n";
  }
  if (rows.size() > kMaxRows) text += fmt::format("... and {} more\n", rows.size() - kMaxRows);
  return text;
}

}  // namespace gilsim
