// What: raising, chaining and matching exceptions.
// Idea: an error is the pending exception on the thread plus a null result; tracebacks grow at the
// front while frames are left. Invariants: I1 the chain of contexts has no cycle: an exception that
// is raised again while it is handled is not its own context. Threads: the thread's own; an
// exception object that several threads raise is guarded where its fields change. Not here:
// printing (traceback_impl.h), the classes (exceptions_impl.h).
#pragma once

#include <cerrno>
#include <cstring>
#include <string>

#include "vm/object/class_impl.h"

namespace gilsim {

template <class V>
struct ErrorMaker {
  static Class* class_for(VmThread& t, Exc kind) {
    return t.isolate->exceptions[static_cast<int>(kind)];
  }
  static bool is_exception(Value v) { return v.is_object() && v.object()->kind == Kind::Exception; }

  // Replaces a field, owned.
  static void put(Exception* e, Value& field, Value owned) {
    Value old;
    V::publish_for(e, owned);
    {
      typename V::Guard guard(e);
      old = field;
      field = owned;
    }
    V::decref(old);
  }

  // args is taken over; null: ().
  static Exception* make(VmThread& t, Exc kind, Tuple* args) {
    Value made = Instances<V>::exception(t, class_for(t, kind));
    auto* e = made.as<Exception>();
    if (args) {
      V::decref(e->args);
      e->args = args;
    }
    return e;
  }

  // Makes e (owned) pending; what is being handled becomes its context. Keeps I1.
  static void set_pending(VmThread& t, Exception* e) {
    Value handled = t.handled;
    if (is_exception(handled) && handled != Value(e)) {
      cut_chain(handled.as<Exception>(), e);
      if (e->context != handled) put(e, e->context, V::newref(handled));
    }
    Value old = t.pending;
    t.pending = Value(e);
    V::decref(old);
  }
  // A chain that a program has made a ring is walked once: the second walker, at half the pace, is
  // met.
  static void cut_chain(Exception* from, Exception* e) {
    Exception* slow = from;
    bool odd = false;
    for (Exception* at = from; is_exception(at->context);
         at = at->context.template as<Exception>()) {
      if (at->context == Value(e)) return put(at, at->context, Value());
      if (odd) slow = slow->context.template as<Exception>();
      odd = !odd;
      if (at->context == Value(slow)) return;
    }
  }

  static Exc os_kind(int error_number) {
    switch (error_number) {
      case EAGAIN:
      case EALREADY:
      case EINPROGRESS:
        return Exc::BlockingIOError;
      case EPIPE:
      case ESHUTDOWN:
        return Exc::BrokenPipeError;
      case ECHILD:
        return Exc::ChildProcessError;
      case ECONNABORTED:
        return Exc::ConnectionAbortedError;
      case ECONNREFUSED:
        return Exc::ConnectionRefusedError;
      case ECONNRESET:
        return Exc::ConnectionResetError;
      case EEXIST:
        return Exc::FileExistsError;
      case ENOENT:
        return Exc::FileNotFoundError;
      case EINTR:
        return Exc::InterruptedError;
      case EISDIR:
        return Exc::IsADirectoryError;
      case ENOTDIR:
        return Exc::NotADirectoryError;
      case EACCES:
      case EPERM:
        return Exc::PermissionError;
      case ESRCH:
        return Exc::ProcessLookupError;
      case ETIMEDOUT:
        return Exc::TimeoutError;
      default:
        return Exc::OSError;
    }
  }

  // An instance (owned) of what raise was given; empty: TypeError pending.
  static Ref<V> instance_of(VmThread& t, Value value, const char* complaint) {
    if (is_exception(value)) return Ref<V>::share(value);
    if (!ClassChecks<V>::is_class(value) || !(value.as<Class>()->class_flags & kClassIsException)) {
      Errors<V>::type_error(t, complaint);
      return Ref<V>();
    }
    Ref<V> made(Protocol<V>::call(t, value, {}));
    if (made && !is_exception(made.get())) {
      Ref<V> shown(Protocol<V>::repr(t, value));
      if (!shown) return Ref<V>();
      Errors<V>::type_error(t, message({"calling ", shown.template as<Str>()->view(),
                                        " should have returned an instance of BaseException, not ",
                                        Classes<V>::class_name(t, made.get())}));
      return Ref<V>();
    }
    return made;
  }
};

template <class V>
Value Errors<V>::raise(VmThread& t, Exc kind, std::string_view text) {
  using Make = ErrorMaker<V>;
  Tuple* args = nullptr;
  if (!text.empty()) {
    args = Heap<V>::tuple(t, size_t{1});
    args->items[0] = Value(Heap<V>::str(t, text));
  }
  Make::set_pending(t, Make::make(t, kind, args));
  return Value();
}

template <class V>
Value Errors<V>::raise_value(VmThread& t, Exc kind, Value argument) {
  using Make = ErrorMaker<V>;
  Exception* e = Make::make(t, kind, Heap<V>::tuple(t, {argument}));
  if (kind == Exc::StopIteration || kind == Exc::SystemExit) e->extra = V::newref(argument);
  Make::set_pending(t, e);
  return Value();
}

template <class V>
Value Errors<V>::raise_stop(VmThread& t, Value result) {
  if (!result.is_none() && !result.is_null()) return raise_value(t, Exc::StopIteration, result);
  ErrorMaker<V>::set_pending(t, ErrorMaker<V>::make(t, Exc::StopIteration, nullptr));
  return Value();
}

template <class V>
Value Errors<V>::raise_os(VmThread& t, int error_number, std::string_view path) {
  using Make = ErrorMaker<V>;
  Ref<V> text(Heap<V>::str(t, std::strerror(error_number)));
  Exception* e = Make::make(t, Make::os_kind(error_number),
                            Heap<V>::tuple(t, {Value::integer(error_number), text.get()}));
  // An empty path is one, too: no path has no data.
  if (path.data()) e->extra = Value(Heap<V>::str(t, path));
  Make::set_pending(t, e);
  return Value();
}

template <class V>
Value Errors<V>::attribute_error(VmThread& t, Value object, Str* name) {
  using Make = ErrorMaker<V>;
  std::string text;
  Kind kind = object.is_object() ? object.object()->kind : Kind::Int;
  if (kind == Kind::Class) {
    text = message({"type object '", object.as<Class>()->name->view(), "' has no attribute '",
                    name->view(), "'"});
  } else if (kind == Kind::Module) {
    Ref<V> own(Dicts<V>::get_str(t, object.as<Module>()->dict,
                                 t.isolate->specials[static_cast<int>(Special::name)]));
    bool named = own && own.get().is_object() && own.get().object()->kind == Kind::Str;
    std::string_view module =
        named ? own.template as<Str>()->view() : object.as<Module>()->name->view();
    // relaxed: only for the message
    text = __atomic_load_n(&object.as<Module>()->initializing, __ATOMIC_RELAXED)
               ? message({"partially initialized module '", module, "' has no attribute '",
                          name->view(), "' (most likely due to a circular import)"})
               : message({"module '", module, "' has no attribute '", name->view(), "'"});
  } else {
    text = message(
        {"'", Classes<V>::class_name(t, object), "' object has no attribute '", name->view(), "'"});
  }
  Ref<V> shown(Heap<V>::str(t, text));
  Exception* e = Make::make(t, Exc::AttributeError, Heap<V>::tuple(t, {shown.get()}));
  e->extra = Value(Heap<V>::tuple(t, {Value(name), object}));
  Make::set_pending(t, e);
  return Value();
}

template <class V>
void Errors<V>::raise_object(VmThread& t, Value value, Value cause) {
  using Make = ErrorMaker<V>;
  Ref<V> instance = Make::instance_of(t, value, "exceptions must derive from BaseException");
  if (!instance) return;
  auto* e = instance.template as<Exception>();
  if (!cause.is_null()) {
    Ref<V> because =
        cause.is_none()
            ? Ref<V>(Value::none())
            : Make::instance_of(t, cause, "exception causes must derive from BaseException");
    if (!because) return;
    Make::put(e, e->cause, because.take());
    e->suppress_context = true;
  }
  Make::set_pending(t, instance.take().template as<Exception>());
}

template <class V>
bool Errors<V>::matches(VmThread& t, Value exception, Value wanted, bool& error) {
  if (wanted.is_object() && wanted.object()->kind == Kind::Tuple) {
    if (low_on_stack(t)) [[unlikely]] {
      error = true;
      too_deep(t);
      return false;
    }
    auto* tuple = wanted.as<Tuple>();
    for (uint64_t k = 0; k < tuple->size; ++k) {
      if (matches(t, exception, tuple->items[k], error)) return true;
      if (error) return false;
    }
    return false;
  }
  if (!ClassChecks<V>::is_class(wanted) || !(wanted.as<Class>()->class_flags & kClassIsException)) {
    error = true;
    type_error(t, "catching classes that do not inherit from BaseException is not allowed");
    return false;
  }
  return Classes<V>::is_subclass(Classes<V>::class_of(t, exception), wanted.as<Class>());
}

template <class V>
bool Errors<V>::pending_is(VmThread& t, Exc kind) {
  return !t.pending.is_null() &&
         Classes<V>::isinstance(t, t.pending, ErrorMaker<V>::class_for(t, kind));
}

template <class V>
void Errors<V>::clear(VmThread& t) {
  Value old = t.pending;
  t.pending = Value();
  V::decref(old);
}

template <class V>
Ref<V> Errors<V>::take(VmThread& t) {
  Value pending = t.pending;
  t.pending = Value();
  return Ref<V>(pending);
}

template <class V>
void Errors<V>::restore(VmThread& t, Value owned) {
  Value old = t.pending;
  t.pending = owned;
  V::decref(old);
}

template <class V>
void Errors<V>::add_traceback(VmThread& t, CodeObject* code, uint32_t line, uint32_t at) {
  if (!ErrorMaker<V>::is_exception(t.pending)) return;
  auto* e = t.pending.as<Exception>();
  auto* entry = Heap<V>::template make<Traceback>(t, Kind::Traceback);
  entry->code = V::newref(code);
  entry->line = line;
  entry->at = at;
  entry->next = nullptr;
  Heap<V>::track(t, entry);
  V::publish_for(e, entry);
  typename V::Guard guard(e);
  entry->next = e->traceback;  // the exception's reference moves over
  e->traceback = entry;
}

}  // namespace gilsim
