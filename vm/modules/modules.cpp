// What: the table of library modules, from modules.def and the embedded sources.
#include "vm/modules/modules.h"

#include "vm/modules/embedded.h"

namespace gilsim {

namespace {

struct Entry {
  const char* name;
  bool (*init)(Context& cx, Handle module);
  const char* source_name;
};
constexpr Entry kEntries[] = {
#define MODULE(name, init, source) {#name, init, source},
#include "vm/modules/modules.def"
#undef MODULE
};

std::vector<ModuleDef> make_table() {
  std::vector<ModuleDef> table;
  for (const Entry& entry : kEntries) {
    table.push_back({entry.name, entry.init,
                     *entry.source_name ? embedded_source(entry.source_name) : nullptr});
  }
  return table;
}

const std::vector<ModuleDef>& table() {
  static const std::vector<ModuleDef> kTable = make_table();
  return kTable;
}

}  // namespace

const ModuleDef* find_library_module(std::string_view name) {
  for (const ModuleDef& def : table()) {
    if (name == def.name) return &def;
  }
  return nullptr;
}

std::vector<std::string_view> library_module_names() {
  std::vector<std::string_view> names;
  for (const ModuleDef& def : table()) names.emplace_back(def.name);
  return names;
}

}  // namespace gilsim
