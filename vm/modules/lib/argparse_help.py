"""Usage and help of argparse as text."""
import os as _os

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class HelpFormatter:
    """Usage and help as text."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(_os.environ.get("COLUMNS", "80")) - 2
            except ValueError:
                width = 78
        self._prog = prog
        self._width = width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))

    # ---- names of arguments
    def _default_metavar(self, action):
        return action.dest.upper() if action.option_strings else action.dest

    def _metavars(self, action, count):
        if action.metavar is not None:
            found = action.metavar
        elif action.choices is not None:
            found = "{%s}" % ",".join(str(c) for c in action.choices)
        else:
            found = self._default_metavar(action)
        return found if isinstance(found, tuple) else (found,) * count

    def _args_text(self, action):
        nargs = action.nargs
        if nargs is None:
            return "%s" % self._metavars(action, 1)
        if nargs == OPTIONAL:
            return "[%s]" % self._metavars(action, 1)
        if nargs == ZERO_OR_MORE:
            return "[%s ...]" % self._metavars(action, 1)[:1]
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % self._metavars(action, 2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % self._metavars(action, 1)
        return " ".join(self._metavars(action, nargs))

    def _invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, 1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        text = self._args_text(action)
        return ", ".join("%s %s" % (option, text) for option in action.option_strings)

    # ---- usage
    def _usage_parts(self, actions, groups):
        parts = []
        exclusive = {}
        for group in groups:
            shown = [a for a in group._actions if a.help != SUPPRESS]
            for a in shown:
                exclusive[id(a)] = (group, shown)
        for action in actions:
            if action.help == SUPPRESS:
                continue
            if action.option_strings:
                text = action.option_strings[0]
                if action.nargs != 0:
                    text = "%s %s" % (action._usage_option() if hasattr(action, "_usage_option") else text,
                                      self._args_text(action))
                elif hasattr(action, "_usage_option"):
                    text = action._usage_option()
                if id(action) in exclusive:
                    group, shown = exclusive[id(action)]
                    if len(shown) > 1:
                        begin, end = ("(", ")") if group.required else ("[", "]")
                        if shown[0] is action:
                            text = begin + text
                        if shown[-1] is action:
                            text += end
                        else:
                            text += " |"
                    elif not group.required:
                        text = "[%s]" % text
                elif not action.required:
                    text = "[%s]" % text
            else:
                text = self._args_text(action)
            parts.append(text)
        return parts

    def usage(self, parser):
        if parser.usage is not None:
            return "usage: %s\n" % (parser.usage % {"prog": self._prog})
        options = [a for a in parser._actions if a.option_strings]
        positionals = [a for a in parser._actions if not a.option_strings]
        option_parts = self._usage_parts(options, parser._exclusive)
        place_parts = self._usage_parts(positionals, [])
        whole = " ".join([self._prog] + option_parts + place_parts)
        if len("usage: ") + len(whole) <= self._width:
            return "usage: %s\n" % whole

        def lines_of(parts, indent, prefix=None):
            lines, line = [], []
            length = len(prefix if prefix is not None else indent) - 1
            for part in parts:
                if length + 1 + len(part) > self._width and line:
                    lines.append(indent + " ".join(line))
                    line = []
                    length = len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            if prefix is not None:
                lines[0] = lines[0][len(indent):]
            return lines
        if len("usage: ") + len(self._prog) <= 0.75 * self._width:
            indent = " " * (len("usage: ") + len(self._prog) + 1)
            if option_parts:
                lines = lines_of([self._prog] + option_parts, indent, "usage: ")
                lines += lines_of(place_parts, indent)
            elif place_parts:
                lines = lines_of([self._prog] + place_parts, indent, "usage: ")
            else:
                lines = [self._prog]
        else:
            indent = " " * len("usage: ")
            lines = [self._prog] + lines_of(option_parts, indent) + lines_of(place_parts, indent)
        return "usage: %s\n" % "\n".join(lines)

    # ---- help
    def _wrap(self, text, width):
        lines, line = [], ""
        for word in text.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = line + " " + word if line else word
        return lines + [line] if line else lines

    def _fill(self, text, indent=""):
        return "\n".join(indent + line for line in self._wrap(text, max(self._width - len(indent), 11)))

    def _split_help(self, text, width):
        return self._wrap(text, width)

    def _help_of(self, action):
        values = dict(vars(action), prog=self._prog)
        for name in list(values):
            if values[name] is SUPPRESS:
                del values[name]
        for name, value in values.items():
            if hasattr(value, "__name__"):
                values[name] = value.__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(str(c) for c in values["choices"])
        return self._expanded_help(action) % values

    def _expanded_help(self, action):
        return action.help

    def _action_lines(self, action, indent, position):
        header = self._invocation(action)
        width = position - indent - 2
        lines = []
        if not action.help:
            return [" " * indent + header]
        text = self._split_help(self._help_of(action), max(self._width - position, 11)) if action.help.strip() else []
        if len(header) <= width:
            first = text.pop(0) if text else ""
            lines.append((" " * indent + header.ljust(width) + "  " + first).rstrip())
        else:
            lines.append(" " * indent + header)
        return lines + [" " * position + line for line in text]

    def _section(self, title, description, actions):
        shown = [a for a in actions if a.help != SUPPRESS]
        if not shown and not description:
            return ""
        lines = []
        if title not in (None, SUPPRESS):
            lines.append(title + ":")
        if description:
            lines.append(self._fill(description % {"prog": self._prog}, "  "))
            if shown:
                lines.append("")
        for action in shown:
            lines += self._action_lines(action, 2, self._position)
            if hasattr(action, "_choices_shown"):
                for choice in action._choices_shown:
                    lines += self._action_lines(choice, 4, self._position)
        return "\n".join(lines) + "\n"

    def help(self, parser):
        longest = 0
        for action in parser._actions:
            if action.help != SUPPRESS:
                longest = max(longest, len(self._invocation(action)) + 2)
                if hasattr(action, "_choices_shown"):
                    for choice in action._choices_shown:
                        longest = max(longest, len(self._invocation(choice)) + 4)
        self._position = min(longest + 2, self._max_help_position)
        sections = [self.usage(parser)]
        if parser.description:
            sections.append(self._describe(parser.description % {"prog": self._prog}) + "\n")
        for group in parser._groups:
            text = self._section(group.title, group.description, group._actions)
            if text:
                sections.append(text)
        if parser.epilog:
            sections.append(self._describe(parser.epilog % {"prog": self._prog}) + "\n")
        return "\n".join(sections)

    def _describe(self, text):
        return self._fill(text)


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are written."""

    def _describe(self, text):
        return text.rstrip("\n")


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all texts as they are written."""

    def _split_help(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help."""

    def _expanded_help(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names arguments by their types."""

    def _default_metavar(self, action):
        return action.type.__name__
