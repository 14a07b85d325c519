// What: the methods of generators, and the one function that adds all function-like types' methods
// and attributes. Threads: a generator runs on one thread at a time (vm/interp sees to it). Not
// here: resuming (hooks; vm/interp/generators_impl.h).
#pragma once

#include "vm/object/descriptor_natives_impl.h"
#include "vm/object/exceptions_impl.h"

namespace gilsim {

template <class V>
struct GeneratorNatives {
  using A = const NativeArgs&;
  static Generator* self(A args) { return args.values[0].template as<Generator>(); }
  static uint8_t state_of(Generator* g) {
    typename V::Guard guard(g);
    return g->state;
  }

  // A result of the hooks as a program sees it: the end is a StopIteration.
  static Value finish(VmThread& t, Value value, Value returned) {
    Ref<V> result(returned);
    return value || t.pending ? value : Errors<V>::raise_stop(t, result.get());
  }
  static Value resume(VmThread& t, Generator* g, Value sent) {
    Value returned;
    Value value = t.isolate->hooks.resume_generator(t, g, sent, &returned);
    return finish(t, value, returned);
  }
  static Value next(VmThread& t, A args) { return resume(t, self(args), Value()); }
  static Value send(VmThread& t, A args) {
    if (state_of(self(args)) == kGeneratorCreated && !args.values[1].is_none()) {
      return Errors<V>::type_error(t, "can't send non-None value to a just-started generator");
    }
    return resume(t, self(args), V::newref(args.values[1]));
  }

  // throw(value) or throw(type, value, traceback): the exception to raise becomes pending. False:
  // another is.
  static bool raise_given(VmThread& t, A args) {
    Value type = args.values[1], value = args.count > 2 ? args.values[2] : Value::none();
    if (!ClassChecks<V>::is_class(type) || value.is_none()) {
      if (!ErrorMaker<V>::is_exception(type) &&
          !(ClassChecks<V>::is_class(type) &&
            (type.as<Class>()->class_flags & kClassIsException))) {
        Errors<V>::type_error(
            t, message({"exceptions must be classes or instances deriving from BaseException, not ",
                        Classes<V>::class_name(t, type)}));
        return false;
      }
      Ref<V> instance(
          ErrorMaker<V>::instance_of(t, type, "exceptions must derive from BaseException"));
      if (!instance) return false;
      Errors<V>::restore(t, instance.take());
      return true;
    }
    Ref<V> instance;
    if (ErrorMaker<V>::is_exception(value))
      instance = Ref<V>::share(value);
    else if (layout_of(value) == Kind::Tuple) {
      instance = Ref<V>(Protocol<V>::call(
          t, type,
          CallArgs{value.as<Tuple>()->items, static_cast<uint32_t>(value.as<Tuple>()->size)}));
    } else {
      instance = Ref<V>(Protocol<V>::call(t, type, {value}));
    }
    if (!instance) return false;
    Errors<V>::restore(t, instance.take());
    return true;
  }
  static Value throw_(VmThread& t, A args) {
    if (!raise_given(t, args)) return Value();
    Value returned;
    Value value = t.isolate->hooks.throw_into_generator(t, self(args), &returned);
    return finish(t, value, returned);
  }
  static Value close(VmThread& t, A args) {
    Generator* g = self(args);
    if (state_of(g) == kGeneratorFinished) return Value::none();
    Errors<V>::restore(t, Value(ErrorMaker<V>::make(t, Exc::GeneratorExit, nullptr)));
    Value returned;
    Ref<V> value(t.isolate->hooks.throw_into_generator(t, g, &returned));
    V::decref(returned);
    if (value) return Errors<V>::raise(t, Exc::RuntimeError, "generator ignored GeneratorExit");
    if (t.pending && !Errors<V>::pending_is(t, Exc::GeneratorExit) &&
        !Errors<V>::pending_is(t, Exc::StopIteration))
      return Value();
    Errors<V>::clear(t);
    return Value::none();
  }

  static Value name(VmThread&, A args) { return Value(V::newref(self(args)->name)); }
  static Value qualname(VmThread&, A args) { return Value(V::newref(self(args)->qualified_name)); }
  static Value running(VmThread&, A args) {
    return Value::boolean(state_of(self(args)) == kGeneratorRunning);
  }
  static Value suspended(VmThread&, A args) {
    return Value::boolean(is_waiting(state_of(self(args))));
  }
  static Value code(VmThread&, A args) { return Value(V::newref(self(args)->frame.code)); }
  // What the generator waits for in a yield from; else None.
  static Value yield_from(VmThread&, A args) {
    Generator* g = self(args);
    typename V::Guard guard(g);
    if (!is_waiting(g->state) || !g->delegating) return Value::none();
    return V::newref(g->registers[g->frame.pc->b()]);
  }
  // A record of where the generator stands; None when it has ended.
  static Value frame(VmThread& t, A args) {
    CodeObject* code = self(args)->frame.code;
    uint32_t line = code->code->first_line;
    {
      Generator* g = self(args);
      typename V::Guard guard(g);
      if (g->state == kGeneratorFinished) return Value::none();
      auto at = static_cast<size_t>(g->frame.pc - code->instructions);
      if (is_waiting(g->state) && at > 0 && at <= code->code->lines.size())
        line = code->code->lines[at - 1];
    }
    return ExceptionNatives<V>::frame_record(t, code, line);
  }

  static void create(VmThread& t) {
    constexpr uint8_t m = kNativeMethod;
    static const NativeDef methods[] = {{"__next__", &next, 0, 0, m},
                                        {"send", &send, 1, 1, m},
                                        {"throw", &throw_, 1, 3, m},
                                        {"close", &close, 0, 0, m}};
    static const GetSetDef fields[] = {
        {{"__name__", &name, 0, 0, m}, {}},
        {{"__qualname__", &qualname, 0, 0, m}, {}},
        {{"gi_running", &running, 0, 0, m}, {}},
        {{"gi_suspended", &suspended, 0, 0, m}, {}},
        {{"gi_code", &code, 0, 0, m}, {}},
        {{"gi_frame", &frame, 0, 0, m}, {}},
        {{"gi_yieldfrom", &yield_from, 0, 0, m}, {}},
    };
    Class* c = t.isolate->classes[static_cast<int>(Kind::Generator)];
    Classes<V>::add_methods(t, c, methods, std::size(methods));
    Classes<V>::add_attributes(t, c, fields, std::size(fields));
  }
};

template <class V>
void Functions<V>::create(VmThread& t) {
  FunctionNatives<V>::create_functions(t);
  FunctionNatives<V>::create_code(t);
  FunctionNatives<V>::create_methods(t);
  DescriptorNatives<V>::create_properties(t);
  DescriptorNatives<V>::create_wrappers(t);
  DescriptorNatives<V>::create_others(t);
  GeneratorNatives<V>::create(t);
}

}  // namespace gilsim
