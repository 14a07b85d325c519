// What: repr by layout, of everything that is no text or number (those come with the methods of
// their types). Idea: objects being printed are listed on the thread, so that a container inside
// itself prints as [...]. Threads: any; elements are taken one at a time and printed without a
// lock. Not here: str, bytes, numbers (their type's __repr__), the default (class_natives_impl.h).
#pragma once

#include <algorithm>
#include <string>

#include "vm/bytecode/code.h"
#include "vm/object/by_kind_iteration_impl.h"

namespace gilsim {

template <class V>
struct Printing {
  // A container being printed. entered false: it already is.
  struct Entry {
    Entry(VmThread& thread, Object* object) : t(thread) {
      entered = std::find(t.repr_stack.begin(), t.repr_stack.end(), object) == t.repr_stack.end();
      if (entered) t.repr_stack.push_back(object);
    }
    ~Entry() {
      if (entered) t.repr_stack.pop_back();
    }
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    VmThread& t;
    bool entered;
  };

  // Appends repr(v). False: pending.
  static bool add(VmThread& t, std::string& text, Value v) {
    Ref<V> part(Protocol<V>::repr(t, v));
    if (!part) return false;
    text += part.template as<Str>()->view();
    return true;
  }

  static bool add_sequence(VmThread& t, std::string& text, Value v, std::string_view open,
                           std::string_view close) {
    text += open;
    uint64_t k = 0;
    for (;; ++k) {
      Ref<V> item(Comparison<V>::item(v, k));
      if (!item) break;
      if (k) text += ", ";
      if (!add(t, text, item.get())) return false;
    }
    if (v.object()->kind == Kind::Tuple && k == 1) text += ",";
    text += close;
    return true;
  }

  static bool add_deque(VmThread& t, std::string& text, Deque* deque) {
    text += deque->cls->name->view();
    if (!add_sequence(t, text, Value(deque), "([", "]")) return false;
    if (deque->max_size >= 0) text += message({", maxlen=", std::to_string(deque->max_size)});
    text += ")";
    return true;
  }

  static bool add_dict(VmThread& t, std::string& text, Dict* dict) {
    text += "{";
    uint32_t position = 0;
    Value key, value;
    bool first = true;
    while (Dicts<V>::next_entry(t, dict, position, key, value)) {
      Ref<V> held_key(key), held_value(value);
      if (!first) text += ", ";
      first = false;
      if (!add(t, text, key)) return false;
      text += ": ";
      if (!add(t, text, value)) return false;
    }
    text += "}";
    return true;
  }

  static bool add_set(VmThread& t, std::string& text, Set* set) {
    Class* c = set->cls;
    bool plain = c == t.isolate->classes[static_cast<int>(Kind::Set)];
    Snapshot<V> items(ByKind<V>::set_snapshot(set));
    if (!plain || items.values().empty()) text += message({c->name->view(), "("});
    if (!items.values().empty()) {
      text += "{";
      bool first = true;
      for (Value v : items.values()) {
        if (!first) text += ", ";
        first = false;
        if (!add(t, text, v)) return false;
      }
      text += "}";
    }
    if (!plain || items.values().empty()) text += ")";
    return true;
  }

  static bool add_view(VmThread& t, std::string& text, DictView* view) {
    Ref<V> list(Protocol<V>::to_list(t, Value(view)));
    if (!list) return false;
    text += message({view->cls->name->view(), "("});
    if (!add_sequence(t, text, list.get(), "[", "]")) return false;
    text += ")";
    return true;
  }

  static bool add_parts(VmThread& t, std::string& text, std::string_view open,
                        std::initializer_list<Value> parts) {
    text += open;
    bool first = true;
    for (Value v : parts) {
      if (!first) text += ", ";
      first = false;
      if (!add(t, text, v)) return false;
    }
    text += ")";
    return true;
  }
  static bool add_range(VmThread& t, std::string& text, Range* r) {
    if (r->step == Value::integer(1)) return add_parts(t, text, "range(", {r->start, r->stop});
    return add_parts(t, text, "range(", {r->start, r->stop, r->step});
  }

  static bool add_container(VmThread& t, std::string& text, Value v) {
    Object* o = v.object();
    Entry entry(t, o);
    Nesting nesting(t);
    if (nesting.too_deep()) {
      Errors<V>::raise(t, Exc::RecursionError,
                       "maximum recursion depth exceeded while getting the repr of an object");
      return false;
    }
    bool open = entry.entered;
    switch (o->kind) {
      case Kind::List:
        if (open) return add_sequence(t, text, v, "[", "]");
        text += "[...]";
        return true;
      case Kind::Deque:
        if (open) return add_deque(t, text, v.as<Deque>());
        text += "[...]";
        return true;
      case Kind::Tuple:
        if (open) return add_sequence(t, text, v, "(", ")");
        text += "(...)";
        return true;
      case Kind::Dict:
        if (open) return add_dict(t, text, v.as<Dict>());
        text += "{...}";
        return true;
      case Kind::Set:
      case Kind::FrozenSet:
        if (open) return add_set(t, text, v.as<Set>());
        text += message({o->cls->name->view(), "(...)"});
        return true;
      default:
        if (open) return add_view(t, text, v.as<DictView>());
        text += "...";
        return true;
    }
  }

  // "<kind name at 0x...>"
  static std::string at(std::string_view what, std::string_view name, Object* o) {
    return message(
        {"<", what, name.empty() ? "" : " ", name, " at ", ClassNatives<V>::hex_identity(o), ">"});
  }

  static bool add_function(VmThread& t, std::string& text, Object* o) {
    switch (o->kind) {
      case Kind::Function:
        text += at("function", static_cast<Function*>(o)->qualified_name->view(), o);
        return true;
      case Kind::NativeFunction:
        return add_native(t, text, static_cast<NativeFunction*>(o));
      case Kind::BoundMethod: {
        auto* method = static_cast<BoundMethod*>(o);
        Ref<V> name(Classes<V>::get_attr_optional(
            t, method->function, t.isolate->specials[static_cast<int>(Special::qualname)]));
        if (t.pending) return false;
        bool named = name && layout_of(name.get()) == Kind::Str;
        text += message({"<bound method ", named ? name.template as<Str>()->view() : "?", " of "});
        if (!add(t, text, method->self)) return false;
        text += ">";
        return true;
      }
      case Kind::ClassMethod:
      case Kind::StaticMethod:
        text += o->kind == Kind::ClassMethod ? "<classmethod(" : "<staticmethod(";
        if (!add(t, text, static_cast<ClassMethod*>(o)->function)) return false;
        text += ")>";
        return true;
      case Kind::Generator:
        text += at("generator object", static_cast<Generator*>(o)->qualified_name->view(), o);
        return true;
      case Kind::Code: {
        auto* code = static_cast<CodeObject*>(o);
        text += message({"<code object ", code->name->view(), " at ",
                         ClassNatives<V>::hex_identity(o), ", file \"", code->file_name->view(),
                         "\", line ", std::to_string(code->code->first_line), ">"});
        return true;
      }
      default:
        return false;
    }
  }

  static bool add_native(VmThread& t, std::string& text, NativeFunction* f) {
    std::string_view name = f->def->name;
    constexpr uint8_t kTakesSelf = kNativeMethod | kNativeClassMethod;
    bool special = name.starts_with("__") && f->owner;
    if (f->self.is_null() && (f->def->flags & kTakesSelf) && f->owner) {
      text += message({special ? "<slot wrapper '" : "<method '", name, "' of '",
                       f->owner->name->view(), "' objects>"});
      return true;
    }
    if (f->self.is_null() || !(f->def->flags & kTakesSelf)) {
      text += message({"<built-in function ", name, ">"});
      return true;
    }
    Class* c = Classes<V>::class_of(t, f->self);
    std::string where =
        f->self.is_object() ? ClassNatives<V>::hex_identity(f->self.object()) : "0x0";
    text += message({special ? "<method-wrapper '" : "<built-in method ", name,
                     special ? "' of " : " of ", c->name->view(), " object at ", where, ">"});
    return true;
  }

  static bool add_module(VmThread& t, std::string& text, Module* m) {
    Ref<V> name(
        Dicts<V>::get_str(t, m->dict, t.isolate->specials[static_cast<int>(Special::name)]));
    Ref<V> file(
        Dicts<V>::get_str(t, m->dict, t.isolate->specials[static_cast<int>(Special::file)]));
    std::string shown = name && layout_of(name.get()) == Kind::Str
                            ? std::string(name.template as<Str>()->view())
                            : "?";
    text += message({"<module '", shown, "'"});
    if (file && layout_of(file.get()) == Kind::Str)
      text += message({" from '", file.template as<Str>()->view(), "'"});
    else
      text += " (built-in)";
    text += ">";
    return true;
  }

  static bool add_super(VmThread& t, std::string& text, Super* s) {
    std::string_view object = s->object ? Classes<V>::class_name(t, s->object) : std::string_view();
    text += message({"<super: <class '", s->start ? s->start->name->view() : "NULL", "'>, ",
                     s->object ? message({"<", object, " object>"}) : std::string("NULL"), ">"});
    return true;
  }
};

template <class V>
Str* ByKind<V>::repr(VmThread& t, Value v, bool& handled) {
  using Print = Printing<V>;
  handled = true;
  std::string text;
  bool good = true;
  switch (layout_of(v)) {
    case Kind::NoneType:
      text = "None";
      break;
    case Kind::Bool:
      text = v.is_true() ? "True" : "False";
      break;
    case Kind::NotImplementedType:
      text = "NotImplemented";
      break;
    case Kind::EllipsisType:
      text = "Ellipsis";
      break;
    case Kind::List:
    case Kind::Deque:
    case Kind::Tuple:
    case Kind::Dict:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::DictView:
    case Kind::DictValues:
    case Kind::DictItems:
      good = Print::add_container(t, text, v);
      break;
    case Kind::Range:
      good = Print::add_range(t, text, v.as<Range>());
      break;
    case Kind::Slice:
      good = Print::add_parts(t, text, "slice(",
                              {v.as<Slice>()->start, v.as<Slice>()->stop, v.as<Slice>()->step});
      break;
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::BoundMethod:
    case Kind::ClassMethod:
    case Kind::StaticMethod:
    case Kind::Generator:
    case Kind::Code:
      good = Print::add_function(t, text, v.object());
      break;
    case Kind::Module:
      good = Print::add_module(t, text, v.as<Module>());
      break;
    case Kind::Super:
      good = Print::add_super(t, text, v.as<Super>());
      break;
    case Kind::Cell:
      text = Print::at("cell", "", v.object());
      break;
    case Kind::SlotDescriptor:
      text = message({"<member '", v.as<SlotDescriptor>()->name->view(), "' of '",
                      v.as<SlotDescriptor>()->owner->name->view(), "' objects>"});
      break;
    default:
      handled = false;
      return nullptr;
  }
  return good ? Heap<V>::str(t, text) : nullptr;
}

}  // namespace gilsim
