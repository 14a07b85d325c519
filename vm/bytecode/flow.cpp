// What: the facts of flow.h, and what each instruction asks of them and does to them.
#include "vm/bytecode/flow.h"

#include <algorithm>
#include <deque>
#include <vector>

#include "vm/bytecode/operands.h"

namespace gilsim {

namespace {

// What a register holds. Facts above kAny are kinds of kAny; tuples know their length.
enum Fact : uint32_t {
  kUnreached,
  kNull,   // nothing
  kMaybe,  // nothing, a stale number, or a value
  kAny,    // a value
  kNone,
  kIterator,
  kList,
  kDict,
  kSet,
  kStr,
  kTuple,
  kCells,  // a tuple of cells
  kCell,
  kException,
  kSaved,  // what was being handled
};
using Facts = std::vector<uint32_t>;  // fact | length << 8

constexpr uint32_t kind_of(uint32_t fact) { return fact & 0xff; }
constexpr uint32_t length_of(uint32_t fact) { return fact >> 8; }
constexpr uint32_t with_length(Fact fact, size_t n) {
  return static_cast<uint32_t>(fact) | static_cast<uint32_t>(n) << 8;
}

uint32_t meet(uint32_t a, uint32_t b) {
  if (a == b || kind_of(b) == kUnreached) return a;
  if (kind_of(a) == kUnreached) return b;
  bool empty = kind_of(a) <= kMaybe || kind_of(b) <= kMaybe;
  return empty ? kMaybe : kAny;
}

class FlowCheck {
 public:
  explicit FlowCheck(const Code& code) : code_(code) {}

  FlowProblem run() {
    size_t n = code_.instructions.size();
    find_leaders();
    states_.resize(n);
    Facts entry(code_.register_count, kNull);
    for (uint32_t k = 0; k < code_.parameter_count(); ++k) entry[k] = kAny;
    flow_to(0, entry);
    while (!waiting_.empty() && problem_.position < 0) {
      uint32_t at = waiting_.front();
      waiting_.pop_front();
      queued_[at] = false;
      walk(at);
    }
    return problem_;
  }

 private:
  // Where ways may meet: targets of jumps and handlers.
  void find_leaders() {
    leader_.assign(code_.instructions.size() + 1, false);
    queued_.assign(code_.instructions.size() + 1, false);
    leader_[0] = true;
    for (size_t k = 0; k < code_.instructions.size(); ++k) {
      int64_t jump = jump_of(code_.instructions[k]);
      if (jump != 0 || is_jump(code_.instructions[k].op()))
        leader_[static_cast<size_t>(static_cast<int64_t>(k) + 1 + jump)] = true;
    }
    for (const Handler& h : code_.handlers) leader_[h.handler] = true;
  }
  static bool is_jump(Op op) {
    const FormatShape& shape = format_shape(op_info(op).format);
    for (int k = 0; k < shape.count; ++k) {
      if (shape.operands[static_cast<size_t>(k)].kind == OperandKind::kJump) return true;
    }
    return false;
  }
  static int64_t jump_of(Instruction i) {
    const FormatShape& shape = format_shape(op_info(i.op()).format);
    for (int k = 0; k < shape.count; ++k) {
      OperandShape operand = shape.operands[static_cast<size_t>(k)];
      if (operand.kind == OperandKind::kJump) return field_value(i, operand.field, operand.kind);
    }
    return 0;
  }

  void flow_to(uint32_t at, const Facts& facts) {
    Facts& known = states_[at];
    bool changed = known.empty();
    if (changed) {
      known = facts;
    } else {
      for (size_t k = 0; k < known.size(); ++k) {
        uint32_t met = meet(known[k], facts[k]);
        changed = changed || met != known[k];
        known[k] = met;
      }
    }
    if ((changed || code_.register_count == 0) && !queued_[at] && (changed || !visited(at))) {
      queued_[at] = true;
      waiting_.push_back(at);
    }
  }
  bool visited(uint32_t at) {
    if (seen_.empty()) seen_.assign(code_.instructions.size() + 1, false);
    return seen_[at];
  }

  // From a leader to where the way ends or meets another leader.
  void walk(uint32_t at) {
    visited(at);
    seen_[at] = true;
    facts_ = states_[at];
    for (;;) {
      at_ = at;
      Instruction i = code_.instructions[at];
      bool raises = can_raise(i);
      if (raises) reach_handlers();
      if (!step(i)) return;
      if (raises) reach_handlers();
      bool ends = i.op() == Op::Jump || i.op() == Op::Return || i.op() == Op::Raise ||
                  i.op() == Op::Reraise;
      if (is_jump(i.op())) {
        auto target = static_cast<uint32_t>(int64_t{at} + 1 + jump_of(i));
        if (i.op() == Op::ForLoop) {
          Facts taken = facts_;
          taken[i.b()] = kAny;
          flow_to(target, taken);
          set(i.a(), kNull);
        } else {
          flow_to(target, facts_);
        }
      }
      if (ends) return;
      if (leader_[++at]) return flow_to(at, facts_);
    }
  }
  // What checks only whether a register holds something raises nothing when it does. Jumps
  // backwards are safe points, where interrupts are raised.
  bool can_raise(Instruction i) const {
    switch (i.op()) {
      case Op::Nop:
      case Op::Move:
      case Op::LoadConst:
      case Op::LoadInt:
      case Op::Clear:
      case Op::MakeCell:
      case Op::LoadClosure:
      case Op::PushExc:
      case Op::PopExc:
      case Op::ExcArgs:
      case Op::LoadAssertionError:
        return false;
      case Op::Jump:
        return i.bc() < 0;
      case Op::CheckBound:
      case Op::DelLocal:
      case Op::Return:
        return kind_of(facts_[i.a()]) < kAny;
      case Op::JumpIfNone:
        return i.bc() < 0 || kind_of(facts_[i.a()]) < kAny;
      default:
        return true;
    }
  }
  void reach_handlers() {
    for (const Handler& h : code_.handlers) {
      if (at_ < h.start || at_ >= h.end) continue;
      Facts there = facts_;
      std::fill(there.begin() + h.depth, there.end(), uint32_t{kNull});
      there[h.target] = kException;
      flow_to(h.handler, there);
      return;  // the first that covers it is the one that catches
    }
  }

  // ---- asking
  bool fail(const std::string& message) {
    if (problem_.position < 0) problem_ = {at_, message};
    return false;
  }
  bool ask(uint32_t reg, Fact wanted, const char* what) {
    if (kind_of(facts_[reg]) == wanted) return true;
    return fail("register " + std::to_string(reg) + " does not hold " + what);
  }
  bool ask_value(uint32_t reg) {
    if (kind_of(facts_[reg]) >= kAny) return true;
    return fail("register " + std::to_string(reg) + " may hold nothing");
  }
  bool ask_values(uint32_t from, uint32_t count) {
    for (uint32_t k = 0; k < count; ++k) {
      if (!ask_value(from + k)) return false;
    }
    return true;
  }
  bool ask_or_none(uint32_t reg, Fact wanted, const char* what) {
    return kind_of(facts_[reg]) == kNone || ask(reg, wanted, what);
  }

  // ---- doing
  void set(uint32_t reg, uint32_t fact) { facts_[reg] = fact; }
  void clear(uint32_t from, uint32_t count) {
    for (uint32_t k = 0; k < count; ++k) set(from + k, kNull);
  }
  // Operands that the flags give up, then the register that is written.
  void finish(Instruction i) {
    const FormatShape& shape = format_shape(op_info(i.op()).format);
    for (int k = 0; k < shape.count; ++k) {
      OperandShape operand = shape.operands[static_cast<size_t>(k)];
      if (operand.kind == OperandKind::kRead && (i.x() & release_flag(operand.field)))
        set(static_cast<uint32_t>(field_value(i, operand.field, operand.kind)), kMaybe);
    }
    for (int k = 0; k < shape.count; ++k) {
      OperandShape operand = shape.operands[static_cast<size_t>(k)];
      if (operand.kind == OperandKind::kWrite)
        set(static_cast<uint32_t>(field_value(i, operand.field, operand.kind)), kAny);
    }
  }
  bool done(Instruction i) {
    finish(i);
    return true;
  }
  bool gives(Instruction i, uint32_t fact) {
    finish(i);
    set(i.a(), fact);
    return true;
  }
  // A window that is moved into what is built.
  bool build(Instruction i, uint32_t count, uint32_t fact) {
    if (!ask_values(i.b(), count)) return false;
    clear(i.b(), count);
    set(i.a(), fact);
    return true;
  }
  bool call(Instruction i, uint32_t count) {
    clear(i.a(), count);
    set(i.a(), kAny);
    return true;
  }

  uint32_t literal_fact(const Literal& literal) {
    switch (literal.kind) {
      case Literal::Kind::None:
        return kNone;
      case Literal::Kind::Str:
        return kStr;
      case Literal::Kind::Tuple:
        return with_length(kTuple, literal.items.size());
      default:
        return kAny;
    }
  }

  bool make_tuple(Instruction i) {
    bool cells = i.c() > 0;
    for (uint32_t k = 0; k < i.c(); ++k) cells = cells && kind_of(facts_[i.b() + k]) == kCell;
    return build(i, i.c(), with_length(cells ? kCells : kTuple, i.c()));
  }

  bool make_function(Instruction i) {
    const Code& inner = *code_.constants[i.b()].code;
    uint32_t window = i.c();
    uint32_t defaults = facts_[window];
    if (!ask_or_none(window, kTuple, "a tuple of defaults") ||
        !ask_or_none(window + 1, kDict, "a dict of defaults") ||
        !ask_or_none(window + 2, kDict, "a dict of annotations"))
      return false;
    if (kind_of(defaults) == kTuple && length_of(defaults) > inner.positional_count)
      return fail("more defaults than parameters");
    size_t cells = inner.free_names.size();
    bool closed = cells == 0 ? kind_of(facts_[window + 3]) == kNone
                             : facts_[window + 3] == with_length(kCells, cells);
    if (!closed) return fail("a closure that is not the one of the function's code");
    clear(window, 4);
    set(i.a(), kAny);
    return true;
  }

  bool format_value(Instruction i) {
    if ((i.c() & 4) != 0) {
      if (!ask(i.b() + 1u, kStr, "a str")) return false;
      set(i.b() + 1u, kNull);
    }
    return gives(i, kStr);
  }

  bool build_string(Instruction i) {
    for (uint32_t k = 0; k < i.c(); ++k) {
      if (!ask(i.b() + k, kStr, "a str")) return false;
    }
    return build(i, i.c(), kStr);
  }

  bool call_spread(Instruction i) {
    if (!ask_value(i.a()) || !ask_or_none(i.a() + 2u, kDict, "a dict")) return false;
    uint32_t positional = kind_of(facts_[i.a() + 1u]);
    if (positional != kTuple && positional != kCells) return ask(i.a() + 1u, kTuple, "a tuple");
    return call(i, 3);
  }

  bool unpack(Instruction i, uint32_t count) {
    finish(i);
    for (uint32_t k = 0; k < count; ++k) set(i.a() + k, kAny);
    return true;
  }

  // False: a problem was found.
  bool step(Instruction i) {
    switch (i.op()) {
      case Op::Move: {
        uint32_t fact = facts_[i.b()];
        finish(i);
        set(i.a(), fact);
        return true;
      }
      case Op::LoadConst:
        return gives(i, literal_fact(code_.constants[static_cast<size_t>(i.bc())]));
      case Op::Clear:
      case Op::DelLocal:
        set(i.a(), kNull);
        return true;
      case Op::CheckBound:
        if (kind_of(facts_[i.a()]) < kAny) set(i.a(), kAny);
        return true;
      case Op::MakeCell:
      case Op::LoadClosure:
        return gives(i, kCell);
      case Op::LoadCell:
        return ask(i.b(), kCell, "a cell") && done(i);
      case Op::StoreCell:
      case Op::DelCell:
        return ask(i.a(), kCell, "a cell") && done(i);
      case Op::GetIter:
      case Op::GetYieldFrom:
        return gives(i, kIterator);
      case Op::ForLoop:
        return ask(i.a(), kIterator, "an iterator");
      case Op::Yield: {
        uint32_t before = facts_[i.a()];
        finish(i);
        if (i.x() & kNegate) set(i.a(), i.a() == i.b() && (i.x() & kRelB) ? kMaybe : before);
        return true;
      }
      case Op::YieldFrom: {
        if (!ask(i.b(), kIterator, "an iterator")) return false;
        if (i.a() == i.b()) return fail("the iterator and what is sent to it in one register");
        return done(i);
      }
      case Op::LoadMethod:
        finish(i);
        set(i.a(), kAny);
        set(i.a() + 1u, kMaybe);
        return true;
      default:
        return build_step(i);
    }
  }
  bool build_step(Instruction i) {
    switch (i.op()) {
      case Op::BuildTuple:
        return make_tuple(i);
      case Op::BuildList:
        return build(i, i.c(), kList);
      case Op::BuildSet:
        return build(i, i.c(), kSet);
      case Op::BuildMap:
        return build(i, 2u * i.c(), kDict);
      case Op::BuildSlice:
        return build(i, 3, kAny);
      case Op::BuildString:
        return build_string(i);
      case Op::FormatValue:
        return format_value(i);
      case Op::ListAppend:
      case Op::ListExtend:
        return ask(i.a(), kList, "a list") && done(i);
      case Op::ListToTuple:
        return ask(i.b(), kList, "a list") && gives(i, with_length(kTuple, 0xffffff));
      case Op::SetAdd:
      case Op::SetUpdate:
        return ask(i.a(), kSet, "a set") && done(i);
      case Op::MapAdd:
      case Op::MapUpdate:
        return ask(i.a(), kDict, "a dict") && done(i);
      case Op::MapMerge:
        return ask(i.a(), kDict, "a dict") && ask_value(i.c()) && done(i);
      case Op::Unpack:
        return unpack(i, i.c());
      case Op::UnpackEx:
        return unpack(i, i.c() + 1u + (i.x() >> 4));
      default:
        return call_step(i);
    }
  }
  bool call_step(Instruction i) {
    switch (i.op()) {
      case Op::MakeFunction:
        return make_function(i);
      case Op::Call:
      case Op::CallKw:
        return ask_values(i.a(), 1u + i.b()) && call(i, 1u + i.b());
      case Op::CallMethod:
      case Op::CallMethodKw:
        return ask_value(i.a()) && ask_values(i.a() + 2u, i.b()) && call(i, 2u + i.b());
      case Op::CallEx:
        return call_spread(i);
      case Op::ImportName:
        if (!ask_values(i.b(), 2)) return false;
        clear(i.b(), 2);
        set(i.a(), kAny);
        return true;
      case Op::ImportFrom:
        return ask_value(i.b()) && done(i);
      case Op::ImportStar:
        return ask_value(i.a()) && done(i);
      case Op::PushExc:
        return ask(i.b(), kException, "an exception") && gives(i, kSaved);
      case Op::PopExc:
        if (!ask(i.a(), kSaved, "what was being handled")) return false;
        set(i.a(), kNull);
        return true;
      case Op::MatchExc:
        return ask(i.b(), kException, "an exception") && done(i);
      case Op::Raise:
        return true;  // checks its operands, of which x says how many there are; control ends
      case Op::Reraise:
        return ask(i.a(), kException, "an exception");
      case Op::ExcArgs:
        if (!ask(i.b(), kException, "an exception")) return false;
        return unpack(i, 3);
      case Op::WithEnter:
        if (!unpack(i, 3)) return false;
        set(i.a() + 2u, kMaybe);
        return true;
      default:
        return done(i);
    }
  }

  const Code& code_;
  std::vector<Facts> states_;  // at leaders: empty until reached
  std::vector<bool> leader_, queued_, seen_;
  std::deque<uint32_t> waiting_;
  Facts facts_;
  uint32_t at_ = 0;
  FlowProblem problem_;
};

}  // namespace

FlowProblem check_flow(const Code& code) { return FlowCheck(code).run(); }

}  // namespace gilsim
