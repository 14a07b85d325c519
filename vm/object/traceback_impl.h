// What: an uncaught exception as CPython prints it.
// Threads: the thread that prints; it runs the exceptions' __str__.
// Not here: where the text goes (the isolate's owner).
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "vm/object/errors_impl.h"
#include "vm/object/protocol_text_impl.h"
#include "vm/object/suggestions.h"

namespace gilsim {

template <class V>
struct TracebackPrinter {
  static constexpr uint32_t kRepeatsShown = 3;
  VmThread& t;
  std::string text;
  std::vector<Object*> seen;
  bool suggestions = true;

  static bool is_exception(Value v) { return ErrorMaker<V>::is_exception(v); }
  bool is_a(Exception* e, Exc kind) {
    return Classes<V>::isinstance(t, Value(e), ErrorMaker<V>::class_for(t, kind));
  }
  static bool is_str(Value v) { return v.is_object() && v.object()->kind == Kind::Str; }

  void chain(Exception* e) {
    seen.push_back(e);
    auto fresh = [&](Value v) {
      return is_exception(v) && std::find(seen.begin(), seen.end(), v.object()) == seen.end();
    };
    Ref<V> cause = Ref<V>::share(e->cause), context = Ref<V>::share(e->context);
    if (fresh(cause.get())) {
      chain(cause.template as<Exception>());
      text += "\nThe above exception was the direct cause of the following exception:\n\n";
    } else if (!e->suppress_context && fresh(context.get())) {
      chain(context.template as<Exception>());
      text += "\nDuring handling of the above exception, another exception occurred:\n\n";
    }
    one(e);
  }

  void one(Exception* e) {
    int64_t most = limit();
    if (e->traceback && most > 0) {
      text += "Traceback (most recent call last):\n";
      entries(e->traceback, most);
    }
    if (is_a(e, Exc::SyntaxError)) syntax_place(e);
    std::string type = type_name(e);
    std::string what = is_a(e, Exc::SyntaxError) ? syntax_message(e) : description(e);
    text += type;
    if (!what.empty()) text += message({": ", what});
    if (suggestions) text += suggestion(e);
    text += "\n";
    notes(e);
  }

  // sys.tracebacklimit, if it is an int.
  int64_t limit() {
    Ref<V> sys(t.isolate->modules ? Dicts<V>::get_str(t, t.isolate->modules, "sys") : Value());
    if (!sys || sys.get().object()->kind != Kind::Module) return INT64_MAX;
    Ref<V> set(Dicts<V>::get_str(t, sys.template as<Module>()->dict, "tracebacklimit"));
    return set && set.get().is_int() ? std::max<int64_t>(set.get().as_int(), 0) : INT64_MAX;
  }
  // With a limit the interpreter prints the innermost frames, module traceback the outermost.
  void entries(Traceback* entry, int64_t most) {
    Traceback* previous = nullptr;
    uint32_t repeats = 0;
    int64_t skipped = suggestions ? -most : INT64_MIN;
    for (Traceback* each = entry; suggestions && each; each = each->next) ++skipped;
    for (; entry && skipped > 0; --skipped) entry = entry->next;
    for (; entry && most > 0; entry = entry->next, --most) {
      bool same = previous && previous->code == entry->code && previous->line == entry->line;
      if (same) {
        ++repeats;
        if (repeats >= kRepeatsShown) continue;
      } else {
        end_of_repeats(repeats);
        repeats = 0;
      }
      place(entry);
      previous = entry;
    }
    end_of_repeats(repeats);
  }
  void end_of_repeats(uint32_t repeats) {
    if (repeats < kRepeatsShown) return;
    uint32_t hidden = repeats - kRepeatsShown + 1;
    text += message({"  [Previous line repeated ", std::to_string(hidden), " more time",
                     plural(hidden), "]\n"});
  }

  // A frame, and those of the comprehensions of its function that it is inside of.
  void place(Traceback* entry) {
    const Code& code = *entry->code->code;
    std::string_view name = entry->code->name->view();
    for (auto c = code.comprehensions.rbegin(); c != code.comprehensions.rend(); ++c) {
      if (entry->at < c->start || entry->at >= c->end) continue;
      place(entry->code, name, code.lines[c->start - 1], c->start - 1);
      name = c->name;
    }
    place(entry->code, name, entry->line, entry->at);
  }
  void place(CodeObject* code, std::string_view name, uint32_t number, uint32_t at) {
    text += message({"  File \"", shown_path(*t.isolate, code->file_name->view()), "\", line ",
                     std::to_string(number), ", in ", name, "\n"});
    if (!t.isolate->hooks.source_line) return;
    std::string raw = t.isolate->hooks.source_line(t, code->file_name->view(), number);
    std::string line = trimmed(raw);
    if (line.empty()) return;
    text += message({"    ", line, "\n"});
    const std::vector<Columns>& columns = code->code->columns;
    if (at < columns.size()) carets(columns[at], raw, line);
  }
  // The line below: ^ under the expression, or ~ with ^ under what is marked. None when all of the
  // line would be underlined. Columns are bytes, what is printed counts characters.
  void carets(const Columns& columns, const std::string& raw, const std::string& line) {
    size_t indent = raw.find_first_not_of(" \t\f\r");
    size_t last = indent + line.size();
    size_t begin = columns.begin;
    size_t end = columns.end == Columns::kToLineEnd ? last : columns.end;
    if (columns.end == 0 || begin < indent || end > last || begin >= end) return;
    auto width = [&](size_t from, size_t to) {
      return count_code_points(std::string_view(raw).substr(from, to - from));
    };
    bool marked = columns.mark_end != 0 && begin + columns.mark_end <= end;
    if (begin == indent && end == last && !marked) return;
    text += "    " + std::string(width(indent, begin), ' ');
    if (marked) {
      size_t mark = begin + columns.mark, mark_end = begin + columns.mark_end;
      text += std::string(width(begin, mark), '~') + std::string(width(mark, mark_end), '^') +
              std::string(width(mark_end, end), '~');
    } else {
      text += std::string(width(begin, end), '^');
    }
    text += "\n";
  }
  static std::string trimmed(const std::string& line) {
    constexpr const char* kSpace = " \t\f\r\n";
    size_t from = line.find_first_not_of(kSpace);
    return from == std::string::npos ? std::string()
                                     : line.substr(from, line.find_last_not_of(kSpace) - from + 1);
  }

  std::string type_name(Exception* e) {
    Class* c = e->cls;
    std::string name(c->qualified_name->view());
    if (c->class_flags & kClassBuiltin) return name;
    Ref<V> module(
        Dicts<V>::get_str(t, c->dict, t.isolate->specials[static_cast<int>(Special::module)]));
    if (!module || !is_str(module.get())) return name;
    std::string_view prefix = module.template as<Str>()->view();
    return prefix == "__main__" || prefix == "builtins" ? name : message({prefix, ".", name});
  }
  std::string description(Exception* e) {
    Ref<V> shown(Protocol<V>::to_str(t, Value(e)));
    if (shown) return std::string(shown.template as<Str>()->view());
    Errors<V>::clear(t);
    return "<exception str() failed>";
  }

  void notes(Exception* e) {
    Ref<V> list(Classes<V>::get_attr_optional(t, Value(e), Heap<V>::intern(t, "__notes__")));
    if (t.pending) Errors<V>::clear(t);
    if (!list || list.get().object()->kind != Kind::List) return;
    for (uint64_t k = 0;; ++k) {
      Ref<V> note(Comparison<V>::item(list.get(), k));
      if (!note) return;
      Ref<V> shown(Protocol<V>::to_str(t, note.get()));
      if (shown)
        text += message({shown.template as<Str>()->view(), "\n"});
      else
        Errors<V>::clear(t);
    }
  }

  // ---- syntax errors: args are (message, (file, line, offset, text, ...))
  static Tuple* syntax_details(Exception* e) {
    if (e->args->size < 2) return nullptr;
    Value details = e->args->items[1];
    bool good = details.is_object() && details.object()->kind == Kind::Tuple &&
                details.template as<Tuple>()->size >= 4;
    return good ? details.template as<Tuple>() : nullptr;
  }
  std::string syntax_message(Exception* e) {
    if (e->args->size == 0) return "None";
    Ref<V> shown(Protocol<V>::to_str(t, e->args->items[0]));
    return shown ? std::string(shown.template as<Str>()->view()) : std::string();
  }
  void syntax_place(Exception* e) {
    Tuple* details = syntax_details(e);
    if (!details) return;
    Value file = details->items[0], line = details->items[1], offset = details->items[2],
          source = details->items[3];
    std::string number = line.is_int() ? std::to_string(line.as_int()) : "?";
    std::string name = is_str(file) ? shown_path(*t.isolate, file.template as<Str>()->view())
                                    : std::string("<string>");
    text += message({"  File \"", name, "\", line ", number, "\n"});
    if (!is_str(source)) return;
    std::string raw(source.template as<Str>()->view());
    std::string shown = trimmed(raw);
    if (shown.empty()) return;
    text += message({"    ", shown, "\n"});
    if (!offset.is_int() || offset.as_int() < 1) return;
    size_t indent = raw.find_first_not_of(" \t\f");
    int64_t column =
        offset.as_int() - 1 - static_cast<int64_t>(indent == std::string::npos ? 0 : indent);
    // A place in the indentation or behind the line's end gets no caret.
    if (column < 0 || column > static_cast<int64_t>(shown.size())) return;
    int64_t width = 1;
    if (details->size >= 6 && details->items[5].is_int())
      width = std::max<int64_t>(1, details->items[5].as_int() - offset.as_int());
    text += "    " + std::string(static_cast<size_t>(column), ' ') +
            std::string(static_cast<size_t>(width), '^') + "\n";
  }

  // ---- did you mean
  std::string suggestion(Exception* e) {
    std::string best;
    if (is_a(e, Exc::AttributeError))
      best = attribute_suggestion(e);
    else if (is_a(e, Exc::NameError) && !is_a(e, Exc::UnboundLocalError))
      best = name_suggestion(e);
    return best.empty() ? best : message({". Did you mean: '", best, "'?"});
  }
  void add_names(std::vector<std::string>& names, Value listed) {
    Ref<V> list(Protocol<V>::to_list(t, listed));
    for (uint64_t k = 0; list && k < list.template as<List>()->size; ++k) {
      Value name = list.template as<List>()->items[k];
      if (is_str(name)) names.emplace_back(name.template as<Str>()->view());
    }
    if (t.pending) Errors<V>::clear(t);
  }
  std::string attribute_suggestion(Exception* e) {
    if (!e->extra.is_object() || e->extra.object()->kind != Kind::Tuple ||
        e->extra.template as<Tuple>()->size != 2)
      return {};
    Value name = e->extra.template as<Tuple>()->items[0],
          object = e->extra.template as<Tuple>()->items[1];
    if (!is_str(name)) return {};
    bool found = false;
    Ref<V> listed(Classes<V>::call_special(t, object, Special::dir, {}, found));
    if (!listed) {
      if (t.pending) Errors<V>::clear(t);
      return {};
    }
    std::vector<std::string> names;
    add_names(names, listed.get());
    std::sort(names.begin(), names.end());
    return nearest_name(name.template as<Str>()->view(), names);
  }
  // The names in reach of the innermost frame: its locals, the program's globals, the built-in
  // functions.
  std::string name_suggestion(Exception* e) {
    std::string what = description(e);
    constexpr std::string_view kStart = "name '", kEnd = "' is not defined";
    if (!what.starts_with(kStart) || !what.ends_with(kEnd)) return {};
    std::string name = what.substr(kStart.size(), what.size() - kStart.size() - kEnd.size());
    Traceback* last = e->traceback;
    while (last && last->next) last = last->next;
    if (last) {
      std::string best = nearest_name(name, last->code->code->local_names);
      if (!best.empty()) return best;
    }
    Ref<V> main(t.isolate->modules ? Dicts<V>::get_str(t, t.isolate->modules, "__main__")
                                   : Value());
    for (Dict* dict : {main ? main.template as<Module>()->dict : nullptr, t.isolate->builtins}) {
      if (!dict) continue;
      std::vector<std::string> names;
      add_names(names, Value(dict));
      std::string best = nearest_name(name, names);
      if (!best.empty()) return best;
    }
    return {};
  }
};

template <class V>
std::string Errors<V>::format(VmThread& t, Value exception, bool suggestions) {
  if (!ErrorMaker<V>::is_exception(exception)) return {};
  Ref<V> pending = take(t);
  TracebackPrinter<V> printer{t, {}, {}, suggestions};
  printer.chain(exception.as<Exception>());
  if (pending) restore(t, pending.take());
  return printer.text;
}

}  // namespace gilsim
