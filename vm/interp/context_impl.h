// What: Context for one policy: handles as indices into the call's borrowed arguments and the
// thread's stack of owned values. State: handle h: 1 .. argument count: a borrowed argument; above:
// t.handles[base + h - arguments - 1]. Invariants: I1 the constructor remembers the height of
// t.handles, the destructor restores it, so nothing made in a call outlives it. Threads: one native
// call on one thread. Not here: Services (services_impl.h).
#pragma once

#include <string>

#include "vm/interp/api.h"
#include "vm/interp/interp.h"
#include "vm/object/weak_impl.h"
#include "vm/object/text/utf8.h"

namespace gilsim {

template <class V>
Services& services_of(VmThread& t);

template <class V>
class ContextImpl final : public Context {
 public:
  ContextImpl(VmThread& t, const Value* arguments, uint32_t count)
      : t_(t), arguments_(arguments), argument_count_(count), base_(t.handles.size()) {}
  ~ContextImpl() override { drop_to(base_); }

  // ---- between the two worlds
  Handle adopt(Value owned) {  // null stays null
    if (owned.is_null()) return {};
    t_.handles.push_back(owned);
    return {static_cast<uint32_t>(argument_count_ + (t_.handles.size() - base_))};
  }
  Handle share(Value borrowed) {
    V::incref(borrowed);
    return adopt(borrowed);
  }
  Value value(Handle h) const {
    if (h.index == 0) return Value();
    return h.index <= argument_count_ ? arguments_[h.index - 1]
                                      : t_.handles[base_ + h.index - argument_count_ - 1];
  }
  Value owned(Handle h) { return V::newref(value(h)); }

  Services& services() override { return services_of<V>(t_); }
  VmThread& thread() override { return t_; }

  Handle none() override { return adopt(Value::none()); }
  Handle boolean(bool b) override { return adopt(Value::boolean(b)); }
  Handle integer(int64_t n) override { return adopt(Heap<V>::integer(t_, n)); }
  Handle unsigned_integer(uint64_t n) override { return adopt(Heap<V>::unsigned_integer(t_, n)); }
  Handle integer_of_bytes(std::string_view data) override {
    return adopt(Heap<V>::integer(t_, big_from_bytes(data, true, false)));
  }
  Handle real(double d) override { return adopt(Heap<V>::real(t_, d)); }
  Handle str(std::string_view utf8) override {
    if (is_valid_utf8(utf8)) return adopt(Value(Heap<V>::str(t_, utf8)));
    return adopt(Value(Heap<V>::str(t_, replace_invalid_utf8(utf8))));
  }
  Handle bytes(std::string_view data) override { return adopt(Value(Heap<V>::bytes(t_, data))); }
  Handle list(std::initializer_list<Handle> items) override {
    List* list = Heap<V>::list(t_, items.size());
    for (Handle h : items) Lists<V>::append(t_, list, value(h));
    return adopt(Value(list));
  }
  Handle tuple(std::initializer_list<Handle> items) override {
    return tuple(std::vector<Handle>(items));
  }
  Handle tuple(const std::vector<Handle>& items) override {
    for (Handle h : items) {
      if (!h) return {};
    }
    Tuple* tuple = Heap<V>::tuple(t_, items.size());
    for (size_t k = 0; k < items.size(); ++k) tuple->items[k] = owned(items[k]);
    return adopt(Value(tuple));
  }
  Handle dict() override { return adopt(Value(Heap<V>::dict(t_))); }
  Handle object(Handle cls, void* payload) override {
    Class* c = value(cls).template as<Class>();
    auto* type = static_cast<const NativeType*>(native_type_of(c));
    return adopt(Value(Heap<V>::native_object(t_, c, type, payload)));
  }
  Handle dup(Handle h) override { return share(value(h)); }

  bool is_none(Handle h) override { return value(h).is_none(); }
  bool is_true(Handle h) override { return value(h).is_true(); }
  bool is_int(Handle h) override { return Numbers<V>::is_int(value(h)); }
  bool is_real(Handle h) override { return Numbers<V>::is_real(value(h)); }
  bool is_str(Handle h) override { return has_kind(h, Kind::Str); }
  bool is_bytes(Handle h) override {
    return has_kind(h, Kind::Bytes) || has_kind(h, Kind::ByteArray);
  }
  bool is_tuple(Handle h) override { return has_kind(h, Kind::Tuple); }
  bool is_list(Handle h) override { return has_kind(h, Kind::List); }
  bool is_dict(Handle h) override { return has_kind(h, Kind::Dict); }
  bool is_callable(Handle h) override { return Protocol<V>::is_callable(t_, value(h)); }
  bool same(Handle a, Handle b) override { return value(a) == value(b); }
  bool to_int64(Handle h, int64_t& out) override { return Protocol<V>::size_of(t_, value(h), out); }
  bool to_double(Handle h, double& out) override {
    return Protocol<V>::to_double(t_, value(h), out);
  }
  std::string_view text(Handle h) override {
    Object* o = value(h).object();
    if (o->kind == Kind::Str) return static_cast<Str*>(o)->view();
    if (o->kind == Kind::Bytes) return static_cast<Bytes*>(o)->view();
    if (o->kind == Kind::ByteArray)
      return {static_cast<ByteArray*>(o)->data, static_cast<ByteArray*>(o)->size};
    return {};
  }
  std::string class_name(Handle h) override {
    return std::string(Classes<V>::class_name(t_, value(h)));
  }
  void* payload(Handle h, const NativeType* type) override {
    Value v = value(h);
    if (v.is_object() && v.object()->kind == Kind::Native && v.as<NativeObject>()->type == type)
      return v.as<NativeObject>()->payload;
    Errors<V>::type_error(t_,
                          std::string("expected ") + type->name + ", got '" + class_name(h) + "'");
    return nullptr;
  }
  int64_t ref_count(Handle h) override {
    Value v = value(h);
    return v.is_object() ? static_cast<int64_t>(V::count_of(v.object())) : INT32_MAX;
  }
  uint64_t identity(Handle h) override {
    Value v = value(h);
    return v.is_object() ? V::identity(v.object()) : v.bits();
  }

  Handle get_attr(Handle object, std::string_view name) override {
    return object ? adopt(Classes<V>::get_attr(t_, value(object), name)) : Handle{};
  }
  Handle get_attr_optional(Handle object, std::string_view name) override {
    if (!object) return {};
    Ref<V> key(Heap<V>::intern(t_, name));
    return adopt(Classes<V>::get_attr_optional(t_, value(object), key.template as<Str>()));
  }
  bool set_attr(Handle object, std::string_view name, Handle v) override {
    if (!object || !v) return false;
    Ref<V> key(Heap<V>::intern(t_, name));
    Value target = value(object);
    // The namespaces of modules and of this layer's own record types are filled directly.
    if (target.object()->kind == Kind::Module) {
      return Dicts<V>::set_str(t_, target.as<Module>()->dict, key.template as<Str>(), value(v));
    }
    return Classes<V>::set_attr(t_, target, key.template as<Str>(), value(v));
  }
  Handle get_item(Handle object, Handle key) override {
    return adopt(Protocol<V>::get_item(t_, value(object), value(key)));
  }
  bool set_item(Handle object, Handle key, Handle v) override {
    if (is_exactly<Kind::List>(t_, value(object)) && value(key).is_int() && v &&
        list_set_inline<V>(value(object).template as<List>(), value(key).as_int(), value(v)))
      return true;
    return Protocol<V>::set_item(t_, value(object), value(key), value(v));
  }
  Handle dict_get(Handle dict, std::string_view key) override {
    return adopt(Dicts<V>::get_str(t_, value(dict).template as<Dict>(), key));
  }
  bool dict_set(Handle dict, std::string_view key, Handle v) override {
    return v && Dicts<V>::set_str(t_, value(dict).template as<Dict>(), key, value(v));
  }
  bool append(Handle list, Handle item) override {
    return item && Lists<V>::append(t_, value(list).template as<List>(), value(item));
  }
  Handle take_last(Handle list) override {
    Value v = Lists<V>::pop_last(t_, value(list).template as<List>());
    return v ? adopt(v) : raise(Exc::IndexError, "pop from empty list");
  }
  bool heap_rise(Handle list, int64_t top, int64_t at, Handle item) override {
    return Lists<V>::heap_rise(t_, value(list).template as<List>(), static_cast<uint64_t>(top),
                               static_cast<uint64_t>(at), value(item));
  }
  bool heap_settle(Handle list, int64_t top) override {
    return Lists<V>::heap_settle(t_, value(list).template as<List>(), static_cast<uint64_t>(top));
  }
  int64_t length(Handle h) override {
    if (is_exactly<Kind::List>(t_, value(h)) && !V::is_published(value(h).object())) {
      typename V::OwnGuard guard(value(h).object());
      return static_cast<int64_t>(value(h).template as<List>()->size);
    }
    return Protocol<V>::length(t_, value(h));
  }
  Handle item(Handle sequence, int64_t index) override {
    if (is_exactly<Kind::List>(t_, value(sequence))) {
      if (Value v = list_get_inline<V>(value(sequence).template as<List>(), index)) return adopt(v);
    }
    return adopt(Protocol<V>::get_item(t_, value(sequence), Value::integer(index)));
  }
  Handle iterate(Handle iterable) override {
    return adopt(Protocol<V>::iterate_at_once(t_, value(iterable)));
  }
  Handle next(Handle iterator) override { return adopt(Protocol<V>::next(t_, value(iterator))); }
  int truth(Handle h) override { return Protocol<V>::truth(t_, value(h)); }
  Handle to_str(Handle h) override { return adopt_str(Protocol<V>::to_str(t_, value(h))); }
  Handle repr(Handle h) override { return adopt_str(Protocol<V>::repr(t_, value(h))); }
  Handle call(Handle callable, std::initializer_list<Handle> args) override {
    if (!callable) return {};
    Value values[8];
    uint32_t count = 0;
    for (Handle h : args) {
      if (!h) return {};
      values[count++] = value(h);
    }
    return adopt(Protocol<V>::call(t_, value(callable), CallArgs{values, count, nullptr}));
  }
  Handle call_spread(Handle callable, Handle args, Handle kwargs) override;
  Handle binary(BinaryOp op, Handle a, Handle b) override {
    return a && b ? adopt(Protocol<V>::binary(t_, op, value(a), value(b), false)) : Handle{};
  }
  int compare(CompareOp op, Handle a, Handle b) override {
    return Protocol<V>::compare_bool(t_, op, value(a), value(b));
  }
  uint32_t mark() override { return static_cast<uint32_t>(t_.handles.size() - base_); }
  void release_to(uint32_t mark) override { drop_to(base_ + mark); }
  Handle keep(Handle h, uint32_t mark) override {
    Value v = owned(h);
    release_to(mark);
    return adopt(v);
  }

  Handle raise(Exc kind, std::string_view message) override {
    Errors<V>::raise(t_, kind, message);
    return {};
  }
  Handle raise_value(Exc kind, Handle argument) override {
    if (kind == Exc::StopIteration)
      Errors<V>::raise_stop(t_, value(argument));
    else
      Errors<V>::raise_value(t_, kind, value(argument));
    return {};
  }
  Handle raise_os(int error_number, std::string_view path) override {
    if (error_number != EINTR || !t_.pending) Errors<V>::raise_os(t_, error_number, path);
    return {};
  }
  Handle raise_instance(Handle exception) override {
    Errors<V>::raise_object(t_, value(exception), Value());
    return {};
  }
  bool pending() override { return static_cast<bool>(t_.pending); }
  bool pending_is(Exc kind) override { return Errors<V>::pending_is(t_, kind); }
  void clear() override { Errors<V>::clear(t_); }
  Handle handled() override {
    return t_.handled && !t_.handled.is_none() ? share(t_.handled) : Handle{};
  }
  std::string format_exception(Handle exception, bool suggestions) override {
    return Errors<V>::format(t_, value(exception), suggestions);
  }
  Handle exception_class(Exc kind) override {
    return share(Value(static_cast<Object*>(t_.isolate->exceptions[static_cast<int>(kind)])));
  }

  Handle call_stack() override;

  Handle builtin_module(std::string_view name) override {
    return adopt(Dicts<V>::get_str(t_, t_.isolate->modules, name));
  }
  Handle import(std::string_view name) override {
    Ref<V> key(Heap<V>::intern(t_, name));
    return adopt(t_.isolate->hooks.import_module(t_, key.template as<Str>()));
  }
  bool add_functions(Handle module, const ModuleFunction* functions, size_t count) override;
  void* weak_new(Handle target, Handle holder, bool calls) override {
    Value v = value(target);
    if (!v.is_object() || !Weak<V>::is_possible(v.object())) {
      Errors<V>::type_error(
          t_, "cannot create weak reference to '" + class_name(target) + "' object");
      return nullptr;
    }
    auto* link = new WeakLink{v.object(), value(holder).object(), calls, nullptr};
    Weak<V>::link(t_, link);
    return link;
  }
  Handle weak_get(void* link) override {
    Value v = Weak<V>::get(t_, static_cast<WeakLink*>(link));
    return v ? adopt(v) : Handle{};
  }
  int64_t weak_count(Handle target) override {
    Value v = value(target);
    return v.is_object() ? Weak<V>::count(t_, v.object()) : 0;
  }
  Handle add_class(Handle module, const ModuleClass& cls) override;
  bool add_library_part(Handle module, LibraryPart part) override {
    auto* into = value(module).template as<Module>();
    if (part == LibraryPart::kItertools)
      LibraryParts<V>::itertools(t_, into);
    else
      LibraryParts<V>::collections(t_, into);
    return true;
  }
  Handle modules_dict() override { return share(Value(static_cast<Object*>(t_.isolate->modules))); }
  Handle builtins_dict() override {
    return share(Value(static_cast<Object*>(t_.isolate->builtins)));
  }
  Handle make_type(std::string_view name) override {
    Ref<V> key(Heap<V>::intern(t_, name));
    return adopt(Value(Heap<V>::module(t_, key.template as<Str>())));
  }

 private:
  bool has_kind(Handle h, Kind kind) {
    return h && Classes<V>::class_of(t_, value(h))->instance_kind == kind;
  }
  Handle adopt_str(Str* s) { return s ? adopt(Value(static_cast<Object*>(s))) : Handle{}; }
  static const NativeType* native_type_of(Class* c);
  void drop_to(size_t height) {
    while (t_.handles.size() > height) {
      Value v = t_.handles.back();
      t_.handles.pop_back();
      V::decref(v);
    }
  }

  VmThread& t_;
  const Value* arguments_;
  uint32_t argument_count_;
  size_t base_;
};

template <class V>
Handle ContextImpl<V>::call_stack() {
  Handle list = this->list({});
  for (const Frame* f = t_.frame; list && f; f = f->previous) {
    const Code& code = *f->code->code;
    auto at = static_cast<size_t>(f->pc - f->code->instructions);
    if (at > 0) --at;
    uint32_t line = at < code.lines.size() ? code.lines[at] : code.first_line;
    uint32_t start = mark();
    Handle entry = tuple({share(Value(static_cast<Object*>(f->code))), integer(line),
                          share(Value(static_cast<Object*>(f->globals)))});
    if (!entry || !append(list, entry)) return {};
    release_to(start);
  }
  return list;
}

template <class V>
Handle ContextImpl<V>::call_spread(Handle callable, Handle args, Handle kwargs) {
  Tuple* positional = value(args).template as<Tuple>();
  std::vector<Value> values(positional->items, positional->items + positional->size);
  std::vector<Value> keys;
  if (kwargs && !is_none(kwargs)) {
    uint32_t position = 0;
    Value key, v;
    while (Dicts<V>::next_entry(t_, value(kwargs).template as<Dict>(), position, key, v)) {
      keys.push_back(key);
      values.push_back(v);
    }
  }
  Value result;
  size_t plain = positional->size;
  if (keys.empty()) {
    result =
        Protocol<V>::call(t_, value(callable),
                          CallArgs{values.data(), static_cast<uint32_t>(values.size()), nullptr});
  } else {
    Tuple* names = Heap<V>::tuple(t_, keys.size());
    for (size_t k = 0; k < keys.size(); ++k) names->items[k] = keys[k];
    result = Protocol<V>::call(
        t_, value(callable), CallArgs{values.data(), static_cast<uint32_t>(values.size()), names});
    V::decref(names);
    for (size_t k = plain; k < values.size(); ++k) V::decref(values[k]);
  }
  return adopt(result);
}

// ---- module functions as native functions of the VM
// ------------------------------------------------------------------------------------

// What a NativeFunction's data points to: the module's line and, for classes, how instances are
// made.
struct ModuleBinding {
  NativeDef def;
  const ModuleFunction* function = nullptr;
  const ModuleClass* cls = nullptr;
  bool method = false;
  std::vector<std::string> parameters;
  bool keywords_first =
      false;  // "$": keyword-only parameters stand before any number of positional arguments
};

// Sorts a native call's arguments into the order of the module function's parameters. False:
// TypeError pending.
template <class V>
bool sort_arguments(VmThread& t, const ModuleBinding& binding, const NativeArgs& args,
                    std::vector<Value>& out) {
  const ModuleFunction& f = *binding.function;
  uint32_t self = binding.method ? 1 : 0;
  uint32_t positional = args.positional_count() - self;
  auto fail = [&](const std::string& message) {
    Errors<V>::type_error(t, std::string(f.name) + message);
    return false;
  };
  std::vector<Value> named(binding.parameters.size());
  uint32_t from_position =
      binding.keywords_first ? 0
                             : std::min<uint32_t>(positional, static_cast<uint32_t>(named.size()));
  for (uint32_t k = 0; k < from_position; ++k) named[k] = args.values[self + k];
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    std::string_view name = args.names->items[k].template as<Str>()->view();
    size_t at = 0;
    while (at < named.size() && binding.parameters[at] != name) ++at;
    if (at == named.size()) {
      if (named.empty()) return fail("() takes no keyword arguments");
      Errors<V>::type_error(
          t, "'" + std::string(name) + "' is an invalid keyword argument for " + f.name + "()");
      return false;
    }
    if (named[at]) return fail("() got multiple values for argument '" + std::string(name) + "'");
    named[at] = args.values[args.positional_count() + k];
  }
  if (self) out.push_back(args.values[0]);
  if (binding.keywords_first) {
    out.insert(out.end(), named.begin(), named.end());
    out.insert(out.end(), args.values + self, args.values + self + positional);
    return true;
  }
  if (named.empty()) {
    out.insert(out.end(), args.values + self, args.values + self + positional);
    if (f.max_args >= 0) out.resize(self + static_cast<size_t>(f.max_args));
    return true;
  }
  for (int k = 0; k < f.min_args; ++k) {
    if (!named[static_cast<size_t>(k)])
      return fail("() missing required argument '" + binding.parameters[static_cast<size_t>(k)] +
                  "' (pos " + std::to_string(k + 1) + ")");
  }
  out.insert(out.end(), named.begin(), named.end());
  return true;
}

template <class V>
Value call_module_function(VmThread& t, const NativeArgs& args) {
  const auto& binding = *static_cast<const ModuleBinding*>(args.callee->data);
  const ModuleFunction& f = *binding.function;
  uint32_t self = binding.method ? 1 : 0;
  // The frequent case needs no sorting: all arguments by position, as many as there are parameters
  // at most.
  Value small[8];
  std::vector<Value> sorted;
  const Value* values = args.values;
  uint32_t count = args.count;
  if (args.names || binding.keywords_first ||
      (f.max_args >= 0 && count != self + static_cast<uint32_t>(f.max_args))) {
    if (!args.names && !binding.keywords_first && self + static_cast<uint32_t>(f.max_args) <= 8 &&
        count >= self + static_cast<uint32_t>(f.min_args)) {
      for (uint32_t k = 0; k < count; ++k) small[k] = args.values[k];
      values = small;
      count = self + static_cast<uint32_t>(f.max_args);
    } else {
      if (!sort_arguments<V>(t, binding, args, sorted)) return Value();
      values = sorted.data();
      count = static_cast<uint32_t>(sorted.size());
    }
  }
  Handle handles_small[8];
  std::vector<Handle> handles_many;
  Handle* handles = handles_small;
  if (count > 8) {
    handles_many.resize(count);
    handles = handles_many.data();
  }
  for (uint32_t k = 0; k < count; ++k) handles[k] = values[k] ? Handle{k + 1} : Handle{};
  ContextImpl<V> cx(t, values, count);
  Handle result = f.function(cx, handles, count);
  return result ? cx.owned(result) : Value();
}

// Bindings live as long as the process: modules are never unloaded.
ModuleBinding* new_module_binding(const ModuleFunction* function, bool method);

template <class V>
NativeFunction* make_module_function(VmThread& t, const ModuleFunction* function, bool method) {
  ModuleBinding* binding = new_module_binding(function, method);
  binding->def = {function->name, &call_module_function<V>,
                  static_cast<int16_t>(binding->parameters.empty() ? function->min_args : 0),
                  function->max_args,
                  static_cast<uint8_t>((method ? kNativeMethod : 0) |
                                       (binding->parameters.empty() ? 0 : kNativeKeywords))};
  return Heap<V>::native(t, &binding->def, Value(), binding);
}

template <class V>
bool ContextImpl<V>::add_functions(Handle module, const ModuleFunction* functions, size_t count) {
  for (size_t k = 0; k < count; ++k) {
    Ref<V> function(make_module_function<V>(t_, &functions[k], false));
    Ref<V> name(Heap<V>::intern(t_, std::string_view(functions[k].name)));
    if (!Dicts<V>::set_str(t_, value(module).template as<Module>()->dict, name.template as<Str>(),
                           function.get()))
      return false;
  }
  return true;
}

template <class V>
Value construct_native(VmThread& t, const NativeArgs& args) {
  const auto& binding = *static_cast<const ModuleBinding*>(args.callee->data);
  Class* cls = args.values[0].as<Class>();
  if (!binding.cls->construct) {
    return Errors<V>::type_error(
        t, "cannot create '" + std::string(binding.cls->type->name) + "' instances");
  }
  std::vector<Handle> handles;
  for (uint32_t k = 1; k < args.count; ++k) handles.push_back(Handle{k});
  ContextImpl<V> cx(t, args.values + 1, args.count - 1);
  void* payload = binding.cls->construct(cx, handles.data(), static_cast<uint32_t>(handles.size()));
  if (!payload) return Value();
  return Value(Heap<V>::native_object(t, cls, binding.cls->type, payload));
}

struct ModuleClassRecord {
  Class* cls;
  const ModuleClass* module_class;
};
std::vector<ModuleClassRecord>& module_class_records();

template <class V>
const NativeType* ContextImpl<V>::native_type_of(Class* c) {
  for (const ModuleClassRecord& record : module_class_records()) {
    if (record.cls == c) return record.module_class->type;
  }
  return nullptr;
}

template <class V>
Handle ContextImpl<V>::add_class(Handle module, const ModuleClass& description) {
  Class* object_class = t_.isolate->classes[static_cast<int>(Kind::Object)];
  Class* cls = Classes<V>::make_builtin(t_, description.name, object_class, Kind::Native, nullptr,
                                        0, kClassBuiltin | kClassNoDict);
  module_class_records().push_back({cls, &description});
  for (size_t k = 0; k < description.method_count; ++k) {
    NativeFunction* function = make_module_function<V>(t_, &description.methods[k], true);
    function->owner = cls;
    if (std::string_view(description.methods[k].name) == "__getattr__")
      cls->class_flags |= kClassHasGetattr;
    Ref<V> owner(function);
    Ref<V> name(Heap<V>::intern(t_, std::string_view(description.methods[k].name)));
    if (!Dicts<V>::set_str(t_, cls->dict, name.template as<Str>(), owner.get())) return {};
  }
  static const ModuleFunction kConstructor{"__new__", nullptr, 0, -1, ""};
  ModuleBinding* binding = new_module_binding(&kConstructor, false);
  binding->cls = &description;
  binding->def = {"__new__", &construct_native<V>, 1, -1, kNativeStatic};
  Ref<V> constructor(Heap<V>::native(t_, &binding->def, Value(), binding));
  Ref<V> module_name(Heap<V>::str(t_, description.module));
  if (!Dicts<V>::set_str(t_, cls->dict, t_.isolate->specials[static_cast<int>(Special::new_)],
                         constructor.get()) ||
      !Dicts<V>::set_str(t_, cls->dict, t_.isolate->specials[static_cast<int>(Special::module)],
                         module_name.get())) {
    return {};
  }
  Classes<V>::invalidate(t_, cls);
  Handle h = share(Value(static_cast<Object*>(cls)));
  return set_attr(module, description.name, h) ? h : Handle{};
}

}  // namespace gilsim
