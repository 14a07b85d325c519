// What: the native part of the module weakref: links that do not keep what they know alive.
// Threads: any.
// Not here: what they are made of (vm/object/weak_impl.h), what programs see (lib/weakref.py).
#include "vm/modules/modules.h"

namespace gilsim {
namespace {

struct LinkPayload {
  Services* services;
  void* link;
};
void drop_link(void* payload) {
  auto* p = static_cast<LinkPayload*>(payload);
  p->services->weak_free(p->link);
  delete p;
}
WeakLink* link_in(void* payload) {
  return static_cast<WeakLink*>(static_cast<LinkPayload*>(payload)->link);
}
constexpr NativeType kLinkType{"_weakref.link", drop_link, nullptr, link_in};

// link(target, holder, calls)
void* new_link(Context& cx, const Handle* args, uint32_t count) {
  if (count != 3) {
    cx.raise(Exc::TypeError, "link() takes a target, a holder and a truth value");
    return nullptr;
  }
  void* link = cx.weak_new(args[0], args[1], cx.is_true(args[2]));
  return link ? new LinkPayload{&cx.services(), link} : nullptr;
}
Handle link_call(Context& cx, const Handle* args, uint32_t) {
  auto* p = static_cast<LinkPayload*>(cx.payload(args[0], &kLinkType));
  if (!p) return {};
  Handle target = cx.weak_get(p->link);
  return target ? target : cx.none();
}
Handle weak_count(Context& cx, const Handle* args, uint32_t) {
  return cx.integer(cx.weak_count(args[0]));
}

constexpr ModuleFunction kLinkMethods[] = {{"__call__", link_call, 0, 0}};
constexpr ModuleClass kLinkClass{"link",       "_weakref",
                                 &kLinkType,   kLinkMethods,
                                 std::size(kLinkMethods), new_link};
constexpr ModuleFunction kFunctions[] = {{"getweakrefcount", weak_count, 1, 1}};

}  // namespace

bool init_weakref_module(Context& cx, Handle module) {
  return cx.add_class(module, kLinkClass) &&
         cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
