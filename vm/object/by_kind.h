// What: operations on the payload of built-in layouts, whatever the class: what both the generic
// protocol (for exact types) and the
//   special methods of the built-in classes (for their subclasses) run.
// Invariants: I1 none of them asks the class of its first operand for a special method of the same
// name, so that a special method that is
//   one of these ends here.
// Threads: any.
// Not here: dispatch (protocol_*_impl.h).
#pragma once

#include <vector>

#include "vm/object/ops.h"

namespace gilsim {

// The layout of any value.
inline Kind layout_of(Value v) {
  if (v.is_object()) return v.object()->kind;
  if (v.is_int()) return Kind::Int;
  if (v.is_real()) return Kind::Float;
  if (v.is_bool()) return Kind::Bool;
  if (v.is_none()) return Kind::NoneType;
  return v == Value::not_implemented() ? Kind::NotImplementedType : Kind::EllipsisType;
}
constexpr bool is_number(Kind k) { return k == Kind::Int || k == Kind::Float || k == Kind::Bool; }
constexpr bool is_integer(Kind k) { return k == Kind::Int || k == Kind::Bool; }
constexpr bool is_set(Kind k) { return k == Kind::Set || k == Kind::FrozenSet; }
constexpr bool is_bytes(Kind k) { return k == Kind::Bytes || k == Kind::ByteArray; }
// What * repeats.
constexpr bool is_repeatable(Kind k) {
  return k == Kind::Str || k == Kind::List || k == Kind::Tuple || k == Kind::Deque || is_bytes(k);
}
constexpr bool is_equality(CompareOp op) { return op == CompareOp::Eq || op == CompareOp::Ne; }
// Views of a dict that behave as sets.
constexpr bool is_set_view(Kind k) { return k == Kind::DictView || k == Kind::DictItems; }

template <class V>
struct ByKind {
  static constexpr Value kNotImplemented = Value::not_implemented();
  // Where an operation has no meaning for a layout, and others may know more.
  static constexpr int kUnhandled = -2;

  // ---- by_kind_binary_impl.h: NotImplemented where the layouts do not fit.
  static Value binary(VmThread& t, BinaryOp op, Value a, Value b);
  static Value inplace(VmThread& t, BinaryOp op, Value a, Value b);
  // ---- by_kind_compare_impl.h
  static Value compare(VmThread& t, CompareOp op, Value a, Value b);
  // ---- by_kind_sets_impl.h
  static Value set_binary(VmThread& t, BinaryOp op, Value a, Value b);
  static Value set_inplace(VmThread& t, BinaryOp op, Set* a, Value b);
  static Value set_compare(VmThread& t, CompareOp op, Value a, Value b);
  static Value dict_union(VmThread& t, Dict* a, Value b, bool inplace);
  // ---- by_kind_items_impl.h: handled false (and no exception): not this layout's.
  static int64_t length(VmThread& t, Value v, bool& handled);
  static Value get_item(VmThread& t, Value container, Value key, bool& handled);
  static bool set_item(VmThread& t, Value container, Value key, Value value,
                       bool& handled);                            // value null: delete
  static int contains(VmThread& t, Value container, Value item);  // kUnhandled
  static bool hash(VmThread& t, Value v, int64_t& out, bool& handled);
  static int truth(VmThread& t, Value v);  // kUnhandled
  // ---- by_kind_iteration_impl.h
  static Value iterate(VmThread& t, Value v, bool& handled);
  static Value next(VmThread& t, Value iterator, bool& handled);
  // ---- by_kind_text_impl.h
  static Str* repr(VmThread& t, Value v, bool& handled);

  // A set's elements, owned, as they were at one moment.
  static std::vector<Value> set_snapshot(Set* set);
};

}  // namespace gilsim
