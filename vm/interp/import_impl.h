// What: importing modules, and running text: __import__, eval, exec, compile hooks.
// Idea: as CPython: a module is put into sys.modules before its body runs, and taken out again when
// the body fails. Threads: one import at a time, by a re-entrant lock that gives the interpreter
// lock up while it is waited for. Not here: the modules (vm/modules).
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "vm/interp/context_impl.h"
#include "vm/interp/runtime.h"
#include "vm/object/message.h"
#include "vm/object/text/str_repr.h"

namespace gilsim {

template <class V>
struct Imports {
  using P = typename V::P;

  // Holds the import lock for a scope.
  class Lock {
   public:
    explicit Lock(VmThread& t) : t_(t), runtime_(runtime_of<V>(t)) {
      if (runtime_.import_owner.load() != t.ident) {
        runtime_.acquire(t, runtime_.import_lock, {.interruptible = false}, "import lock");
        runtime_.import_owner.store(t.ident);
      }
      ++runtime_.import_depth;
    }
    ~Lock() {
      if (--runtime_.import_depth == 0) {
        runtime_.import_owner.store(0);
        runtime_.release(runtime_.import_lock);
      }
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

   private:
    VmThread& t_;
    Runtime<V>& runtime_;
  };

  static CodeObject* compile_text(VmThread& t, std::string_view text, std::string_view file_name,
                                  CompileMode mode) {
    Runtime<V>& runtime = runtime_of<V>(t);
    CompileFailure failure;
    std::shared_ptr<const Code> code = runtime.spec.compile(text, file_name, mode, &failure);
    if (!code) {
      raise_failure(t, failure, file_name);
      return nullptr;
    }
    return Interp<V>::load_code(t, std::move(code));
  }

  // SyntaxError(message, (file, line, column, text, end line, end column)).
  static void raise_failure(VmThread& t, const CompileFailure& failure, std::string_view file) {
    auto number = [](int64_t n) { return Value::integer(n); };
    Ref<V> name(Heap<V>::str(t, file)), line(Heap<V>::str(t, failure.text)),
        message(Heap<V>::str(t, failure.message));
    Ref<V> details(
        Heap<V>::tuple(t, {name.get(), number(failure.line), number(failure.column), line.get(),
                           number(failure.end_line), number(failure.end_column)}));
    Class* kind = t.isolate->exceptions[static_cast<int>(failure.kind)];
    Ref<V> error(
        Protocol<V>::call(t, Value(static_cast<Object*>(kind)), {message.get(), details.get()}));
    if (error) Errors<V>::raise_object(t, error.get(), Value());
  }

  // Runs `code` as the body of module; the module is in sys.modules meanwhile.
  static bool execute(VmThread& t, Module* module, std::string_view text,
                      std::string_view file_name) {
    return execute_code(t, module, Ref<V>(compile_text(t, text, file_name, CompileMode::kModule)));
  }

  static void set_initializing(Module* module, bool value) {
    __atomic_store_n(&module->initializing, value, __ATOMIC_RELAXED);  // relaxed: only for messages
  }
  static bool execute_code(VmThread& t, Module* module, const Ref<V>& code) {
    if (!code) return false;
    set_initializing(module, true);
    Ref<V> result(Interp<V>::run_code(t, code.template as<CodeObject>(), module->dict, nullptr));
    set_initializing(module, false);
    return static_cast<bool>(result);
  }

  static bool set_text(VmThread& t, Dict* dict, Special name, std::string_view text) {
    Ref<V> value(Heap<V>::str(t, text));
    return Dicts<V>::set_str(t, dict, t.isolate->specials[static_cast<int>(name)], value.get());
  }

  static Value fail(VmThread& t, Str* name, Ref<V>& module) {
    Ref<V> error = Errors<V>::take(t);
    Dicts<V>::del(t, t.isolate->modules, Value(static_cast<Object*>(name)));
    Errors<V>::restore(t, error.take());
    module = Ref<V>();
    return Value();
  }

  static Value load_library(VmThread& t, Str* name, const ModuleDef& def) {
    Ref<V> module(Heap<V>::module(t, name));
    if (!Dicts<V>::set_str(t, t.isolate->modules, name, module.get())) return Value();
    if (def.init) {
      ContextImpl<V> cx(t, nullptr, 0);
      if (!def.init(cx, cx.share(module.get()))) return fail(t, name, module);
    }
    std::string file = "<" + std::string(name->view()) + ">";
    if (def.source && !execute(t, module.template as<Module>(), def.source, file))
      return fail(t, name, module);
    return module.take();
  }

  static bool read_file(const std::string& path, std::string& text) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return false;
    std::ostringstream content;
    content << stream.rdbuf();
    text = content.str();
    return stream.good() || stream.eof();
  }

  // The module file of `path` (without .py), or its package's. Null without an error: there is
  // none.
  static Value load_file(VmThread& t, Str* name, const std::string& path) {
    std::string text;
    std::string file = path + ".py";
    bool package = false;
    if (!read_file(file, text)) {
      file = path + "/__init__.py";
      if (!read_file(file, text)) return Value();
      package = true;
    }
    Ref<V> module(Heap<V>::module(t, name));
    Dict* dict = module.template as<Module>()->dict;
    if (!set_text(t, dict, Special::file, shown_path(*t.isolate, file))) return Value();
    std::string_view owner = name->view();
    if (!package)
      owner = owner.substr(0, owner.rfind('.') == std::string_view::npos ? 0 : owner.rfind('.'));
    Ref<V> package_name(Heap<V>::str(t, owner));
    if (!Dicts<V>::set_str(t, dict, "__package__", package_name.get())) return Value();
    if (package) {
      Ref<V> search(Heap<V>::list(t));
      Ref<V> directory(Heap<V>::str(t, path));
      Lists<V>::append(t, search.template as<List>(), directory.get());
      if (!Dicts<V>::set_str(t, dict, t.isolate->specials[static_cast<int>(Special::path)],
                             search.get()))
        return Value();
    }
    if (!Dicts<V>::set_str(t, t.isolate->modules, name, module.get())) return Value();
    if (!execute(t, module.template as<Module>(), text, file)) return fail(t, name, module);
    return module.take();
  }

  // A package without an __init__.py: all directories of that name. Null without an error: none.
  static Value load_folders(VmThread& t, Str* name, const std::vector<std::string>& directories,
                            const std::string& leaf) {
    Ref<V> search(Heap<V>::list(t));
    for (const std::string& directory : directories) {
      std::string path = (directory.empty() ? std::string(".") : directory) + "/" + leaf;
      std::error_code error;
      if (!std::filesystem::is_directory(path, error)) continue;
      Ref<V> found(Heap<V>::str(t, path));
      if (!Lists<V>::append(t, search.template as<List>(), found.get())) return Value();
    }
    if (search.template as<List>()->size == 0) return Value();
    Ref<V> module(Heap<V>::module(t, name));
    Dict* dict = module.template as<Module>()->dict;
    if (!Dicts<V>::set_str(t, dict, "__package__", Value(static_cast<Object*>(name))) ||
        !Dicts<V>::set_str(t, dict, t.isolate->specials[static_cast<int>(Special::path)],
                           search.get()) ||
        !Dicts<V>::set_str(t, t.isolate->modules, name, module.get()))
      return Value();
    return module.take();
  }

  // Directories to search for name's last part: sys.path, or its package's __path__.
  static bool search_path(VmThread& t, Module* parent, std::vector<std::string>& directories) {
    Ref<V> path;
    if (parent) {
      path = Ref<V>(
          Dicts<V>::get_str(t, parent->dict, t.isolate->specials[static_cast<int>(Special::path)]));
      if (!path) return true;
    } else {
      Ref<V> sys(Dicts<V>::get_str(t, t.isolate->modules, "sys"));
      if (sys) path = Ref<V>(Dicts<V>::get_str(t, sys.template as<Module>()->dict, "path"));
      if (!path) {
        directories = t.isolate->import_path;
        return true;
      }
    }
    Ref<V> list(Protocol<V>::to_list(t, path.get()));
    if (!list) return false;
    for (uint64_t k = 0; k < list.template as<List>()->size; ++k) {
      Value entry = list.template as<List>()->items[k];
      if (entry.is_object() && entry.object()->kind == Kind::Str)
        directories.emplace_back(entry.as<Str>()->view());
    }
    return true;
  }

  static Value not_found(VmThread& t, Str* name, std::string_view detail) {
    std::string text = "No module named ";
    append_str_repr(text, name->view());
    Errors<V>::raise(t, Exc::ModuleNotFoundError, text + std::string(detail));
    Value& extra = t.pending.as<Exception>()->extra;
    Value old = extra;
    extra = V::newref(Value(static_cast<Object*>(name)));
    V::decref(old);
    return Value();
  }

  static Value attribute_of(VmThread& t, Value object, std::string_view name) {
    Ref<V> key(Heap<V>::intern(t, name));
    return Classes<V>::get_attr_optional(t, object, key.template as<Str>());
  }

  static Value import_module(VmThread& t, Str* name) {
    Value present = Dicts<V>::get_str(t, t.isolate->modules, name);
    if (present && !present.is_none()) return present;
    Lock lock(t);
    present = Dicts<V>::get_str(t, t.isolate->modules, name);
    if (present && !present.is_none()) return present;
    std::string_view text = name->view();
    size_t dot = text.rfind('.');
    Ref<V> parent;
    if (dot != std::string_view::npos) {
      Ref<V> parent_name(Heap<V>::intern(t, text.substr(0, dot)));
      parent = Ref<V>(import_module(t, parent_name.template as<Str>()));
      if (!parent) return Value();
      present = Dicts<V>::get_str(t, t.isolate->modules, name);
      if (present) return present;
      // os.path and its like are attributes of a module that is no package. Its __getattr__ is not
      // asked: it may be what imports.
      Ref<V> leaf(Heap<V>::intern(t, text.substr(dot + 1)));
      Value attribute = parent.get().object()->kind == Kind::Module
                            ? Dicts<V>::get_str(t, parent.template as<Module>()->dict,
                                                leaf.template as<Str>())
                            : attribute_of(t, parent.get(), text.substr(dot + 1));
      if (attribute || t.pending) return attribute;
    }
    Value module;
    const ModuleDef* def = runtime_of<V>(t).spec.find_module(text);
    std::vector<std::string> directories;
    Module* owner = parent && parent.get().object()->kind == Kind::Module
                        ? parent.template as<Module>()
                        : nullptr;
    if (!search_path(t, owner, directories)) return Value();
    std::string leaf(dot == std::string_view::npos ? text : text.substr(dot + 1));
    bool builtin_first =
        def && def->init;  // as CPython: built-in modules cannot be shadowed, others can
    if (builtin_first) module = load_library(t, name, *def);
    for (size_t k = 0; !module && !t.pending && !builtin_first && k < directories.size(); ++k) {
      module = load_file(t, name,
                         (directories[k].empty() ? std::string(".") : directories[k]) + "/" + leaf);
    }
    if (!module && !t.pending && def) module = load_library(t, name, *def);
    if (!module && !t.pending) module = load_folders(t, name, directories, leaf);
    if (!module) {
      if (t.pending) return Value();
      return not_found(t, name,
                       parent && !Dicts<V>::get_str(t, owner->dict, "__path__")
                           ? "; '" + std::string(text.substr(0, dot)) + "' is not a package"
                           : "");
    }
    if (owner) {
      Ref<V> leaf_name(Heap<V>::intern(t, std::string_view(leaf)));
      Dicts<V>::set_str(t, owner->dict, leaf_name.template as<Str>(), module);
    }
    return module;
  }

  // The absolute name of a relative import; null: error pending.
  static Str* resolve(VmThread& t, std::string_view name, Value globals, int64_t level) {
    std::string package;
    if (globals.is_object() && globals.object()->kind == Kind::Dict) {
      Ref<V> own(Dicts<V>::get_str(t, globals.as<Dict>(), "__package__"));
      if (own && own.get().is_object() && own.get().object()->kind == Kind::Str)
        package = own.template as<Str>()->view();
    }
    if (package.empty()) {
      Errors<V>::raise(t, Exc::ImportError,
                       "attempted relative import with no known parent package");
      return nullptr;
    }
    for (int64_t k = 1; k < level; ++k) {
      size_t dot = package.rfind('.');
      if (dot == std::string::npos) {
        Errors<V>::raise(t, Exc::ImportError, "attempted relative import beyond top-level package");
        return nullptr;
      }
      package.resize(dot);
    }
    if (!name.empty()) package += "." + std::string(name);
    return Heap<V>::intern(t, std::string_view(package));
  }

  // Imports the submodules that `from package import a, b` names and the package does not have as
  // attributes.
  static bool import_members(VmThread& t, Value module, Str* name, Value from_list) {
    Ref<V> path(Classes<V>::get_attr_optional(
        t, module, t.isolate->specials[static_cast<int>(Special::path)]));
    if (!path) return !t.pending;
    Ref<V> names(Protocol<V>::to_list(t, from_list));
    if (!names) return false;
    for (uint64_t k = 0; k < names.template as<List>()->size; ++k) {
      Value member = names.template as<List>()->items[k];
      if (!member.is_object() || member.object()->kind != Kind::Str ||
          member.as<Str>()->view() == "*")
        continue;
      Ref<V> interned(Heap<V>::intern(t, member.as<Str>()));
      Ref<V> present(Classes<V>::get_attr_optional(t, module, interned.template as<Str>()));
      if (present) continue;
      std::string full = std::string(name->view()) + "." + std::string(member.as<Str>()->view());
      Ref<V> full_name(Heap<V>::intern(t, std::string_view(full)));
      Ref<V> imported(import_module(t, full_name.template as<Str>()));
      if (!imported) {
        if (!Errors<V>::pending_is(t, Exc::ModuleNotFoundError)) return false;
        Errors<V>::clear(t);  // ImportFrom says "cannot import name"
      }
    }
    return true;
  }

  // __import__(name, globals=None, locals=None, fromlist=(), level=0)
  static Value dunder_import(VmThread& t, const NativeArgs& a) {
    Value out[5];
    if (!bind_arguments<V>(t, "__import__", a, {"name", "globals", "locals", "fromlist", "level"},
                           1, out))
      return Value();
    if (Classes<V>::class_of(t, out[0])->instance_kind != Kind::Str) {
      return Errors<V>::type_error(t, "__import__() argument 1 must be str, not " +
                                          std::string(Classes<V>::class_name(t, out[0])));
    }
    int64_t level = 0;
    if (out[4] && !Protocol<V>::index(t, out[4], level)) return Value();
    std::string_view text = out[0].as<Str>()->view();
    if (text.empty() && level == 0) return Errors<V>::value_error(t, "Empty module name");
    Ref<V> name(level > 0 ? resolve(t, text, out[1], level) : Heap<V>::intern(t, out[0].as<Str>()));
    if (!name) return Value();
    Ref<V> module(import_module(t, name.template as<Str>()));
    if (!module) return Value();
    int members = out[3] ? Protocol<V>::truth(t, out[3]) : 0;
    if (members < 0) return Value();
    if (members)
      return import_members(t, module.get(), name.template as<Str>(), out[3]) ? module.take()
                                                                              : Value();
    size_t dot = name.template as<Str>()->view().find('.');
    if (dot == std::string_view::npos || level > 0) return module.take();
    Ref<V> top(Heap<V>::intern(t, name.template as<Str>()->view().substr(0, dot)));
    return import_module(t, top.template as<Str>());
  }

  // ---- eval, exec, compile
  static Value evaluate(VmThread& t, const NativeArgs& a, CompileMode mode, const char* what) {
    Value source = a.values[0];
    Value globals = a.count > 1 && !a.values[1].is_none()
                        ? a.values[1]
                        : Value(static_cast<Object*>(t.frame->globals));
    Value locals = a.count > 2 && !a.values[2].is_none() ? a.values[2] : globals;
    Ref<V> own_locals;
    if (a.count < 2) {
      own_locals = Ref<V>(BuiltinFunctions<V>::locals(t, a));
      if (!own_locals) return Value();
      locals = own_locals.get();
    }
    if (!globals.is_object() || globals.object()->kind != Kind::Dict || !locals.is_object() ||
        locals.object()->kind != Kind::Dict) {
      return Errors<V>::type_error(t, std::string(what) + "() globals and locals must be dicts");
    }
    Ref<V> code;
    if (source.is_object() && source.object()->kind == Kind::Code) {
      code = Ref<V>::share(source);
      if (!(code.template as<CodeObject>()->code->flags & (kCodeNamespace | kCodeModule))) {
        return Errors<V>::type_error(
            t, std::string(what) + "() of a function's code is not supported by gilsim");
      }
    } else {
      Kind kind = Classes<V>::class_of(t, source)->instance_kind;
      if (kind != Kind::Str && kind != Kind::Bytes) {
        return Errors<V>::type_error(
            t, std::string(what) + "() arg 1 must be a string, bytes or code object");
      }
      std::string text(kind == Kind::Str ? source.as<Str>()->view() : source.as<Bytes>()->view());
      if (mode == CompileMode::kEval) text.erase(0, text.find_first_not_of(" \t"));
      code = Ref<V>(compile_text(t, text, "<string>", mode));
    }
    if (!code) return Value();
    return Interp<V>::run_code(t, code.template as<CodeObject>(), globals.as<Dict>(),
                               locals.as<Dict>());
  }
  // For tracebacks: the text of what no file holds.
  static void remember_source(VmThread& t, const std::string& file, const std::string& source) {
    Runtime<V>& runtime = runtime_of<V>(t);
    std::vector<std::string> lines;
    std::istringstream stream(source);
    for (std::string one; std::getline(stream, one);) lines.push_back(one);
    runtime.raw_lock(runtime.sources_lock);
    auto same = [&](const auto& known) { return known.first == file; };
    auto it = std::find_if(runtime.sources.begin(), runtime.sources.end(), same);
    if (it == runtime.sources.end())
      runtime.sources.emplace_back(file, std::move(lines));
    else
      it->second = std::move(lines);
    runtime.release(runtime.sources_lock);
  }
  // compile(source, filename, mode): what eval() and exec() take.
  static Value compile(VmThread& t, const NativeArgs& a) {
    Value out[6];
    if (!bind_arguments<V>(t, "compile", a,
                           {"source", "filename", "mode", "flags", "dont_inherit", "optimize"}, 3,
                           out))
      return Value();
    auto text_of = [&](Value v, std::string& text) {
      Kind kind = Classes<V>::class_of(t, v)->instance_kind;
      if (kind == Kind::Str) text = v.as<Str>()->view();
      if (kind == Kind::Bytes) text = v.as<Bytes>()->view();
      return kind == Kind::Str || kind == Kind::Bytes;
    };
    std::string source, file, name;
    if (!text_of(out[0], source)) {
      return Errors<V>::type_error(t, "compile() arg 1 must be a string, bytes or AST object");
    }
    if (!text_of(out[1], file) || !text_of(out[2], name))
      return Errors<V>::type_error(t, "compile() filename and mode must be str");
    CompileMode mode = CompileMode::kExec;
    if (name == "eval") {
      mode = CompileMode::kEval;
      source.erase(0, source.find_first_not_of(" \t"));
    } else if (name == "single") {
      mode = CompileMode::kSingle;
      remember_source(t, file, source);
    } else if (name != "exec") {
      return Errors<V>::value_error(t, "compile() mode must be 'exec', 'eval' or 'single'");
    }
    CodeObject* code = compile_text(t, source, file, mode);
    return code ? Value(static_cast<Object*>(code)) : Value();
  }
  static Value eval(VmThread& t, const NativeArgs& a) {
    return evaluate(t, a, CompileMode::kEval, "eval");
  }
  static Value exec(VmThread& t, const NativeArgs& a) {
    Ref<V> result(evaluate(t, a, CompileMode::kExec, "exec"));
    return result ? Value::none() : Value();
  }
};

}  // namespace gilsim
