// What: a comparison as a table and as JSON. Nothing here but what follows from the samples.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "experiments/runner/compare.h"
#include "experiments/runner/provenance.h"

namespace gilsim {

namespace {

constexpr double kParallelismChange = 0.05;

bool is_sim(const CompareRequest& request) { return request.world == World::kSim; }

std::string count_text(uint32_t count) { return count ? std::to_string(count) : "-"; }

// The speed-up, or why there is none.
std::string ratio_text(const CompareRow* base, const CompareRow& row) {
  if (!base) return "-";
  std::vector<double> ratios = pair_ratios(*base, row);
  if (ratios.empty()) return "-";
  if (spread(ratios) > kUnstableSpread) return "unstable";
  return fmt::format("{:.2f}", median(ratios));
}

std::string notes_of(const CompareRow& row) {
  std::string notes;
  if (spread(row.seconds) > kUnstableSpread)
    notes += fmt::format("  unstable (spread {:.0f} %)", 100 * spread(row.seconds));
  if (row.noisy)
    notes += "  machine not idle";
  else if (row.rejected)
    notes += fmt::format("  {} repeated, machine not idle", row.rejected);
  return notes;
}

std::string settings_text(const CompareRequest& request) {
  std::string text;
  if (!request.gil.empty()) text += ", gil " + request.gil;
  if (request.seed) text += fmt::format(", seed {}", request.seed);
  for (const std::string& setting : request.settings) text += ", " + setting;
  return text;
}

std::string title(const CompareRequest& request, const CompareResult& result) {
  std::string text = request.program;
  for (const std::string& argument : request.arguments) text += " " + argument;
  if (is_sim(request)) {
    text += " in world sim (predicted: virtual time by the cost model, whose error is not measured";
  } else {
    text += fmt::format(" in world os ({} processors, {} sample{} a row", result.processors,
                        request.repeats, request.repeats == 1 ? "" : "s");
  }
  return text + settings_text(request) + ")\n";
}

std::string row_line(const CompareRequest& request, const CompareResult& result,
                     const CompareRow& row, size_t name_width) {
  std::string head = fmt::format("{:<{}}{:>8}{:>7}", row.mode, name_width, count_text(row.threads),
                                 count_text(row.cores));
  if (!row.counts()) return head + "  " + row.problem + "\n";
  auto figure = [](const std::vector<double>& values, const char* form, double factor) {
    return values.empty() ? "-" : fmt::format(fmt::runtime(form), factor * median(values));
  };
  // Real seconds are not set against virtual ones.
  bool other_clock = is_sim(request) && row.external;
  return head + fmt::format("{:>12.4f}{:>12.4f}{:>10}{:>10}{:>11}{:>12}{}{}\n", median(row.seconds),
                            median(row.cpu_s), ratio_text(own_base(result, row), row),
                            other_clock ? "-" : ratio_text(best_base(request, result), row),
                            figure(row.wait_share, "{:.1f} %", 100),
                            figure(row.hand_overs, "{:.0f}", 1), notes_of(row),
                            other_clock ? "  real seconds" : "");
}

std::string parallelism_text(const CompareRequest& request, const CompareResult& result) {
  if (is_sim(request)) return "";
  const Parallelism& parallelism = result.parallelism;
  if (parallelism.before.empty() || parallelism.after.empty()) {
    return "achievable parallelism: not measured (it takes a mode that runs, and --threads or a "
           "mode with an interpreter lock)\n";
  }
  double before = median(parallelism.before), after = median(parallelism.after);
  return fmt::format(
      "achievable parallelism ({} separate {}processes in mode {}): {:.2f} before, "
      "{:.2f} after{}\n",
      result.processors, parallelism.single_threaded ? "one-thread " : "", parallelism.mode, before,
      after,
      std::fabs(after / before - 1) > kParallelismChange
          ? ": they differ by over 5 %, so treat speed-ups as unstable"
          : "");
}

nlohmann::json ratio_json(const CompareRow* base, const CompareRow& row) {
  if (!base || !row.counts()) return nullptr;
  std::vector<double> ratios = pair_ratios(*base, row);
  if (ratios.empty()) return nullptr;
  return {{"against_mode", base->mode},
          {"against_threads", base->threads},
          {"against_cores", base->cores},
          {"pairs", ratios},
          {"median", median(ratios)},
          {"spread", spread(ratios)},
          {"unstable", spread(ratios) > kUnstableSpread}};
}

nlohmann::json row_json(const CompareRequest& request, const CompareResult& result,
                        const CompareRow& row) {
  constexpr size_t kOutputKept = 4096;
  nlohmann::json entry = {{"mode", row.mode},
                          {"external", row.external},
                          {"threads", row.threads},
                          {"cores", row.cores},
                          {"seconds", row.seconds},
                          {"cpu_s", row.cpu_s},
                          {"median_s", median(row.seconds)},
                          {"median_cpu_s", median(row.cpu_s)},
                          {"spread", spread(row.seconds)},
                          {"unstable", spread(row.seconds) > kUnstableSpread},
                          {"rejected", row.rejected},
                          {"noisy", row.noisy},
                          {"problem", row.problem},
                          {"output", row.output.substr(0, kOutputKept)},
                          {"output_bytes", row.output.size()}};
  bool other_clock = is_sim(request) && row.external;
  entry["speed_up_own"] = ratio_json(own_base(result, row), row);
  entry["speed_up_best"] = ratio_json(other_clock ? nullptr : best_base(request, result), row);
  if (!row.wait_share.empty()) entry["lock_wait_share"] = median(row.wait_share);
  if (!row.hand_overs.empty()) entry["hand_overs"] = median(row.hand_overs);
  return entry;
}

nlohmann::json sample_json(const CompareResult& result, const CompareSample& sample) {
  const CompareRow& row = result.rows[sample.row];
  nlohmann::json entry = {{"row", sample.row},
                          {"mode", row.mode},
                          {"threads", row.threads},
                          {"cores", row.cores},
                          {"round", sample.round},
                          {"started_at", sample.started_at},
                          {"seconds", sample.seconds},
                          {"wall_s", sample.wall_s},
                          {"cpu_s", sample.cpu_s},
                          {"memory_kib", sample.memory_kib},
                          {"foreign_share", sample.foreign_share},
                          {"others_before", sample.others_before},
                          {"others_after", sample.others_after},
                          {"idle", sample.idle},
                          {"accepted", sample.accepted}};
  if (sample.wait_share >= 0) entry["lock_wait_share"] = sample.wait_share;
  if (sample.hand_overs >= 0) entry["hand_overs"] = sample.hand_overs;
  return entry;
}

}  // namespace

std::string compare_text(const CompareRequest& request, const CompareResult& result) {
  size_t name_width = 16;
  for (const CompareRow& row : result.rows) name_width = std::max(name_width, row.mode.size() + 1);
  std::string text = title(request, result);
  text += fmt::format("{:<{}}{:>8}{:>7}{:>12}{:>12}{:>10}{:>10}{:>11}{:>12}\n", "mode", name_width,
                      "threads", "cores", is_sim(request) ? "virtual s" : "wall s", "CPU s",
                      "x own", "x best", "lock wait", "hand-overs");
  for (const CompareRow& row : result.rows) text += row_line(request, result, row, name_width);
  text += fmt::format(
      "x own: speed-up against the mode's own first row; x best: against the best {}.\n",
      request.threads.empty() ? "of the first rows" : "one-thread row");
  return text + parallelism_text(request, result);
}

std::string compare_json(const CompareRequest& request, const CompareResult& result) {
  nlohmann::json json;
  json["program"] = request.program;
  json["arguments"] = request.arguments;
  json["world"] = is_sim(request) ? "sim" : "os";
  json["modes"] = request.modes;
  json["gil"] = request.gil;
  json["settings"] = request.settings;
  json["seed"] = request.seed;
  json["repeats"] = request.repeats;
  json["started_at"] = result.started_at;
  json["commit"] = source_commit();
  json["binary"] = {{"path", request.binary}, {"built_at", time_of_file(request.binary)}};
  for (const auto& [name, value] : machine_facts()) json["machine"][name] = value;
  json["processors"] = result.processors;
  json["idle_gate"] = {{"foreign_share_limit", kForeignLimit}, {"max_rejections", kMaxRejections}};
  json["parallelism_before"] = median(result.parallelism.before);
  json["parallelism_after"] = median(result.parallelism.after);
  json["parallelism"] = {{"mode", result.parallelism.mode},
                         {"single_threaded", result.parallelism.single_threaded},
                         {"before", result.parallelism.before},
                         {"after", result.parallelism.after}};
  json["rows"] = nlohmann::json::array();
  for (const CompareRow& row : result.rows) json["rows"].push_back(row_json(request, result, row));
  json["samples"] = nlohmann::json::array();  // in the order they were taken
  for (const CompareSample& sample : result.samples)
    json["samples"].push_back(sample_json(result, sample));
  // What programs print, and names, may hold bytes that are no text.
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace gilsim
