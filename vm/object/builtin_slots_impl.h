// What: the special methods of the built-in classes: what a subclass inherits and super() or
// list.__getitem__ finds. Idea: each runs the operation of the layout (by_kind.h) and knows nothing
// of classes, so it ends the search that led to it. The methods
//   that a type's own file adds later under the same name replace these.
// Threads: any.
// Not here: constructors, and the other methods of each type.
#pragma once

#include <array>
#include <cmath>
#include <initializer_list>

#include "vm/object/protocol_text_impl.h"

namespace gilsim {

template <class V>
struct BuiltinSlots {
  using A = const NativeArgs&;

  // ---- the methods
  template <BinaryOp kOp, bool kReflected>
  static Value binary(VmThread& t, A args) {
    return kReflected ? ByKind<V>::binary(t, kOp, args.values[1], args.values[0])
                      : ByKind<V>::binary(t, kOp, args.values[0], args.values[1]);
  }
  template <BinaryOp kOp>
  static Value inplace(VmThread& t, A args) {
    return ByKind<V>::inplace(t, kOp, args.values[0], args.values[1]);
  }
  template <CompareOp kOp>
  static Value compare(VmThread& t, A args) {
    return ByKind<V>::compare(t, kOp, args.values[0], args.values[1]);
  }
  static Value len(VmThread& t, A args) {
    bool handled = false;
    int64_t n = ByKind<V>::length(t, args.values[0], handled);
    return n < 0 ? Value() : Heap<V>::integer(t, n);
  }
  static Value getitem(VmThread& t, A args) {
    bool handled = false;
    return ByKind<V>::get_item(t, args.values[0], args.values[1], handled);
  }
  static Value setitem(VmThread& t, A args) {
    bool handled = false;
    return ByKind<V>::set_item(t, args.values[0], args.values[1], args.values[2], handled)
               ? Value::none()
               : Value();
  }
  static Value delitem(VmThread& t, A args) {
    bool handled = false;
    return ByKind<V>::set_item(t, args.values[0], args.values[1], Value(), handled) ? Value::none()
                                                                                    : Value();
  }
  static Value contains(VmThread& t, A args) {
    int result = ByKind<V>::contains(t, args.values[0], args.values[1]);
    if (result == ByKind<V>::kUnhandled) return range_contains(t, args);
    return result < 0 ? Value() : Value::boolean(result);
  }
  // A range and something that is no int: element by element.
  static Value range_contains(VmThread& t, A args) {
    Ref<V> list(Protocol<V>::to_list(t, args.values[0]));
    int result = list ? ByKind<V>::contains(t, list.get(), args.values[1]) : -1;
    return result < 0 ? Value() : Value::boolean(result);
  }
  static Value iter(VmThread& t, A args) {
    bool handled = false;
    return ByKind<V>::iterate(t, args.values[0], handled);
  }
  static Value next(VmThread& t, A args) {
    bool handled = false;
    Value value = ByKind<V>::next(t, args.values[0], handled);
    return value || t.pending ? value : Errors<V>::raise_stop(t, Value::none());
  }
  static Value repr(VmThread& t, A args) {
    bool handled = false;
    Str* text = ByKind<V>::repr(t, args.values[0], handled);
    if (text) return Value(text);
    return handled || t.pending ? Value() : ClassNatives<V>::object_repr(t, args);
  }
  static Value hash(VmThread& t, A args) {
    bool handled = false;
    int64_t h = 0;
    return ByKind<V>::hash(t, args.values[0], h, handled) ? Heap<V>::integer(t, h) : Value();
  }
  static Value truth(VmThread& t, A args) {
    return Value::boolean(ByKind<V>::truth(t, args.values[0]) == 1);
  }
  static Value negate(VmThread& t, A args) {
    return Numbers<V>::binary(t, BinaryOp::Mul, args.values[0], Value::integer(-1));
  }
  static Value positive(VmThread& t, A args) {
    if (Numbers<V>::is_real(args.values[0]))
      return Heap<V>::real(t, Numbers<V>::real_of(args.values[0]));
    return Heap<V>::integer(t, Numbers<V>::big_of(args.values[0]));
  }
  static Value invert(VmThread& t, A args) {
    Ref<V> number(positive(t, args));
    return Numbers<V>::binary(t, BinaryOp::BitXor, number.get(), Value::integer(-1));
  }
  static Value absolute(VmThread& t, A args) {
    if (Numbers<V>::is_real(args.values[0]))
      return Heap<V>::real(t, std::fabs(Numbers<V>::real_of(args.values[0])));
    Ref<V> number(positive(t, args));
    int negative = Protocol<V>::compare_bool(t, CompareOp::Lt, number.get(), Value::integer(0));
    return negative == 1 ? Numbers<V>::binary(t, BinaryOp::Mul, number.get(), Value::integer(-1))
                         : number.take();
  }
  static Value call(VmThread& t, A args) {
    return Protocol<V>::call(t, args.values[0],
                             CallArgs{args.values + 1, args.count - 1, args.names});
  }
  // descriptor.__get__(object, class)
  static Value get(VmThread& t, A args) {
    Value object = args.values[1].is_none() ? Value() : args.values[1];
    Class* c = args.count > 2 && ClassChecks<V>::is_class(args.values[2])
                   ? args.values[2].template as<Class>()
                   : Classes<V>::class_of(t, args.values[1]);
    return Descriptors<V>::bind(t, args.values[0], object, c);
  }
  static Str* name_of(VmThread& t, Value descriptor) {
    if (descriptor.object()->kind == Kind::SlotDescriptor)
      return descriptor.as<SlotDescriptor>()->name;
    if (descriptor.object()->kind == Kind::TupleGetter) return t.isolate->empty_str;
    Str* name = descriptor.as<Property>()->name;
    return name ? name : t.isolate->empty_str;
  }
  static Value set(VmThread& t, A args) {
    return Descriptors<V>::set(t, args.values[0], args.values[1], name_of(t, args.values[0]),
                               args.values[2])
               ? Value::none()
               : Value();
  }
  static Value erase(VmThread& t, A args) {
    return Descriptors<V>::set(t, args.values[0], args.values[1], name_of(t, args.values[0]),
                               Value())
               ? Value::none()
               : Value();
  }

  // ---- the table, by Special
  using Table = std::array<NativeDef, kSpecialCount>;
  static const char* text_of(Special s) {
    static constexpr const char* kNames[] = {
#define SPECIAL(name, text) text,
#include "vm/object/specials.def"
#undef SPECIAL
    };
    return kNames[static_cast<int>(s)];
  }
  static void put(Table& table, Special s, NativeFn f, int16_t arity, int16_t most = -2) {
    uint8_t flags = kNativeMethod;
    if (s == Special::call) flags |= kNativeKeywords;
    table[static_cast<size_t>(s)] =
        NativeDef{text_of(s), f, arity, most == -2 ? arity : most, flags};
  }
  template <BinaryOp kOp>
  static void put_operator(Table& table) {
    constexpr int kFirst = static_cast<int>(Special::add) + 3 * static_cast<int>(kOp);
    put(table, static_cast<Special>(kFirst), &binary<kOp, false>, 1);
    put(table, static_cast<Special>(kFirst + 1), &binary<kOp, true>, 1);
    put(table, static_cast<Special>(kFirst + 2), &inplace<kOp>, 1);
  }
  static void put_operators(Table& table) {
    put_operator<BinaryOp::Add>(table);
    put_operator<BinaryOp::Sub>(table);
    put_operator<BinaryOp::Mul>(table);
    put_operator<BinaryOp::TrueDiv>(table);
    put_operator<BinaryOp::FloorDiv>(table);
    put_operator<BinaryOp::Mod>(table);
    put_operator<BinaryOp::Pow>(table);
    put_operator<BinaryOp::LShift>(table);
    put_operator<BinaryOp::RShift>(table);
    put_operator<BinaryOp::BitAnd>(table);
    put_operator<BinaryOp::BitOr>(table);
    put_operator<BinaryOp::BitXor>(table);
    put(table, Special::lt, &compare<CompareOp::Lt>, 1);
    put(table, Special::le, &compare<CompareOp::Le>, 1);
    put(table, Special::eq, &compare<CompareOp::Eq>, 1);
    put(table, Special::ne, &compare<CompareOp::Ne>, 1);
    put(table, Special::gt, &compare<CompareOp::Gt>, 1);
    put(table, Special::ge, &compare<CompareOp::Ge>, 1);
  }
  static const Table& table() {
    static const Table kTable = [] {
      Table table{};
      put_operators(table);
      put(table, Special::len, &len, 0);
      put(table, Special::getitem, &getitem, 1);
      put(table, Special::setitem, &setitem, 2);
      put(table, Special::delitem, &delitem, 1);
      put(table, Special::contains, &contains, 1);
      put(table, Special::iter, &iter, 0);
      put(table, Special::next, &next, 0);
      put(table, Special::repr, &repr, 0);
      put(table, Special::hash, &hash, 0);
      put(table, Special::bool_, &truth, 0);
      put(table, Special::neg, &negate, 0);
      put(table, Special::pos, &positive, 0);
      put(table, Special::invert, &invert, 0);
      put(table, Special::abs, &absolute, 0);
      put(table, Special::call, &call, 0, -1);
      put(table, Special::get, &get, 1, 2);
      put(table, Special::set, &set, 2);
      put(table, Special::delete_, &erase, 1);
      return table;
    }();
    return kTable;
  }

  // ---- which class has which
  static void add(VmThread& t, Kind kind, std::initializer_list<Special> specials) {
    Class* c = t.isolate->classes[static_cast<int>(kind)];
    for (Special s : specials) Classes<V>::add_methods(t, c, &table()[static_cast<size_t>(s)], 1);
  }
  // Operators with their reflected, and maybe augmented, forms.
  static void add_operators(VmThread& t, Kind kind, std::initializer_list<BinaryOp> ops,
                            bool reflected, bool augmented) {
    for (BinaryOp op : ops) {
      add(t, kind, {Operators<V>::special_of(op, Operators<V>::kForward)});
      if (reflected) add(t, kind, {Operators<V>::special_of(op, Operators<V>::kReflected)});
      if (augmented) add(t, kind, {Operators<V>::special_of(op, Operators<V>::kAugmented)});
    }
  }
  static void add_order(VmThread& t, Kind kind) {
    add(t, kind, {Special::lt, Special::le, Special::eq, Special::ne, Special::gt, Special::ge});
  }
  static void make_unhashable(VmThread& t, Kind kind) {
    Class* c = t.isolate->classes[static_cast<int>(kind)];
    Dicts<V>::set_str(t, c->dict, t.isolate->specials[static_cast<int>(Special::hash)],
                      Value::none());
    Classes<V>::invalidate(t, c);
  }

  static void add_numbers(VmThread& t) {
    using B = BinaryOp;
    for (Kind kind : {Kind::Int, Kind::Float}) {
      add_operators(t, kind, {B::Add, B::Sub, B::Mul, B::TrueDiv, B::FloorDiv, B::Mod, B::Pow},
                    true, false);
      add_order(t, kind);
      add(t, kind, {Special::hash, Special::bool_, Special::neg, Special::pos, Special::abs});
    }
    add_operators(t, Kind::Int, {B::LShift, B::RShift, B::BitAnd, B::BitOr, B::BitXor}, true,
                  false);
    add(t, Kind::Int, {Special::invert});
    add(t, Kind::Bool, {Special::repr});
    for (Kind kind : {Kind::NoneType, Kind::NotImplementedType, Kind::EllipsisType})
      add(t, kind, {Special::repr});
    add(t, Kind::NoneType, {Special::bool_, Special::hash});
  }

  static void add_sequences(VmThread& t) {
    using B = BinaryOp;
    for (Kind kind : {Kind::Str, Kind::Bytes, Kind::ByteArray, Kind::List, Kind::Tuple}) {
      add_operators(t, kind, {B::Add}, false, kind == Kind::List || kind == Kind::ByteArray);
      add_operators(t, kind, {B::Mul}, true, kind == Kind::List);
      add_order(t, kind);
      add(t, kind, {Special::len, Special::contains, Special::iter});
    }
    add_operators(t, Kind::Str, {B::Mod}, false, false);
    for (Kind kind : {Kind::Str, Kind::List, Kind::Tuple, Kind::Range})
      add(t, kind, {Special::getitem});
    for (Kind kind : {Kind::List, Kind::Tuple, Kind::Range, Kind::Slice})
      add(t, kind, {Special::repr});
    for (Kind kind : {Kind::Str, Kind::Tuple, Kind::Range}) add(t, kind, {Special::hash});
    add(t, Kind::List, {Special::setitem, Special::delitem});
    add(t, Kind::Range,
        {Special::eq, Special::ne, Special::len, Special::contains, Special::iter, Special::bool_});
    add(t, Kind::Slice, {Special::eq, Special::ne});
    for (Kind kind : {Kind::List, Kind::ByteArray, Kind::Slice}) make_unhashable(t, kind);
  }

  static void add_tables(VmThread& t) {
    using B = BinaryOp;
    add_operators(t, Kind::Dict, {B::BitOr}, true, true);
    add(t, Kind::Dict,
        {Special::eq, Special::ne, Special::getitem, Special::setitem, Special::delitem});
    for (Kind kind : {Kind::Set, Kind::FrozenSet, Kind::DictView, Kind::DictItems}) {
      add_operators(t, kind, {B::BitOr, B::BitAnd, B::Sub, B::BitXor}, true, kind == Kind::Set);
      add_order(t, kind);
    }
    for (Kind kind : {Kind::Dict, Kind::Set, Kind::FrozenSet, Kind::DictView, Kind::DictItems,
                      Kind::DictValues}) {
      add(t, kind, {Special::len, Special::iter, Special::contains, Special::repr});
    }
    add(t, Kind::FrozenSet, {Special::hash});
    for (Kind kind : {Kind::Dict, Kind::Set, Kind::DictView, Kind::DictItems})
      make_unhashable(t, kind);
  }

  static void add_others(VmThread& t) {
    for (Kind kind : {Kind::Generator, Kind::RangeIterator, Kind::ListIterator, Kind::TupleIterator,
                      Kind::ReverseIterator, Kind::StrIterator, Kind::BytesIterator,
                      Kind::DictIterator, Kind::SetIterator, Kind::SequenceIterator,
                      Kind::CallIterator, Kind::Enumerate, Kind::Zip, Kind::Map, Kind::Filter}) {
      add(t, kind, {Special::iter, Special::next});
    }
    for (Kind kind : {Kind::Function, Kind::NativeFunction, Kind::BoundMethod, Kind::ClassMethod,
                      Kind::StaticMethod, Kind::Generator, Kind::Code, Kind::Module, Kind::Super,
                      Kind::Cell, Kind::SlotDescriptor}) {
      add(t, kind, {Special::repr});
    }
    for (Kind kind : {Kind::Function, Kind::NativeFunction, Kind::BoundMethod, Kind::StaticMethod})
      add(t, kind, {Special::call});
    for (Kind kind : {Kind::Function, Kind::NativeFunction, Kind::ClassMethod, Kind::StaticMethod,
                      Kind::Property, Kind::SlotDescriptor}) {
      add(t, kind, {Special::get});
    }
    for (Kind kind : {Kind::Property, Kind::SlotDescriptor})
      add(t, kind, {Special::set, Special::delete_});
    for (Kind kind : {Kind::BoundMethod, Kind::NativeFunction})
      add(t, kind, {Special::eq, Special::ne, Special::hash});
  }

  static void create(VmThread& t) {
    add_numbers(t);
    add_sequences(t);
    add_tables(t);
    add_others(t);
  }
};

}  // namespace gilsim
