// What: the process-wide list of bindings between module functions and native functions.
// Threads: filled while modules are imported, under the interpreter's import lock; a deque, so
// addresses stay.
#include <deque>
#include <sstream>

#include "vm/interp/context_impl.h"

namespace gilsim {

ModuleBinding* new_module_binding(const ModuleFunction* function, bool method) {
  static std::deque<ModuleBinding> bindings;
  ModuleBinding& binding = bindings.emplace_back();
  binding.function = function;
  binding.method = method;
  std::string text = function->parameters;
  if (!text.empty() && text[0] == '$') {
    binding.keywords_first = true;
    text.erase(0, 1);
  }
  std::istringstream words(text);
  for (std::string word; words >> word;) binding.parameters.push_back(word);
  return &binding;
}

std::vector<ModuleClassRecord>& module_class_records() {
  static std::vector<ModuleClassRecord> records;
  return records;
}

}  // namespace gilsim
