// What: from names to types: modes, GIL algorithms and worlds.
#include "experiments/modes/modes.h"

#include <memory>

#include "experiments/modes/configurations.h"
#include "gil/algorithm/make_gil.h"
#include "gil/base/check.h"
#include "gil/base/build.h"
#include "gil/os/interrupt_signal.h"
#include "gil/platform/interrupt.h"
#include "vm/bytecode/verifier.h"
#include "vm/compile/compiler.h"
#include "vm/interp/runtime.h"
#include "vm/modules/modules.h"
#include "vm/syntax/parser.h"

namespace gilsim {

const std::vector<ModeInfo>& all_modes() {
  static const std::vector<ModeInfo> kModes = {
#define MODE(name, configuration, gil, description) \
  {#name, gil, description, std::string_view(gil) != "none"},
#include "experiments/modes/modes.def"
#undef MODE
  };
  return kModes;
}

const ModeInfo* find_mode(std::string_view name) {
  for (const ModeInfo& mode : all_modes()) {
    if (mode.name == name) return &mode;
  }
  return nullptr;
}

bool RunRequest::has_gil() const { return gil.empty() ? find_mode(mode)->has_gil : gil != "none"; }

namespace {

// The compiler writes only code that verifies: the hostile build checks it.
constexpr bool kVerifyCompiled = kHostile;

// One run on platform P under configuration V.
template <class V>
RunReport run_in(const RunRequest& request, const ProgramSpec& spec, const std::string& gil_name) {
  using P = typename V::P;
  typename P::Options options;
  options.cores = request.cores;
  options.seed = request.seed;
  options.costs = request.costs;
  if (request.slack_ns >= 0) options.slack_ns = request.slack_ns;
  if (request.time_slice_ns >= 0) options.time_slice_ns = request.time_slice_ns;
  options.measure = request.stats || request.trace;
  options.trace = request.trace;
  RunReport report;
  report.gil = gil_name;
  catch_interrupt_signal();
  Runtime<V>* runtime = nullptr;
  auto body = [&] {
    Interrupt::aim_at(&P::self());
    if (request.memory_limit)
      MemoryLimit::set(request.memory_limit, &Interp<V>::ask_for_memory_error);
    GilParameters parameters;
    if (request.interval_ns > 0) parameters.interval_ns = request.interval_ns;
    if (request.ticks > 0) parameters.ticks = request.ticks;
    if (request.forced_switching >= 0) parameters.forced_switching = request.forced_switching != 0;
    // Leaked on purpose: daemon threads may still use them while the process ends.
    auto* gil = make_gil<P>(gil_name, parameters).release();
    runtime = new Runtime<V>(spec, *gil);
    if (request.gc_threshold > 0) runtime->isolate.gc_threshold = request.gc_threshold;
    int64_t start_ns = P::now();
    report.exit_code = runtime->run();
    report.start_ns = start_ns;
    report.end_ns = P::now();
    report.elapsed_ns = report.end_ns - start_ns;
    report.process_ns = P::process_time();
    report.cores = P::cores();
    for (ThreadRecord* record : P::threads()) {
      ThreadFigures figures{record->name.get(), record->serial, {}, record->counters};
      figures.trace = record->trace;
      figures.times = record->times;
      P::settle(*record);
      if (request.stats) P::read_kernel_times(*record);
      figures.on_core_ns = record->on_core_ns;
      figures.run_delay_ns = record->run_delay_ns;
      for (int k = 0; k < kThreadStateCount; ++k) figures.time_in_ns[k] = record->time_in_ns[k];
      report.threads.push_back(figures);
    }
  };
  RunOutcome outcome;
  if constexpr (P::kSimulated) {
    outcome = request.make_scheduler ? P::run_under(request.make_scheduler(), options, body)
                                     : P::run(options, body);
  } else {
    outcome = P::run(options, body);
  }
  Interrupt::aim_at(nullptr);
  report.deadlock = outcome.deadlock;
  report.given_up = outcome.given_up;
  if (runtime) report.thread_failures = runtime->thread_failures;
  if (!report.deadlock.empty()) flush_abandoned_streams();
  report.trace_hash = outcome.trace_hash;
  return report;
}

std::shared_ptr<const Code> compile_text(std::string_view text, std::string_view file_name,
                                         CompileMode mode, CompileFailure* failure) {
  SourceFile source{std::string(file_name), std::string(text)};
  ParseResult parsed = mode == CompileMode::kEval ? parse_expression(source) : parse_module(source);
  auto report = [&](const SyntaxProblem& problem) {
    using Kind = SyntaxProblem::Kind;
    failure->kind = problem.kind == Kind::kTabError           ? Exc::TabError
                    : problem.kind == Kind::kIndentationError ? Exc::IndentationError
                                                              : Exc::SyntaxError;
    ProblemSpan span = problem_span(source, problem);
    failure->message = problem.message;
    failure->text = source.line(problem.place.line);
    failure->printed = format_problem(source, problem);
    failure->line = span.line;
    failure->column = span.column;
    failure->end_line = span.end_line;
    failure->end_column = span.end_column;
    return nullptr;
  };
  if (!parsed.ok()) return report(*parsed.problem);
  CompileOptions options;
  options.mode = mode;
  CompileResult compiled = compile_module(source, *parsed.tree, options);
  if (!compiled.ok()) return report(*compiled.problem);
  if (kVerifyCompiled) {
    if (std::optional<VerifyProblem> problem = verify(*compiled.code))
      check_failed(problem->text().c_str(), source.name.c_str(), 0);
  }
  return compiled.code;
}

}  // namespace

std::shared_ptr<const Code> compile_program(std::string_view text, std::string_view file_name,
                                            std::string* error) {
  CompileFailure failure;
  std::shared_ptr<const Code> code = compile_text(text, file_name, CompileMode::kModule, &failure);
  if (!code) *error = failure.printed;
  return code;
}

RunReport run_program(const RunRequest& request) {
  ProgramSpec spec;
  spec.path = request.program_path;
  spec.source = request.source;
  spec.code = request.code;
  spec.arguments = request.arguments;
  spec.directory = request.directory;
  spec.working_directory = request.working_directory;
  spec.find_module = find_library_module;
  spec.compile = compile_text;
  spec.flush_streams = flush_standard_streams;
  const ModeInfo* mode = find_mode(request.mode);
  std::string gil = request.gil.empty() ? std::string(mode->gil) : request.gil;
  spec.safe_point_everywhere = gil_wants_every_instruction(gil);
  spec.quiet_library = request.quiet_library;
  spec.races = request.races;
  bool sim = request.world != World::kOs;
#define MODE(name, configuration, gil_name, description)              \
  if (request.mode == #name) {                                        \
    if constexpr (kInstantiated<configuration##Sim>)                  \
      if (sim) return run_in<configuration##Sim>(request, spec, gil); \
    if constexpr (kInstantiated<configuration##Os>)                   \
      if (!sim) return run_in<configuration##Os>(request, spec, gil); \
  }
#include "experiments/modes/modes.def"
#undef MODE
  RunReport missing;
  missing.exit_code = 2;
  std::fprintf(stderr, "gilsim: this build leaves mode \"%s\" in world %s out\n",
               request.mode.c_str(), sim ? "sim" : "os");
  return missing;
}

std::vector<std::pair<std::string_view, std::string_view>> all_gils() {
  std::vector<std::pair<std::string_view, std::string_view>> gils;
  for (const GilInfo& info : gil_infos()) gils.emplace_back(info.name, info.description);
  return gils;
}

}  // namespace gilsim
