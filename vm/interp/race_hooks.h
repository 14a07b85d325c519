// What: which variables an instruction reads and writes, for the race detector: globals, cells,
//   attributes, and items by int or str. What built-in methods do inside is one step and not
//   looked at, nor is what embedded library code does.
// Threads: the running thread of a simulation.
#pragma once

#include <string>

#include "vm/interp/interp.h"
#include "vm/interp/race_detector.h"

namespace gilsim {

template <class V>
class RaceHooks {
 public:
  // The instruction before pc is about to run in frame f.
  [[gnu::noinline]] static void before(VmThread& t, Frame* f, const Instruction* pc,
                                       Instruction i) {
    const Code& code = *f->code->code;
    if (!code.file_name.empty() && code.file_name[0] == '<') return;
    Look look{t, f, static_cast<size_t>(pc - f->code->instructions) - 1};
    switch (i.op()) {
      case Op::LoadGlobal:
        return look.global(f->globals, i.bc(), false);
      case Op::StoreGlobal:
      case Op::DelGlobal:
        return look.global(f->globals, i.bc(), true);
      case Op::LoadName:
        return look.global(f->names ? f->names : f->globals, i.bc(), false);
      case Op::StoreName:
      case Op::DelName:
        return look.global(f->names ? f->names : f->globals, i.bc(), true);
      case Op::LoadCell:
        return look.cell(f->registers[i.b()], false);
      case Op::StoreCell:
      case Op::DelCell:
        return look.cell(f->registers[i.a()], true);
      case Op::LoadFree:
        return look.cell(f->function->closure->items[i.bc()], false);
      case Op::StoreFree:
      case Op::DelFree:
        return look.cell(f->function->closure->items[i.bc()], true);
      case Op::LoadAttr:
      case Op::LoadMethod:
        return look.attribute(f->registers[i.b()], i.c(), false);
      case Op::StoreAttr:
        return look.attribute(f->registers[i.a()], i.b(), true);
      case Op::DelAttr:
        return look.attribute(f->registers[i.a()], i.bc(), true);
      case Op::GetItem:
        return look.item(f->registers[i.b()], f->registers[i.c()], false);
      case Op::SetItem:
      case Op::DelItem:
        return look.item(f->registers[i.a()], f->registers[i.b()], true);
      default:
        return;
    }
  }

 private:
  struct Look {
    VmThread& t;
    Frame* f;
    size_t at;

    void access(const Object* object, std::string_view part, bool writes,
                const std::function<std::string()>& describe) {
      const Code& code = *f->code->code;
      uint32_t line = at < code.lines.size() ? code.lines[at] : code.first_line;
      t.isolate->races->access({t.record->serial, tag_of<typename V::P>(object).serial(), part,
                                writes, code.file_name, line},
                               describe);
    }
    std::string_view name(int32_t index) const {
      return f->code->names[static_cast<size_t>(index)]->view();
    }
    void global(Dict* names, int32_t index, bool writes) {
      std::string_view part = name(index);
      access(names, part, writes, [part] { return "global " + std::string(part); });
    }
    void cell(Value cell, bool writes) {
      if (!cell.is_object()) return;
      access(cell.object(), "", writes, [] { return std::string("a closure's variable"); });
    }
    void attribute(Value object, int32_t index, bool writes) {
      if (!object.is_object()) return;
      std::string_view part = name(index);
      Object* o = object.object();
      access(o, part, writes, [part, o] {
        return "attribute " + std::string(part) + " of a " + std::string(o->cls->name->view());
      });
    }
    void item(Value container, Value key, bool writes) {
      if (!container.is_object()) return;
      Object* o = container.object();
      std::string part;
      if (key.is_int())
        part = "[" + std::to_string(key.as_int()) + "]";
      else if (key.is_object() && key.object()->kind == Kind::Str)
        part = "['" + std::string(key.template as<Str>()->view()) + "']";
      else
        return;
      access(o, part, writes,
             [&] { return "item " + part + " of a " + std::string(o->cls->name->view()); });
    }
  };
};

}  // namespace gilsim
