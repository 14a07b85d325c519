// What: code objects as one isolate has loaded them: literals become values, names are interned,
// cache words are laid out. Threads: a code object is complete before it is published, but for its
// cache words. Not here: compiling (vm/compile).
#pragma once

#include "vm/interp/interp.h"

namespace gilsim {

template <class V>
Value Interp<V>::literal_value(VmThread& t, const Literal& literal) {
  switch (literal.kind) {
    case Literal::Kind::None:
      return Value::none();
    case Literal::Kind::False:
      return Value::false_();
    case Literal::Kind::True:
      return Value::true_();
    case Literal::Kind::Ellipsis:
      return Value::ellipsis();
    case Literal::Kind::Int:
      return Heap<V>::integer(t, literal.integer);
    case Literal::Kind::BigInt: {
      BigInt n;
      BigInt::parse_digits(literal.text, static_cast<int>(literal.integer), n);
      return Heap<V>::integer(t, n);
    }
    case Literal::Kind::Float:
      return Heap<V>::real(t, literal.real);
    case Literal::Kind::Str: {
      bool short_text = literal.text.size() <= 20;
      return Value(short_text ? Heap<V>::intern(t, std::string_view(literal.text))
                              : Heap<V>::str(t, literal.text));
    }
    case Literal::Kind::Bytes:
      return Value(Heap<V>::bytes(t, literal.text));
    case Literal::Kind::Tuple: {
      Tuple* tuple = Heap<V>::tuple(t, literal.items.size());
      for (size_t k = 0; k < literal.items.size(); ++k)
        tuple->items[k] = literal_value(t, literal.items[k]);
      return Value(tuple);
    }
    case Literal::Kind::FrozenSet: {
      Set* set = Heap<V>::set(t, Kind::FrozenSet);
      for (const Literal& item : literal.items) {
        Ref<V> value(literal_value(t, item));
        (void)Sets<V>::add(t, set, value.get());
      }
      return Value(set);
    }
    case Literal::Kind::Code:
      return Value(load_code(t, literal.code));
  }
  return Value::none();
}

template <class V>
CodeObject* Interp<V>::load_code(VmThread& t, std::shared_ptr<const Code> code) {
  auto* loaded = Heap<V>::template make<CodeObject>(t, Kind::Code);
  loaded->code = code.get();
  loaded->instructions = code->instructions.data();
  loaded->counted = nullptr;
  if (t.isolate->safe_point_everywhere) {
    loaded->counted =
        static_cast<Instruction*>(Heap<V>::raw(code->instructions.size() * sizeof(Instruction)));
    for (size_t k = 0; k < code->instructions.size(); ++k)
      loaded->counted[k] = code->instructions[k].counted();
    loaded->instructions = loaded->counted;
  }
  loaded->instruction_count = static_cast<uint32_t>(code->instructions.size());
  loaded->constant_count = static_cast<uint32_t>(code->constants.size());
  loaded->name_count = static_cast<uint32_t>(code->names.size() + code->parameter_count());
  loaded->register_count = code->register_count;
  loaded->positional_count = code->positional_count;
  loaded->local_count = static_cast<uint16_t>(code->local_names.size());
  loaded->return_count = code->tidy ? loaded->local_count : loaded->register_count;
  loaded->is_generator = (code->flags & kCodeGenerator) != 0;
  loaded->plain_parameters =
      code->keyword_only_count == 0 && !(code->flags & (kCodeVarArgs | kCodeVarKeywords));
  loaded->simple_call = loaded->plain_parameters && !loaded->is_generator;
  loaded->simple_arity = loaded->simple_call ? loaded->positional_count : ~uint32_t{0};
  loaded->constants =
      static_cast<Value*>(Heap<V>::raw((code->constants.size() + 1) * sizeof(Value)));
  for (size_t k = 0; k < code->constants.size(); ++k)
    loaded->constants[k] = literal_value(t, code->constants[k]);
  loaded->names = static_cast<Str**>(Heap<V>::raw((loaded->name_count + 1) * sizeof(Str*)));
  for (size_t k = 0; k < loaded->name_count; ++k) {
    const std::string& name =
        k < code->names.size() ? code->names[k] : code->local_names[k - code->names.size()];
    loaded->names[k] = Heap<V>::intern(t, std::string_view(name));
  }
  loaded->parameter_names = loaded->names + code->names.size();
  size_t cache_bytes = code->instructions.size() * sizeof(uint64_t);
  loaded->caches = static_cast<uint64_t*>(Heap<V>::raw(cache_bytes + 8));
  std::fill_n(loaded->caches, code->instructions.size(), uint64_t{0});
  loaded->cache_distance = reinterpret_cast<uintptr_t>(loaded->caches) -
                           reinterpret_cast<uintptr_t>(loaded->instructions);
  loaded->name = Heap<V>::intern(t, std::string_view(code->name));
  loaded->qualified_name = Heap<V>::intern(t, std::string_view(code->qualified_name));
  loaded->file_name = Heap<V>::intern(t, std::string_view(code->file_name));
  loaded->keep_alive = new std::shared_ptr<const Code>(std::move(code));
  return loaded;
}

}  // namespace gilsim
