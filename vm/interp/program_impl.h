// What: the life of a program in an isolate: making the isolate, running the main module, ending
// threads, the exit code. Threads: run() on the platform's first thread. Not here: choosing policy,
// platform and algorithm (experiments/modes).
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "vm/interp/builtins_impl.h"
#include "vm/interp/import_impl.h"
#include "vm/interp/services_impl.h"
#include "vm/object/message.h"

namespace gilsim {

// Exit codes of the command, see DESIGN section 6.
inline constexpr int kExitUncaught = 1;
inline constexpr int kExitDeadlock = 3;
inline constexpr int kExitInterrupted = 130;

// "NAME: waits for REASON at FILE:LINE in FUNCTION" for a thread that is not running.
inline void describe_thread(const ThreadRecord& record, std::string& out) {
  auto* t = static_cast<VmThread*>(record.user);
  if (!t || !t->frame) return;
  const Frame* f = t->frame;
  const Code& code = *f->code->code;
  auto index = static_cast<size_t>(f->pc - f->code->instructions);
  if (index > 0) --index;
  uint32_t line = index < code.lines.size() ? code.lines[index] : code.first_line;
  out += "\"" + code.file_name + "\", line " + std::to_string(line) + ", in " + code.name;
  // A frame of the embedded library says little: show the innermost line of the program itself too.
  while (f && !f->code->code->file_name.empty() && f->code->code->file_name[0] == '<')
    f = f->previous;
  if (f && f != t->frame) {
    const Code& outer = *f->code->code;
    auto at = static_cast<size_t>(f->pc - f->code->instructions);
    if (at > 0) --at;
    out += ", called from \"" + outer.file_name + "\", line " +
           std::to_string(at < outer.lines.size() ? outer.lines[at] : 0) + ", in " + outer.name;
  }
}

// "list 12": numbered in order of making in virtual time, by address on real threads. What has a
// better name is told by it.
template <class V>
void describe_object(const void* lock, std::string& out) {
  const Isolate& isolate = *V::current().isolate;
  auto* o =
      reinterpret_cast<const Object*>(static_cast<const char*>(lock) - offsetof(Object, lock));
  if (o == isolate.intern_guard) return void(out += "the table of interned strings");
  if (o == isolate.shape_guard) return void(out += "the shapes of instances");
  if (o == isolate.class_guard) return void(out += "the tables of classes");
  if (o == isolate.thread_guard) return void(out += "the list of threads");
  for (const Object* guard : isolate.gc_guards) {
    if (o == guard) return void(out += "the collector's lists");
  }
  for (const Frame* f = V::current().frame; f; f = f->previous) {
    if (f->globals == o) return void(out += "the globals of \"" + f->code->code->file_name + "\"");
  }
  uint64_t number = V::identity(o);
  char digits[24];
  std::snprintf(digits, sizeof digits, number > UINT32_MAX ? " %#llx" : " %llu",
                static_cast<unsigned long long>(number));
  out += std::string(o->cls->name->view()) + digits;
}

// Embedded library code, and what runs before and after any frame.
inline bool in_library(const ThreadRecord& record) {
  auto* t = static_cast<VmThread*>(record.user);
  if (!t || !t->frame) return true;
  const std::string& file = t->frame->code->code->file_name;
  return !file.empty() && file[0] == '<';
}

template <class V>
VmThread* Runtime<V>::new_thread(ThreadRecord* record) {
  auto* t = new VmThread;
  t->record = record;
  t->isolate = &isolate;
  raw_lock(detector);
  t->ident = next_ident++;
  ++alive;
  isolate.threads.push_back(t);
  release(detector);
  return t;
}

template <class V>
void Runtime<V>::leave_thread(VmThread* t) {
  for (Value* slot : {&t->pending, &t->handled}) {
    Value v = *slot;
    *slot = Value();
    V::decref(v);
  }
  while (!t->handles.empty()) {
    Value v = t->handles.back();
    t->handles.pop_back();
    V::decref(v);
  }
  if (t->record) {
    SharedMemory<V>::leave(*t);  // may run finalizers, which need frames
    Interp<V>::drop_thread(*t);
  }
  raw_lock(detector);
  --alive;
  auto& all = isolate.threads;
  for (size_t k = 0; k < all.size(); ++k) {
    if (all[k] == t) {
      all.erase(all.begin() + static_cast<long>(k));
      break;
    }
  }
  if (!P::kSimulated && alive > 0 && all_wait_for_ever()) report_deadlock();
  release(detector);
}

template <class V>
void Runtime<V>::thread_main(VmThread* t, Value callable, Value args, Value kwargs) {
  ThreadRecord& record = P::self();
  record.user = t;
  record.describe = describe_thread;
  record.describe_object = describe_object<V>;
  if (spec.quiet_library) record.quiet = in_library;
  t->record = &record;
  if (isolate.races) isolate.races->acquired(record.serial, t);
  gil.attach(record);
  SharedMemory<V>::enter(*t);
  Interp<V>::prepare_thread(*t);
  {
    ContextImpl<V> cx(*t, nullptr, 0);
    Handle nothing{};
    Handle result =
        cx.call_spread(cx.share(callable), cx.share(args), kwargs ? cx.share(kwargs) : nothing);
    if (!result) {
      if (Errors<V>::pending_is(*t, Exc::SystemExit)) {
        Errors<V>::clear(*t);
      } else {
        thread_failures.fetch_add(1);
        Ref<V> error = Errors<V>::take(*t);
        Str* name = Protocol<V>::repr(*t, callable);
        std::string text =
            "Exception ignored in thread started by: " + std::string(name ? name->view() : "?") +
            "\n" + Errors<V>::format(*t, error.get());
        V::xdecref(name);
        spec.flush_streams();
        P::write(2, text.data(), text.size());
      }
    }
  }
  leave_thread(t);
  record.user = nullptr;
  gil.detach(record);
  gil.thread_finished();
  delete t;
}

template <class V>
void Runtime<V>::report_deadlock() {
  spec.flush_streams();
  std::string text = "gilsim: deadlock: every thread waits for ever\n";
  for (const Waiting& w : waiting) {
    std::string name = w.thread->record->name.get();
    text += "  " + (name.empty() ? std::string("MainThread") : name) + " waits for a " +
            (w.thread->record->wait_reason ? w.thread->record->wait_reason : "lock") + " at ";
    describe_thread(*w.thread->record, text);
    text += "\n";
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
  std::_Exit(kExitDeadlock);
}

template <class V>
void Runtime<V>::create_builtins(VmThread& t) {
  isolate.builtins = Heap<V>::dict(t);
  isolate.modules = Heap<V>::dict(t);
  Ref<V> name(Heap<V>::intern(t, std::string_view("builtins")));
  auto* module = Heap<V>::module(t, name.template as<Str>());
  V::decref(module->dict);
  module->dict = V::newref(isolate.builtins);
  Dicts<V>::set_str(t, isolate.modules, name.template as<Str>(), Value(module));
  V::decref(module);
  auto add = [&](std::string_view key, Value v) {
    Ref<V> interned(Heap<V>::intern(t, key));
    Dicts<V>::set_str(t, isolate.builtins, interned.template as<Str>(), v);
  };
  static constexpr Kind kPublic[] = {
      Kind::Object,   Kind::Class,       Kind::Int,          Kind::Bool,           Kind::Float,
      Kind::Str,      Kind::Bytes,       Kind::ByteArray,    Kind::List,           Kind::Tuple,
      Kind::Dict,     Kind::Set,         Kind::FrozenSet,    Kind::Range,          Kind::Slice,
      Kind::Property, Kind::ClassMethod, Kind::StaticMethod, Kind::Super,          Kind::Enumerate,
      Kind::Zip,      Kind::Map,         Kind::Filter,       Kind::ReverseIterator};
  for (Kind kind : kPublic) {
    Class* c = isolate.classes[static_cast<int>(kind)];
    add(c->name->view(), Value(static_cast<Object*>(c)));
  }
  for (Class* c : isolate.exceptions) add(c->name->view(), Value(static_cast<Object*>(c)));
  Value os_error(static_cast<Object*>(isolate.exceptions[static_cast<int>(Exc::OSError)]));
  add("IOError", os_error);
  add("EnvironmentError", os_error);
  add("Ellipsis", Value::ellipsis());
  add("True", Value::true_());  // keywords, but dir(builtins) and suggestions know them
  add("False", Value::false_());
  add("None", Value::none());
  add("NotImplemented", Value::not_implemented());
  add("__debug__", Value::true_());
  Builtins<V>::create(t);
}

template <class V>
void Builtins<V>::create(VmThread& t) {
  size_t count = 0;
  const NativeDef* defs = builtin_functions<V>(count);
  auto add = [&](const NativeDef* def) {
    Ref<V> function(Heap<V>::native(t, def, Value()));
    Ref<V> name(Heap<V>::intern(t, std::string_view(def->name)));
    Dicts<V>::set_str(t, t.isolate->builtins, name.template as<Str>(), function.get());
  };
  for (size_t k = 0; k < count; ++k) add(&defs[k]);
  static const NativeDef kMore[] = {
      {"__import__", Imports<V>::dunder_import, 0, 5, kNativeKeywords},
      {"eval", Imports<V>::eval, 1, 3, 0},
      {"exec", Imports<V>::exec, 1, 3, 0},
      {"compile", Imports<V>::compile, 0, -1, kNativeKeywords},
  };
  for (const NativeDef& def : kMore) add(&def);
}

template <class V>
std::string source_line_hook(VmThread& t, std::string_view file_name, uint32_t line) {
  Runtime<V>& runtime = runtime_of<V>(t);
  runtime.raw_lock(runtime.sources_lock);
  std::vector<std::string>* lines = nullptr;
  for (auto& [name, text] : runtime.sources) {
    if (name == file_name) lines = &text;
  }
  if (!lines) {
    std::string text;
    if (file_name == runtime.spec.path)
      text = runtime.spec.source;
    else if (!file_name.empty() && file_name[0] != '<')
      Imports<V>::read_file(std::string(file_name), text);
    lines =
        &runtime.sources.emplace_back(std::string(file_name), std::vector<std::string>()).second;
    std::istringstream stream(text);
    for (std::string one; std::getline(stream, one);) lines->push_back(one);
  }
  std::string found = line >= 1 && line <= lines->size() ? (*lines)[line - 1] : std::string();
  runtime.release(runtime.sources_lock);
  return found;
}

template <class V>
void Interp<V>::install_hooks(Isolate& isolate) {
  isolate.hooks.call_function = call_function;
  isolate.hooks.resume_generator = resume_generator;
  isolate.hooks.throw_into_generator = throw_into_generator;
  isolate.hooks.import_module = Imports<V>::import_module;
  isolate.hooks.run_class_body = run_class_body;
  isolate.hooks.run_code = run_code;
  isolate.hooks.safe_point = native_safe_point;
  isolate.hooks.source_line = source_line_hook<V>;
}

template <class V>
void Runtime<V>::create_isolate(VmThread& t) {
  Heap<V>::create_isolate(t);
  Classes<V>::create_core(t);
  Exceptions<V>::create(t);
  Numbers<V>::create(t);
  Strings<V>::create(t);
  Lists<V>::create(t);
  Dicts<V>::create(t);
  Sets<V>::create(t);
  Functions<V>::create(t);
  Iterators<V>::create(t);
  create_builtins(t);
  Classes<V>::created(t);
}

// The exit code that an uncaught exception means; prints it unless it is SystemExit.
template <class V>
int Runtime<V>::exit_code_of(VmThread& t, Value exception) {
  auto* error = exception.as<Exception>();
  if (Classes<V>::isinstance(t, exception, isolate.exceptions[static_cast<int>(Exc::SystemExit)])) {
    Value code = error->extra            ? error->extra
                 : error->args->size > 0 ? error->args->items[0]
                                         : Value::none();
    if (code.is_none()) return 0;
    int64_t number;
    if (Numbers<V>::is_int(code) && Numbers<V>::int64_of(code, number))
      return static_cast<int>(number & 0xff);
    Str* text = Protocol<V>::to_str(t, code);
    std::string line = text ? std::string(text->view()) + "\n" : std::string();
    V::xdecref(text);
    spec.flush_streams();
    P::write(2, line.data(), line.size());
    return kExitUncaught;
  }
  std::string text = Errors<V>::format(t, exception);
  spec.flush_streams();
  P::write(2, text.data(), text.size());
  return Classes<V>::isinstance(t, exception,
                                isolate.exceptions[static_cast<int>(Exc::KeyboardInterrupt)])
             ? kExitInterrupted
             : kExitUncaught;
}

// Shows what nobody has caught by sys.excepthook, if the program has set one. True: it did.
template <class V>
bool Runtime<V>::call_exception_hook(VmThread& t, Value exception) {
  if (Classes<V>::isinstance(t, exception, isolate.exceptions[static_cast<int>(Exc::SystemExit)]))
    return false;
  Ref<V> sys(Dicts<V>::get_str(t, isolate.modules, "sys"));
  Dict* names = sys ? sys.template as<Module>()->dict : nullptr;
  Ref<V> hook(names ? Dicts<V>::get_str(t, names, "excepthook") : Value());
  Ref<V> usual(names ? Dicts<V>::get_str(t, names, "__excepthook__") : Value());
  if (!hook || hook.get() == usual.get() || hook.get().is_none()) return false;
  auto* error = exception.as<Exception>();
  Value traceback = error->traceback ? Value(error->traceback) : Value::none();
  Value arguments[] = {Value(error->cls), exception, traceback};
  Ref<V> result(Protocol<V>::call(t, hook.get(), CallArgs{arguments, 3, nullptr}));
  if (result) return true;
  Ref<V> failure = Errors<V>::take(t);
  std::string text = "Error in sys.excepthook:\n" + Errors<V>::format(t, failure.get()) +
                     "\nOriginal exception was:\n";
  spec.flush_streams();
  P::write(2, text.data(), text.size());
  return false;
}

// Calls a function of a module, if the program has imported that: `threading` joins the threads
// that are not daemons, as CPython does at the end of the main module; `atexit` calls what was left
// with it. The exit code that an exception means, else 0.
template <class V>
int Runtime<V>::call_at_end(VmThread& t, const char* name, const char* function) {
  Ref<V> module(Dicts<V>::get_str(t, isolate.modules, name));
  if (!module) return 0;
  Ref<V> result(Protocol<V>::call_method(t, module.get(), function, {}));
  if (result) return 0;
  Ref<V> error = Errors<V>::take(t);
  return exit_code_of(t, error.get());
}

// What threads ran that the program waits for has ended; this waits until they are gone as well.
template <class V>
void Runtime<V>::await_leavers(VmThread& t) {
  for (int64_t pause_ns = 1000;; pause_ns = std::min<int64_t>(2 * pause_ns, 1000000)) {
    raw_lock(detector);
    bool leaving = false;
    for (VmThread* other : isolate.threads) leaving |= other != &t && other->waited_for;
    release(detector);
    if (!leaving) return;
    without_lock(t, ThreadState::Blocked, "end of threads", [&] {
      P::sleep_until(P::now() + pause_ns);
      return 0;
    });
  }
}

// Drops the main module, as CPython does at the end, so that finalizers run; they still see the
// globals. Not beside daemon threads, which may use them.
template <class V>
void Runtime<V>::drop_main_module(VmThread& t) {
  raw_lock(detector);
  bool alone = alive == 1;
  release(detector);
  if (!alone) return;
  for (int k = 0; k < 3; ++k) SharedMemory<V>::quiesce(t);
  Ref<V> name(Heap<V>::intern(t, std::string_view("__main__")));
  Dicts<V>::del(t, isolate.modules, name.get());
  if (Interp<V>::collect_now(t) > 0) Interp<V>::collect_now(t);
}

template <class V>
int Runtime<V>::run() {
  ThreadRecord& record = P::self();
  record.name.set("MainThread");
  record.describe = describe_thread;
  record.describe_object = describe_object<V>;
  if (spec.quiet_library) record.quiet = in_library;
  isolate.gil = &gil;
  isolate.runtime = this;
  isolate.safe_point_everywhere = spec.safe_point_everywhere;
  isolate.races = spec.races;
  isolate.argv = spec.arguments;
  isolate.argv.insert(isolate.argv.begin(), spec.path);
  isolate.import_path = {spec.directory};
  isolate.working_directory = spec.working_directory;
  services = std::make_unique<ServicesImpl<V>>(*this);
  VmThread* t = new_thread(&record);
  record.user = t;
  gil.thread_started();
  gil.attach(record);
  Interp<V>::prepare_thread(*t);
  Interp<V>::install_hooks(isolate);
  create_isolate(*t);
  bool good = false;
  {
    Ref<V> sys_name(Heap<V>::intern(*t, std::string_view("sys")));
    Ref<V> sys(Imports<V>::import_module(*t, sys_name.template as<Str>()));
    Ref<V> name(Heap<V>::intern(*t, std::string_view("__main__")));
    Ref<V> module(sys ? Heap<V>::module(*t, name.template as<Str>()) : nullptr);
    good = sys && Dicts<V>::set_str(*t, isolate.modules, name.template as<Str>(), module.get()) &&
           Imports<V>::set_text(*t, module.template as<Module>()->dict, Special::file,
                                shown_path(isolate, spec.path)) &&
           Imports<V>::execute_code(*t, module.template as<Module>(),
                                    Ref<V>(Interp<V>::load_code(*t, spec.code)));
  }
  int code = finish(*t, !good);
  gil.detach(record);
  record.user = nullptr;
  return code;
}

template <class V>
int Runtime<V>::finish(VmThread& t, bool failed) {
  int code = 0;
  if (failed) {
    Ref<V> error = Errors<V>::take(t);
    code = call_exception_hook(t, error.get()) ? kExitUncaught : exit_code_of(t, error.get());
  }
  int end = call_at_end(t, "threading", "_shutdown");
  if (code == 0 && end == kExitInterrupted) code = end;
  if (end == 0) await_leavers(t);
  call_at_end(t, "atexit", "_run_exitfuncs");
  drop_main_module(t);
  spec.flush_streams();
  return code;
}

}  // namespace gilsim
