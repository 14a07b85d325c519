// What: the classes of exceptions and tracebacks, their methods and attributes.
// Idea: fields that only some exceptions have are computed from args and one extra value; a program
// that sets one keeps it as an
//   ordinary attribute, which then comes first.
// Threads: any; fields change under the exception's guard.
// Not here: raising (errors_impl.h), printing (traceback_impl.h).
#pragma once

#include <string>

#include "vm/object/traceback_impl.h"

namespace gilsim {

template <class V>
struct ExceptionNatives {
  using A = const NativeArgs&;
  static Exception* self(A args) { return args.values[0].template as<Exception>(); }
  static bool is_a(VmThread& t, Class* c, Exc kind) {
    return Classes<V>::is_subclass(c, ErrorMaker<V>::class_for(t, kind));
  }
  static bool is_str(Value v) { return layout_of(v) == Kind::Str; }
  static Value none_for_null(Value v) { return v.is_null() ? Value::none() : V::newref(v); }

  // ---- making. args of OSError(errno, text, filename) keep two; the file name is the extra value.
  static void set_args(VmThread& t, Exception* e, const Value* values, uint32_t count) {
    uint32_t kept = count;
    Value file;
    if (is_a(t, e->cls, Exc::OSError) && count >= 3 && count <= 5) {
      kept = 2;
      file = values[2];
    }
    Tuple* tuple = Heap<V>::tuple(t, kept);
    for (uint32_t k = 0; k < kept; ++k) tuple->items[k] = V::newref(values[k]);
    V::publish_for(e, tuple);
    Tuple* old;
    {
      typename V::Guard guard(e);
      old = e->args;
      e->args = tuple;
    }
    V::decref(old);
    if (file && !file.is_none()) ErrorMaker<V>::put(e, e->extra, V::newref(file));
    if (is_a(t, e->cls, Exc::StopIteration) && count > 0)
      ErrorMaker<V>::put(e, e->extra, V::newref(values[0]));
    if (is_a(t, e->cls, Exc::SystemExit) && count > 0) {
      ErrorMaker<V>::put(e, e->extra, count == 1 ? V::newref(values[0]) : Value(V::newref(tuple)));
    }
  }

  static Value make(VmThread& t, A args) {
    if (args.positional_count() == 0)
      return Errors<V>::type_error(t, "BaseException.__new__(): not enough arguments");
    if (!ClassChecks<V>::is_class(args.values[0]) ||
        !(args.values[0].template as<Class>()->class_flags & kClassIsException)) {
      return Errors<V>::type_error(t, "BaseException.__new__(X): X is not an exception type");
    }
    auto* c = args.values[0].template as<Class>();
    uint32_t count = args.positional_count() - 1;
    if (c == ErrorMaker<V>::class_for(t, Exc::OSError) && count >= 2 && args.values[1].is_int()) {
      c = ErrorMaker<V>::class_for(
          t, ErrorMaker<V>::os_kind(static_cast<int>(args.values[1].as_int())));
    }
    Ref<V> e(Classes<V>::allocate_instance(t, c));
    if (e) set_args(t, e.template as<Exception>(), args.values + 1, count);
    return e.take();
  }

  // Keywords are for the classes that have such fields.
  static Value init(VmThread& t, A args) {
    Exception* e = self(args);
    set_args(t, e, args.values + 1, args.positional_count() - 1);
    for (uint32_t k = 0; k < args.keyword_count(); ++k) {
      Str* name = args.names->items[k].template as<Str>();
      std::string_view text = name->view();
      bool known = (is_a(t, e->cls, Exc::ImportError) && (text == "name" || text == "path")) ||
                   (is_a(t, e->cls, Exc::AttributeError) && (text == "name" || text == "obj")) ||
                   (is_a(t, e->cls, Exc::NameError) && text == "name");
      if (!known)
        return Errors<V>::type_error(
            t, message({e->cls->name->view(), "() takes no keyword arguments"}));
      if (!set_own(t, e, text, args.values[args.positional_count() + k])) return Value();
    }
    return Value::none();
  }

  // ---- text
  static Value text(VmThread& t, std::string_view s) { return Value(Heap<V>::str(t, s)); }
  static Value str(VmThread& t, A args) {
    Tuple* values = self(args)->args;
    if (values->size == 0) return text(t, "");
    if (values->size == 1) return Value(Protocol<V>::to_str(t, values->items[0]));
    return Value(Protocol<V>::repr(t, Value(values)));
  }
  static Value repr(VmThread& t, A args) {
    Exception* e = self(args);
    Ref<V> held = Ref<V>::share(Value(e->args));
    auto* values = held.template as<Tuple>();
    Ref<V> shown(Protocol<V>::repr(t, values->size == 1 ? values->items[0] : Value(values)));
    if (!shown) return Value();
    std::string_view inside = shown.template as<Str>()->view();
    return text(t, values->size == 1 ? message({e->cls->name->view(), "(", inside, ")"})
                                     : message({e->cls->name->view(), inside}));
  }
  static Value key_error_str(VmThread& t, A args) {
    Tuple* values = self(args)->args;
    return values->size == 1 ? Value(Protocol<V>::repr(t, values->items[0])) : str(t, args);
  }
  static Value os_error_str(VmThread& t, A args) {
    Exception* e = self(args);
    if (e->args->size != 2) return str(t, args);
    Ref<V> number(Protocol<V>::to_str(t, e->args->items[0])),
        what(Protocol<V>::to_str(t, e->args->items[1]));
    if (!number || !what) return Value();
    std::string all = message(
        {"[Errno ", number.template as<Str>()->view(), "] ", what.template as<Str>()->view()});
    Ref<V> file(filename(t, args));
    if (file && !file.get().is_none()) {
      Ref<V> shown(Protocol<V>::repr(t, file.get()));
      if (!shown) return Value();
      all += message({": ", shown.template as<Str>()->view()});
    }
    return text(t, all);
  }
  static Value syntax_error_str(VmThread& t, A args) {
    Exception* e = self(args);
    if (e->args->size == 0) return text(t, "None");
    Ref<V> what(Protocol<V>::to_str(t, e->args->items[0]));
    if (!what) return Value();
    Tuple* details = TracebackPrinter<V>::syntax_details(e);
    if (!details || !details->items[1].is_int()) return what.take();
    std::string line = std::to_string(details->items[1].as_int());
    if (!is_str(details->items[0]))
      return text(t, message({what.template as<Str>()->view(), " (line ", line, ")"}));
    std::string_view file = details->items[0].template as<Str>()->view();
    file.remove_prefix(file.rfind('/') + 1);
    return text(t, message({what.template as<Str>()->view(), " (", file, ", line ", line, ")"}));
  }
  static bool unicode_parts(Exception* e, uint64_t count) {
    return e->args->size == count && e->args->items[count - 3].is_int() &&
           e->args->items[count - 2].is_int() && is_str(e->args->items[count - 1]);
  }
  static Value unicode_decode_str(VmThread& t, A args) {
    Exception* e = self(args);
    if (!unicode_parts(e, 5) || !is_str(e->args->items[0]) ||
        !is_bytes(layout_of(e->args->items[1])))
      return str(t, args);
    int64_t start = e->args->items[2].as_int(), end = e->args->items[3].as_int();
    std::string_view data = SequenceMath<V>::bytes_of(e->args->items[1]);
    std::string_view codec = e->args->items[0].template as<Str>()->view(),
                     reason = e->args->items[4].template as<Str>()->view();
    if (end == start + 1 && start >= 0 && static_cast<size_t>(start) < data.size()) {
      char byte[8];
      std::snprintf(byte, sizeof byte, "%02x",
                    static_cast<unsigned char>(data[static_cast<size_t>(start)]));
      return text(t, message({"'", codec, "' codec can't decode byte 0x", byte, " in position ",
                              std::to_string(start), ": ", reason}));
    }
    return text(t, message({"'", codec, "' codec can't decode bytes in position ",
                            std::to_string(start), "-", std::to_string(end - 1), ": ", reason}));
  }
  static Value unicode_encode_str(VmThread& t, A args) {
    Exception* e = self(args);
    if (!unicode_parts(e, 5) || !is_str(e->args->items[0]) || !is_str(e->args->items[1]))
      return str(t, args);
    int64_t start = e->args->items[2].as_int(), end = e->args->items[3].as_int();
    std::string_view codec = e->args->items[0].template as<Str>()->view(),
                     reason = e->args->items[4].template as<Str>()->view();
    if (end == start + 1) {
      Ref<V> letter(Protocol<V>::get_item(t, e->args->items[1], e->args->items[2]));
      if (!letter) return Value();
      Ref<V> shown(Protocol<V>::ascii(t, letter.get()));
      if (!shown) return Value();
      return text(t, message({"'", codec, "' codec can't encode character ",
                              shown.template as<Str>()->view(), " in position ",
                              std::to_string(start), ": ", reason}));
    }
    return text(t, message({"'", codec, "' codec can't encode characters in position ",
                            std::to_string(start), "-", std::to_string(end - 1), ": ", reason}));
  }

  // ---- methods
  static Value with_traceback(VmThread& t, A args) {
    if (!set_traceback_field(t, self(args), args.values[1])) return Value();
    return V::newref(args.values[0]);
  }
  static Value add_note(VmThread& t, A args) {
    if (!is_str(args.values[1])) {
      return Errors<V>::type_error(t, message({"note must be a str, not '",
                                               Classes<V>::class_name(t, args.values[1]), "'"}));
    }
    Ref<V> key(Heap<V>::intern(t, "__notes__"));
    Ref<V> list(Attributes<V>::own(t, self(args), key.template as<Str>()));
    if (!list) {
      list = Ref<V>(Heap<V>::list(t));
      if (!Classes<V>::set_attr(t, args.values[0], key.template as<Str>(), list.get()))
        return Value();
    }
    if (layout_of(list.get()) != Kind::List)
      return Errors<V>::type_error(t, "Cannot add note: __notes__ is not a list");
    return Lists<V>::append(t, list.template as<List>(), args.values[1]) ? Value::none() : Value();
  }

  // ---- attributes all exceptions have
  static Value get_args(VmThread&, A args) {
    typename V::Guard guard(args.values[0].object());
    return Value(V::newref(self(args)->args));
  }
  static Value put_args(VmThread& t, A args) {
    if (args.values[1].is_null()) return Errors<V>::type_error(t, "args may not be deleted");
    Tuple* tuple = Protocol<V>::to_tuple(t, args.values[1]);
    if (!tuple) return Value();
    V::publish_for(args.values[0].object(), tuple);
    Tuple* old;
    {
      typename V::Guard guard(args.values[0].object());
      old = self(args)->args;
      self(args)->args = tuple;
    }
    V::decref(old);
    return Value::none();
  }
  static Value get_traceback(VmThread&, A args) {
    typename V::Guard guard(args.values[0].object());
    Traceback* tb = self(args)->traceback;
    return tb ? Value(V::newref(tb)) : Value::none();
  }
  static bool set_traceback_field(VmThread& t, Exception* e, Value value) {
    if (value.is_null() || (!value.is_none() && layout_of(value) != Kind::Traceback)) {
      Errors<V>::type_error(t, value.is_null() ? "__traceback__ may not be deleted"
                                               : "__traceback__ must be a traceback or None");
      return false;
    }
    Traceback* fresh = value.is_none() ? nullptr : V::newref(value.as<Traceback>());
    Traceback* old;
    V::publish_for(e, fresh);
    {
      typename V::Guard guard(e);
      old = e->traceback;
      e->traceback = fresh;
    }
    V::xdecref(old);
    return true;
  }
  static Value put_traceback(VmThread& t, A args) {
    return set_traceback_field(t, self(args), args.values[1]) ? Value::none() : Value();
  }

  static Value link(A args, Value Exception::*field) {
    typename V::Guard guard(args.values[0].object());
    return none_for_null(self(args)->*field);
  }
  static Value put_link(VmThread& t, A args, Value Exception::*field, std::string_view what) {
    Value value = args.values[1];
    if (value.is_null() || (!value.is_none() && !ErrorMaker<V>::is_exception(value))) {
      return Errors<V>::type_error(
          t, value.is_null()
                 ? message({"__", what, "__ may not be deleted"})
                 : message({"exception ", what, " must be None or derive from BaseException"}));
    }
    ErrorMaker<V>::put(self(args), self(args)->*field,
                       value.is_none() ? Value() : V::newref(value));
    return Value::none();
  }
  static Value get_cause(VmThread&, A args) { return link(args, &Exception::cause); }
  static Value put_cause(VmThread& t, A args) {
    Value done = put_link(t, args, &Exception::cause, "cause");
    if (done) self(args)->suppress_context = true;
    return done;
  }
  static Value get_context(VmThread&, A args) { return link(args, &Exception::context); }
  static Value put_context(VmThread& t, A args) {
    return put_link(t, args, &Exception::context, "context");
  }
  static Value get_suppress(VmThread&, A args) {
    return Value::boolean(self(args)->suppress_context);
  }
  static Value put_suppress(VmThread& t, A args) {
    int truth = args.values[1].is_null() ? 0 : Protocol<V>::truth(t, args.values[1]);
    if (truth < 0) return Value();
    self(args)->suppress_context = truth != 0;
    return Value::none();
  }

  // ---- attributes of some. set_own keeps what a program sets as an ordinary attribute.
  static bool set_own(VmThread& t, Exception* e, std::string_view name, Value value) {
    Ref<V> key(Heap<V>::intern(t, name));
    int done = Attributes<V>::store_set(t, e, &e->attrs, key.template as<Str>(), value, nullptr);
    if (done == 0) Errors<V>::raise(t, Exc::AttributeError, name);
    return done == 1;
  }
  static Value own(VmThread& t, Exception* e, std::string_view name) {
    Ref<V> key(Heap<V>::intern(t, name));
    return Attributes<V>::own(t, e, key.template as<Str>());
  }
  static Value extra(A args) { return link(args, &Exception::extra); }
  // Part k of a pair in extra; a lone value counts as the first part.
  static Value extra_part(A args, uint64_t k) {
    Ref<V> held(extra(args));
    if (layout_of(held.get()) != Kind::Tuple || held.template as<Tuple>()->size != 2)
      return k == 0 ? held.take() : Value::none();
    return V::newref(held.template as<Tuple>()->items[k]);
  }
  static Value from_args(A args, uint64_t k, uint64_t least) {
    Tuple* values = self(args)->args;
    return values->size >= least && k < values->size ? V::newref(values->items[k]) : Value::none();
  }
  static Value from_details(A args, uint64_t k) {
    Tuple* details = TracebackPrinter<V>::syntax_details(self(args));
    return details && k < details->size ? V::newref(details->items[k]) : Value::none();
  }

  // FIELD(name): what is computed when the program has not set it.
#define GILSIM_FIELD(function, name, computed)                                     \
  static Value function(VmThread& t, A args) {                                     \
    Value value = own(t, self(args), name);                                        \
    return value ? value : (computed);                                             \
  }                                                                                \
  static Value put_##function(VmThread& t, A args) {                               \
    return set_own(t, self(args), name, args.values[1]) ? Value::none() : Value(); \
  }
  GILSIM_FIELD(value, "value", extra(args))
  GILSIM_FIELD(code, "code", extra(args))
  GILSIM_FIELD(name, "name", extra_part(args, 0))
  GILSIM_FIELD(path, "path", extra_part(args, 1))
  GILSIM_FIELD(obj, "obj", extra_part(args, 1))
  GILSIM_FIELD(errno_, "errno", from_args(args, 0, 2))
  GILSIM_FIELD(strerror_, "strerror", from_args(args, 1, 2))
  GILSIM_FIELD(filename, "filename", extra(args))
  GILSIM_FIELD(msg, "msg", from_args(args, 0, 1))
  GILSIM_FIELD(syntax_file, "filename", from_details(args, 0))
  GILSIM_FIELD(lineno, "lineno", from_details(args, 1))
  GILSIM_FIELD(offset, "offset", from_details(args, 2))
  GILSIM_FIELD(source, "text", from_details(args, 3))
  GILSIM_FIELD(encoding, "encoding", from_args(args, 0, 5))
  GILSIM_FIELD(object, "object", from_args(args, 1, 5))
  GILSIM_FIELD(start, "start", from_args(args, 2, 5))
  GILSIM_FIELD(end, "end", from_args(args, 3, 5))
  GILSIM_FIELD(reason, "reason", from_args(args, 4, 5))
#undef GILSIM_FIELD

  // ---- tracebacks. A frame is shown as a record of its code and line.
  static Traceback* traceback(A args) { return args.values[0].template as<Traceback>(); }
  static Value tb_line(VmThread& t, A args) {
    return Heap<V>::integer(t, int64_t{traceback(args)->line});
  }
  static Value tb_next(VmThread&, A args) {
    Traceback* next = traceback(args)->next;
    return next ? Value(V::newref(next)) : Value::none();
  }
  static Value tb_frame(VmThread& t, A args) {
    return frame_record(t, traceback(args)->code, traceback(args)->line);
  }
  static Value frame_record(VmThread& t, CodeObject* code, int64_t at_line) {
    Class* c = t.isolate->classes[static_cast<int>(Kind::Traceback)];
    Ref<V> frame_class(Dicts<V>::get_str(t, c->dict, kFrameClass));
    Ref<V> frame(Classes<V>::allocate_instance(t, frame_class.template as<Class>()));
    if (!frame) return Value();
    Ref<V> line(Heap<V>::integer(t, at_line)), names(Heap<V>::dict(t));
    auto put = [&](std::string_view name, Value value) {
      return GenericAliases<V>::set_field(t, frame.get(), name, value);
    };
    bool good = put("f_code", Value(code)) && put("f_lineno", line.get()) &&
                put("f_globals", names.get()) && put("f_locals", names.get()) &&
                put("f_back", Value::none());
    return good ? frame.take() : Value();
  }
  static constexpr std::string_view kFrameClass = "<frame class>";

  // ---- tables
  template <size_t n>
  static void add(VmThread& t, Exc kind, const GetSetDef (&defs)[n]) {
    Classes<V>::add_attributes(t, ErrorMaker<V>::class_for(t, kind), defs, n);
  }
  static void add_str(VmThread& t, Exc kind, const NativeDef* def) {
    Classes<V>::add_methods(t, ErrorMaker<V>::class_for(t, kind), def, 1);
  }

  static void add_base(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef methods[] = {
        {"__new__", &make, 1, -1, kNativeStatic | kNativeKeywords},
        {"__init__", &init, 0, -1, m | kNativeKeywords},
        {"__str__", &str, 0, 0, m},
        {"__repr__", &repr, 0, 0, m},
        {"with_traceback", &with_traceback, 1, 1, m},
        {"add_note", &add_note, 1, 1, m},
    };
    static const GetSetDef fields[] = {
        {{"args", &get_args, 0, 0, m}, {"args", &put_args, 1, 1, m}},
        {{"__traceback__", &get_traceback, 0, 0, m}, {"__traceback__", &put_traceback, 1, 1, m}},
        {{"__cause__", &get_cause, 0, 0, m}, {"__cause__", &put_cause, 1, 1, m}},
        {{"__context__", &get_context, 0, 0, m}, {"__context__", &put_context, 1, 1, m}},
        {{"__suppress_context__", &get_suppress, 0, 0, m},
         {"__suppress_context__", &put_suppress, 1, 1, m}},
    };
    Class* base = ErrorMaker<V>::class_for(t, Exc::BaseException);
    Classes<V>::add_methods(t, base, methods, std::size(methods));
    Classes<V>::add_attributes(t, base, fields, std::size(fields));
    Ref<V> dict(ClassNatives<V>::dict_attribute(t));
    Dicts<V>::set_str(t, base->dict, t.isolate->specials[static_cast<int>(Special::dict)],
                      dict.get());
    Classes<V>::invalidate(t, base);
  }

#define GILSIM_FIELD_DEF(name, function)                                                   \
  {                                                                                        \
    {name, &function, 0, 0, kNativeMethod}, { name, &put_##function, 1, 1, kNativeMethod } \
  }
  static void add_fields(VmThread& t) {
    static const GetSetDef stop[] = {GILSIM_FIELD_DEF("value", value)};
    static const GetSetDef exit[] = {GILSIM_FIELD_DEF("code", code)};
    static const GetSetDef import[] = {GILSIM_FIELD_DEF("name", name),
                                       GILSIM_FIELD_DEF("path", path),
                                       GILSIM_FIELD_DEF("msg", msg)};
    static const GetSetDef attribute[] = {GILSIM_FIELD_DEF("name", name),
                                          GILSIM_FIELD_DEF("obj", obj)};
    static const GetSetDef unknown[] = {GILSIM_FIELD_DEF("name", name)};
    static const GetSetDef os[] = {GILSIM_FIELD_DEF("errno", errno_),
                                   GILSIM_FIELD_DEF("strerror", strerror_),
                                   GILSIM_FIELD_DEF("filename", filename)};
    static const GetSetDef syntax[] = {
        GILSIM_FIELD_DEF("msg", msg), GILSIM_FIELD_DEF("filename", syntax_file),
        GILSIM_FIELD_DEF("lineno", lineno), GILSIM_FIELD_DEF("offset", offset),
        GILSIM_FIELD_DEF("text", source)};
    static const GetSetDef unicode[] = {
        GILSIM_FIELD_DEF("encoding", encoding), GILSIM_FIELD_DEF("object", object),
        GILSIM_FIELD_DEF("start", start), GILSIM_FIELD_DEF("end", end),
        GILSIM_FIELD_DEF("reason", reason)};
    add(t, Exc::StopIteration, stop);
    add(t, Exc::SystemExit, exit);
    add(t, Exc::ImportError, import);
    add(t, Exc::AttributeError, attribute);
    add(t, Exc::NameError, unknown);
    add(t, Exc::OSError, os);
    add(t, Exc::SyntaxError, syntax);
    add(t, Exc::UnicodeDecodeError, unicode);
    add(t, Exc::UnicodeEncodeError, unicode);
  }
#undef GILSIM_FIELD_DEF

  static void add_texts(VmThread& t) {
    static const NativeDef key = {"__str__", &key_error_str, 0, 0, kNativeMethod};
    static const NativeDef os = {"__str__", &os_error_str, 0, 0, kNativeMethod};
    static const NativeDef syntax = {"__str__", &syntax_error_str, 0, 0, kNativeMethod};
    static const NativeDef decode = {"__str__", &unicode_decode_str, 0, 0, kNativeMethod};
    static const NativeDef encode = {"__str__", &unicode_encode_str, 0, 0, kNativeMethod};
    add_str(t, Exc::KeyError, &key);
    add_str(t, Exc::OSError, &os);
    add_str(t, Exc::SyntaxError, &syntax);
    add_str(t, Exc::UnicodeDecodeError, &decode);
    add_str(t, Exc::UnicodeEncodeError, &encode);
  }

  static void add_tracebacks(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const GetSetDef fields[] = {{{"tb_lineno", &tb_line, 0, 0, m}, {}},
                                       {{"tb_next", &tb_next, 0, 0, m}, {}},
                                       {{"tb_frame", &tb_frame, 0, 0, m}, {}}};
    Class* c = t.isolate->classes[static_cast<int>(Kind::Traceback)];
    Classes<V>::add_attributes(t, c, fields, std::size(fields));
    Class* frame = Classes<V>::make_builtin(t, "frame", t.isolate->classes[0], Kind::Object,
                                            nullptr, 0, kClassFinal);
    Dicts<V>::set_str(t, c->dict, kFrameClass, Value(frame));
  }
};

template <class V>
void Exceptions<V>::create(VmThread& t) {
  Isolate& isolate = *t.isolate;
  auto at = [&](Exc kind) -> Class*& { return isolate.exceptions[static_cast<int>(kind)]; };
  at(Exc::BaseException) = isolate.classes[static_cast<int>(Kind::Exception)];
#define EXC(name, base)                \
  if (Exc::name != Exc::BaseException) \
    at(Exc::name) = Classes<V>::make_builtin(t, #name, at(Exc::base), Kind::Exception, nullptr, 0);
#include "vm/object/exceptions.def"
#undef EXC
  using Natives = ExceptionNatives<V>;
  Natives::add_base(t);
  Natives::add_fields(t);
  Natives::add_texts(t);
  Natives::add_tracebacks(t);
}

}  // namespace gilsim
