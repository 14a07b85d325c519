// What: binding the arguments of a call to a function's parameters, with CPython's errors.
// Threads: owner of the VmThread only.
// Not here: the fast path for exactly fitting positional arguments (frames_impl.h).
#pragma once

#include <string>
#include <vector>

#include "vm/interp/interp.h"

namespace gilsim {

// "'a', 'b', and 'c'" as CPython lists missing arguments.
inline std::string join_argument_names(const std::vector<std::string_view>& names) {
  std::string text;
  for (size_t k = 0; k < names.size(); ++k) {
    if (k > 0) text += names.size() == 2 ? " and " : k + 1 == names.size() ? ", and " : ", ";
    text += "'";
    text += names[k];
    text += "'";
  }
  return text;
}

template <class V>
struct Binder {
  VmThread& t;
  Function* function;
  const Code& code;
  Value* out;

  std::string function_name() const { return std::string(function->qualified_name->view()) + "()"; }

  bool fail(const std::string& message) {
    Errors<V>::type_error(t, message);
    return false;
  }

  bool too_many(uint32_t given) {
    uint32_t positional = code.positional_count;
    uint32_t defaults = function->defaults ? static_cast<uint32_t>(function->defaults->size) : 0;
    uint32_t keyword_only_given = 0;
    for (uint32_t k = 0; k < code.keyword_only_count; ++k)
      keyword_only_given += !out[positional + k].is_null();
    std::string takes = defaults ? "from " + std::to_string(positional - defaults) + " to " +
                                       std::to_string(positional)
                                 : std::to_string(positional);
    bool plural = defaults || positional != 1;
    std::string message = function_name() + " takes " + takes + " positional argument" +
                          (plural ? "s" : "") + " but ";
    if (keyword_only_given) {
      message += std::to_string(given) + " positional argument" + (given != 1 ? "s" : "") +
                 " (and " + std::to_string(keyword_only_given) + " keyword-only argument" +
                 (keyword_only_given != 1 ? "s" : "") + ") were given";
    } else {
      message += std::to_string(given) + (given == 1 ? " was given" : " were given");
    }
    return fail(message);
  }

  bool missing(uint32_t from, uint32_t to, const char* what) {
    std::vector<std::string_view> names;
    for (uint32_t k = from; k < to; ++k) {
      if (out[k].is_null()) names.push_back(code.local_names[k]);
    }
    if (names.empty()) return true;
    return fail(function_name() + " missing " + std::to_string(names.size()) + " required " + what +
                " argument" + (names.size() == 1 ? "" : "s") + ": " + join_argument_names(names));
  }

  // One keyword argument: into its parameter, else into **kwargs.
  bool bind_keyword(Str* name, Value value, uint32_t keywords_at, Tuple* all) {
    uint32_t named = code.positional_count + code.keyword_only_count;
    for (uint32_t k = code.positional_only_count; k < named; ++k) {
      if (code.local_names[k] != name->view()) continue;
      if (!out[k].is_null()) {
        return fail(function_name() + " got multiple values for argument '" +
                    std::string(name->view()) + "'");
      }
      out[k] = V::newref(value);
      return true;
    }
    if (code.flags & kCodeVarKeywords)
      return Dicts<V>::set_str(t, out[keywords_at].template as<Dict>(), name, value);
    std::string wrong;  // all that are positional-only, in the order of the parameters
    bool is_wrong = false;
    for (uint32_t k = 0; k < code.positional_only_count; ++k) {
      for (uint64_t j = 0; j < all->size; ++j) {
        std::string_view given = all->items[j].template as<Str>()->view();
        if (code.local_names[k] == given) wrong += (wrong.empty() ? "" : ", ") + std::string(given);
      }
      is_wrong = is_wrong || code.local_names[k] == name->view();
    }
    if (is_wrong)
      return fail(function_name() +
                  " got some positional-only arguments passed as keyword arguments: '" + wrong +
                  "'");
    return fail(function_name() + " got an unexpected keyword argument '" +
                std::string(name->view()) + "'");
  }

  bool fill_defaults() {
    uint32_t positional = code.positional_count;
    if (function->defaults) {
      uint32_t count = static_cast<uint32_t>(function->defaults->size);
      for (uint32_t k = 0; k < count; ++k) {
        Value& slot = out[positional - count + k];
        if (slot.is_null()) slot = V::newref(function->defaults->items[k]);
      }
    }
    for (uint32_t k = 0; k < code.keyword_only_count && function->keyword_defaults; ++k) {
      Value& slot = out[positional + k];
      if (slot.is_null())
        slot = Dicts<V>::get_str(t, function->keyword_defaults, code.local_names[positional + k]);
    }
    return missing(0, positional, "positional") &&
           missing(positional, positional + code.keyword_only_count, "keyword-only");
  }

  bool bind(Value* args, uint32_t n, Tuple* names) {
    uint32_t keywords = names ? static_cast<uint32_t>(names->size) : 0;
    uint32_t given = n - keywords;
    uint32_t positional = code.positional_count;
    uint32_t rest_at = positional + code.keyword_only_count;
    uint32_t keywords_at = rest_at + ((code.flags & kCodeVarArgs) ? 1 : 0);
    uint32_t direct = std::min(given, positional);
    for (uint32_t k = 0; k < direct; ++k) out[k] = V::newref(args[k]);
    if (code.flags & kCodeVarArgs) {
      uint32_t extra = given - direct;
      Tuple* rest = Heap<V>::tuple(t, extra);
      for (uint32_t k = 0; k < extra; ++k) rest->items[k] = V::newref(args[positional + k]);
      out[rest_at] = Value(rest);
    }
    if (code.flags & kCodeVarKeywords) out[keywords_at] = Value(Heap<V>::dict(t));
    for (uint32_t k = 0; k < keywords; ++k) {
      if (!bind_keyword(names->items[k].template as<Str>(), args[given + k], keywords_at, names))
        return false;
    }
    if (given > positional && !(code.flags & kCodeVarArgs)) return too_many(given);
    return fill_defaults();
  }
};

template <class V>
bool Interp<V>::bind(VmThread& t, Function* function, Value* args, uint32_t n, Tuple* names,
                     Value* out) {
  return Binder<V>{t, function, *function->code->code, out}.bind(args, n, names);
}

}  // namespace gilsim
