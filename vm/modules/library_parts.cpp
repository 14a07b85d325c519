// What: the native parts of itertools and of collections.
// Threads: any.
// Not here: what they do (vm/object/itertools_impl.h and its neighbours,
// vm/object/collections_impl.h), what is in the language (lib/itertools.py, lib/collections.py).
#include "vm/modules/modules.h"

namespace gilsim {

bool init_itertools_module(Context& cx, Handle module) {
  return cx.add_library_part(module, LibraryPart::kItertools);
}
bool init_collections_module(Context& cx, Handle module) {
  return cx.add_library_part(module, LibraryPart::kCollections);
}

}  // namespace gilsim
