// What: binding the arguments of a native function to named parameters.
// Threads: any.
// Not here: Python functions' parameters (vm/interp/bind_impl.h).
#pragma once

#include <string>
#include <vector>

#include "vm/object/message.h"
#include "vm/object/ops.h"

namespace gilsim {

template <class V>
struct ArgumentBinder {
  VmThread& t;
  std::string_view function;
  const NativeArgs& args;
  std::vector<std::string_view> names;  // without their marks
  size_t positional = 0;                // parameters that may be given by position
  size_t positional_only = 0;
  size_t required;
  Value* out;

  bool fail(const std::string& text) {
    Errors<V>::type_error(t, text);
    return false;
  }

  void read_names(std::initializer_list<const char*> marked) {
    bool keyword_only = false;
    for (const char* name : marked) {
      std::string_view text = name;
      if (text.starts_with("$")) {
        keyword_only = true;
        text.remove_prefix(1);
      } else if (text.starts_with("/")) {
        text.remove_prefix(1);
        positional_only = names.size() + 1;
      }
      names.push_back(text);
      if (!keyword_only) positional = names.size();
    }
  }

  bool by_position(uint32_t given) {
    if (given > positional) {
      if (positional == 0) return fail(message({function, "() takes no positional arguments"}));
      std::string count = std::to_string(given), most = std::to_string(positional);
      if (positional_only == positional) {
        return fail(
            message({function, " expected ", required == positional ? "" : "at most ", most,
                     " argument", plural(static_cast<int64_t>(positional)), ", got ", count}));
      }
      return fail(message({function, "() takes at most ", most,
                           names.size() > positional ? " positional argument" : " argument",
                           plural(static_cast<int64_t>(positional)), " (", count, " given)"}));
    }
    for (uint32_t k = 0; k < given; ++k) out[k] = args.values[k];
    return true;
  }

  bool by_keyword(Str* name, Value value) {
    for (size_t k = positional_only; k < names.size(); ++k) {
      if (names[k] != name->view()) continue;
      if (out[k]) {
        return fail(message({"argument for ", function, "() given by name ('", names[k],
                             "') and position (", std::to_string(k + 1), ")"}));
      }
      out[k] = value;
      return true;
    }
    return fail(
        message({"'", name->view(), "' is an invalid keyword argument for ", function, "()"}));
  }

  bool run(std::initializer_list<const char*> marked) {
    read_names(marked);
    for (size_t k = 0; k < names.size(); ++k) out[k] = Value();
    uint32_t given = args.positional_count();
    if (!by_position(given)) return false;
    for (uint32_t k = 0; k < args.keyword_count(); ++k) {
      if (!by_keyword(args.names->items[k].template as<Str>(), args.values[given + k]))
        return false;
    }
    for (size_t k = 0; k < required; ++k) {
      if (out[k]) continue;
      if (k < positional_only) {
        bool exact = required == names.size();
        return fail(
            message({function, " expected ", exact ? "" : "at least ", std::to_string(required),
                     " argument", plural(static_cast<int64_t>(required)), ", got ",
                     std::to_string(given)}));
      }
      return fail(message({function, "() missing required argument '", names[k], "' (pos ",
                           std::to_string(k + 1), ")"}));
    }
    return true;
  }
};

template <class V>
bool bind_arguments(VmThread& t, const char* function, const NativeArgs& args,
                    std::initializer_list<const char*> names, size_t required, Value* out) {
  if (!args.names && args.count >= required && args.count <= names.size() &&
      (args.count == 0 || names.begin()[args.count - 1][0] != '$')) [[likely]] {
    // By position only, as many as there may be.
    for (size_t k = 0; k < names.size(); ++k) out[k] = k < args.count ? args.values[k] : Value();
    return true;
  }
  ArgumentBinder<V> binder{t, function, args, {}, 0, 0, required, out};
  return binder.run(names);
}

}  // namespace gilsim
