// What: str.format(), format_map(), __format__ of str, and the % operator of str and bytes.
// Idea: the templates are walked by text/str_format.h and text/percent_format.h; here objects are
// looked up and converted. Threads: any. Not here: laying out numbers and text
// (text/format_number.h).
#pragma once

#include <string>

#include "vm/object/number_impl.h"
#include "vm/object/text/format_number.h"
#include "vm/object/text/percent_format.h"
#include "vm/object/text/str_format.h"
#include "vm/object/text_methods_impl.h"

namespace gilsim {

template <class V>
Value TextMethods<V>::format_spec(VmThread& t, A a) {
  Subject spec, self = self_of(t, a);
  if (!spec.read(t, a.values[1]) || !spec.is_str()) {
    return Errors<V>::type_error(t, message({"__format__() argument must be str, not ",
                                             Classes<V>::class_name(t, a.values[1])}));
  }
  if (spec.view.text.empty()) return Value(Protocol<V>::to_str(t, a.values[0]));
  std::string out;
  Status status = format_str(out, self.view, spec.view.text);
  return status.ok() ? Value(Heap<V>::str(t, out)) : raise_status<V>(t, status);
}

// One expansion of a str.format() template.
template <class V>
class StrFormatter {
 public:
  StrFormatter(VmThread& t, const NativeArgs* args, Value mapping)
      : t_(t), args_(args), mapping_(mapping) {}

  bool expand(std::string_view text, int depth, std::string& out) {
    if (depth == 0) return fail(Status::value_error(kFormatTooDeep));
    FormatTemplate walk(text);
    FormatField field;
    for (;;) {
      FormatTemplate::Item item = walk.next(field);
      if (item == FormatTemplate::Item::kEnd) return true;
      if (item == FormatTemplate::Item::kError) return fail(walk.error());
      out += field.literal;
      if (field.has_field && !add_field(field, depth, out)) return false;
    }
  }

 private:
  bool fail(const Status& status) {
    raise_status<V>(t_, status);
    return false;
  }

  bool add_field(const FormatField& field, int depth, std::string& out) {
    Ref<V> value(look_up(field.name));
    if (!value) return false;
    Status status = check_conversion(field.conversion);
    if (!status.ok()) return fail(status);
    if (field.conversion) {
      Str* converted = field.conversion == 's'   ? Protocol<V>::to_str(t_, value.get())
                       : field.conversion == 'r' ? Protocol<V>::repr(t_, value.get())
                                                 : Protocol<V>::ascii(t_, value.get());
      if (!converted) return false;
      value = Ref<V>(converted);
    }
    std::string spec(field.spec);
    if (field.spec_has_fields) {
      spec.clear();
      if (!expand(field.spec, depth - 1, spec)) return false;
    }
    Ref<V> text(Protocol<V>::format(t_, value.get(), spec));
    if (!text) return false;
    out += text.template as<Str>()->view();
    return true;
  }

  Value first_of(const FieldPath& path) {
    int64_t index = path.first_index();
    if (mapping_) {
      Ref<V> key(Heap<V>::str(t_, path.first()));
      return Protocol<V>::get_item(t_, mapping_, key.get());
    }
    if (index >= 0) {
      if (index >= static_cast<int64_t>(args_->positional_count()) - 1)
        return raise_status<V>(t_, replacement_index_error(index));
      return V::newref(args_->values[1 + index]);
    }
    for (uint32_t k = 0; k < args_->keyword_count(); ++k) {
      if (args_->names->items[k].template as<Str>()->view() == path.first())
        return V::newref(args_->values[args_->positional_count() + k]);
    }
    Ref<V> key(Heap<V>::str(t_, path.first()));
    return Errors<V>::raise_value(t_, Exc::KeyError, key.get());
  }

  Value look_up(std::string_view name) {
    FieldPath path;
    Status status = path.start(name, mapping_ ? nullptr : &numbering_);
    if (!status.ok()) return raise_status<V>(t_, status);
    Ref<V> value(first_of(path));
    while (value) {
      switch (path.next()) {
        case FieldPath::Step::kEnd:
          return value.take();
        case FieldPath::Step::kError:
          return raise_status<V>(t_, path.error());
        case FieldPath::Step::kAttribute:
          value = Ref<V>(Classes<V>::get_attr(t_, value.get(), path.step_name()));
          break;
        case FieldPath::Step::kItem: {
          Ref<V> key = path.step_index() >= 0 ? Ref<V>(Value::integer(path.step_index()))
                                              : Ref<V>(Heap<V>::str(t_, path.step_name()));
          value = Ref<V>(Protocol<V>::get_item(t_, value.get(), key.get()));
        }
      }
    }
    return Value();
  }

  VmThread& t_;
  const NativeArgs* args_;
  Value mapping_;
  FormatNumbering numbering_;
};

template <class V>
Value TextMethods<V>::format(VmThread& t, A a) {
  std::string out;
  StrFormatter<V> formatter(t, &a, Value());
  return formatter.expand(a.values[0].as<Str>()->view(), kFormatDepth, out)
             ? Value(Heap<V>::str(t, out))
             : Value();
}
template <class V>
Value TextMethods<V>::format_map(VmThread& t, A a) {
  std::string out;
  StrFormatter<V> formatter(t, nullptr, a.values[1]);
  return formatter.expand(a.values[0].as<Str>()->view(), kFormatDepth, out)
             ? Value(Heap<V>::str(t, out))
             : Value();
}

// One % formatting.
template <class V>
class PercentFormatter {
 public:
  PercentFormatter(VmThread& t, Value args, bool is_bytes)
      : t_(t), args_(args), is_bytes_(is_bytes) {
    Kind kind = Classes<V>::class_of(t, args)->instance_kind;
    tuple_ = kind == Kind::Tuple ? args.as<Tuple>() : nullptr;
    mapping_ = !tuple_ && kind != Kind::Str &&
               !(is_bytes_ && (kind == Kind::Bytes || kind == Kind::ByteArray)) &&
               Classes<V>::has_special(t, args, Special::getitem);
  }

  bool expand(StrView format, std::string& out) {
    PercentParser parser(format);
    for (;;) {
      switch (parser.next()) {
        case PercentParser::Item::kEnd:
          return finish();
        case PercentParser::Item::kLiteral:
          out += parser.literal();
          break;
        case PercentParser::Item::kError:
          if (parser.spec().has_key && !mapping_) return type_error(kPercentNeedsMapping);
          raise_status<V>(t_, parser.error());
          return false;
        case PercentParser::Item::kSpec:
          if (!convert(parser.spec(), out)) return false;
      }
    }
  }

 private:
  bool type_error(std::string_view text) {
    Errors<V>::type_error(t_, text);
    return false;
  }
  bool finish() {
    if (mapping_ || keyed_) return true;
    bool all_used = tuple_ ? at_ == tuple_->size : at_ > 0;
    return all_used || type_error(is_bytes_ ? kPercentTooManyBytes : kPercentTooManyStr);
  }
  // The next argument, borrowed; null: pending.
  Value argument() {
    uint64_t index = at_++;
    if (!keyed_ && tuple_ && index < tuple_->size) return tuple_->items[index];
    if (!keyed_ && !tuple_ && index == 0) return args_;
    type_error(kPercentTooFew);
    return Value();
  }
  bool star(int64_t& number) {
    Value v = argument();
    if (!v) return false;
    if (!Numbers<V>::is_int(v)) return type_error(kPercentStarWantsInt);
    return Protocol<V>::size_of(t_, v, number);
  }

  bool convert(PercentSpec& spec, std::string& out) {
    Ref<V> keyed;
    int64_t number;
    if (spec.has_key) {
      if (!mapping_) return type_error(kPercentNeedsMapping);
      keyed_ = true;
      Ref<V> key(is_bytes_ ? static_cast<Object*>(Heap<V>::bytes(t_, spec.key))
                           : static_cast<Object*>(Heap<V>::str(t_, spec.key)));
      keyed = Ref<V>(Protocol<V>::get_item(t_, args_, key.get()));
      if (!keyed) return false;
    }
    if (spec.width_star) {
      if (!star(number)) return false;
      spec.set_width(number);
    }
    if (spec.precision_star) {
      if (!star(number)) return false;
      spec.set_precision(number);
    }
    if (spec.type == '%') {
      out += '%';
      return true;
    }
    Value v = spec.has_key ? keyed.get() : argument();
    if (!v) return false;
    if (is_percent_int(spec.type)) return integer(spec, v, out);
    if (is_percent_float(spec.type)) {
      double d;
      if (!Numbers<V>::is_real(v) && !Numbers<V>::is_int(v) &&
          !Classes<V>::has_special(t_, v, Special::float_)) {
        return type_error(message({"must be real number, not ", Classes<V>::class_name(t_, v)}));
      }
      return Protocol<V>::to_double(t_, v, d) && done(percent_float(out, spec, d));
    }
    return text(spec, v, out);
  }
  bool done(const Status& status) {
    if (!status.ok()) raise_status<V>(t_, status);
    return status.ok();
  }

  bool integer(const PercentSpec& spec, Value v, std::string& out) {
    char type = static_cast<char>(spec.type);
    bool decimal = type == 'd' || type == 'i' || type == 'u';
    Ref<V> whole;
    if (Numbers<V>::is_int(v)) {
      whole = Ref<V>::share(v);
    } else if (decimal &&
               (Numbers<V>::is_real(v) || Classes<V>::has_special(t_, v, Special::int_))) {
      Value int_class(t_.isolate->classes[static_cast<int>(Kind::Int)]);
      whole = Ref<V>(Protocol<V>::call(t_, int_class, {v}));
    } else if (Classes<V>::has_special(t_, v, Special::index)) {
      whole = Ref<V>(Protocol<V>::to_index(t_, v));
    }
    if (!whole && (!t_.pending || Errors<V>::pending_is(t_, Exc::TypeError))) {
      if (t_.pending) Errors<V>::clear(t_);
      return type_error(message({"%", std::string_view(&type, 1),
                                 " format: ", decimal ? "a real number" : "an integer",
                                 " is required, not ", Classes<V>::class_name(t_, v)}));
    }
    if (!whole) return false;
    IntView<V> view(whole.get());
    return done(percent_int(out, spec, view));
  }

  bool character(PercentSpec& spec, Value v, std::string& out) {
    std::string piece;
    TextSubject<V> text_value;
    if (Numbers<V>::is_int(v)) {
      int64_t code;
      if (!Numbers<V>::int64_of(v, code)) code = -1;
      int64_t limit = is_bytes_ ? 256 : 0x110000;
      if (code < 0 || code >= limit) {
        Errors<V>::raise(t_, Exc::OverflowError,
                         is_bytes_ ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
        return false;
      }
      if (is_bytes_)
        piece += static_cast<char>(code);
      else
        append_utf8(piece, static_cast<char32_t>(code));
    } else if (text_value.read(t_, v) && text_value.is_str() != is_bytes_ &&
               text_value.view.length == 1) {
      piece = text_value.view.text;
    } else {
      return type_error(is_bytes_ ? "%c requires an integer in range(256) or a single byte"
                                  : "%c requires int or char");
    }
    spec.precision = -1;
    return done(percent_text(out, spec, is_bytes_ ? StrView::bytes(piece) : StrView::str(piece)));
  }

  bool text(PercentSpec& spec, Value v, std::string& out) {
    char32_t type = spec.type;
    if (type == 'c') return character(spec, v, out);
    if (is_bytes_ && (type == 's' || type == 'b')) {
      TextSubject<V> bytes_value;
      bool readable = bytes_value.read(t_, v), found = false;
      Ref<V> own;
      if (!readable) own = Ref<V>(Classes<V>::call_special(t_, v, Special::bytes, {}, found));
      if (found) {
        if (!own) return false;
        readable = bytes_value.read(t_, own.get()) && bytes_value.kind == Kind::Bytes;
        if (!readable) {
          return type_error(message(
              {"__bytes__ returned non-bytes (type ", Classes<V>::class_name(t_, own.get()), ")"}));
        }
      }
      if (!readable || bytes_value.is_str()) {
        return type_error(message(
            {"%b requires a bytes-like object, or an object that implements __bytes__, not '",
             Classes<V>::class_name(t_, v), "'"}));
      }
      return done(percent_text(out, spec, bytes_value.view));
    }
    if (type != 's' && type != 'r' && type != 'a')
      return done(unsupported_percent_type(spec, is_bytes_));
    Ref<V> converted(type == 's'                 ? Protocol<V>::to_str(t_, v)
                     : type == 'r' && !is_bytes_ ? Protocol<V>::repr(t_, v)
                                                 : Protocol<V>::ascii(t_, v));
    if (!converted) return false;
    return done(percent_text(out, spec, view_of(converted.template as<Str>())));
  }

  VmThread& t_;
  Value args_;
  bool is_bytes_;
  Tuple* tuple_;
  bool mapping_;
  bool keyed_ = false;
  uint64_t at_ = 0;
};

template <class V>
Value TextMethods<V>::bytes_percent(VmThread& t, A a) {
  Subject self = self_of(t, a);
  std::string out;
  PercentFormatter<V> formatter(t, a.values[1], true);
  return formatter.expand(self.view, out) ? self.make(t, out) : Value();
}

template <class V>
Value Strings<V>::percent_format(VmThread& t, Str* format, Value args) {
  std::string out;
  PercentFormatter<V> formatter(t, args, false);
  return formatter.expand(view_of(format), out) ? Value(Heap<V>::str(t, out)) : Value();
}

}  // namespace gilsim
