"""Command lines: options, arguments, subcommands, and the help that follows from them."""
import os as _os
import sys as _sys

from _argparse_help import (OPTIONAL, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
                            ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter)


class Namespace:
    """What was read, as attributes."""

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, name):
        return name in self.__dict__

    def __repr__(self):
        return "Namespace(%s)" % ", ".join("%s=%r" % item for item in self.__dict__.items())


class ArgumentError(Exception):
    """An argument is wrong."""

    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return "argument %s: %s" % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    """A type function refuses a text."""


def _name_of(action):
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else "/".join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if action.choices:
        return "{%s}" % ",".join(map(str, action.choices))
    return None


class FileType:
    """A type whose values are open files."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, text):
        if text == "-":
            return _sys.stdin if "r" in self._mode else _sys.stdout
        try:
            return open(text, self._mode)
        except OSError as error:
            raise ArgumentTypeError("can't open '%s': %s" % (text, error))


# ---- what is done with an argument
class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None,
                 choices=None, required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **rest):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, "
                             "actions such as store true or store const may be more appropriate")
        super().__init__(option_strings, dest, nargs, const, **rest)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None,
                 metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _appended(namespace, dest, more):
    items = list(getattr(namespace, dest, None) or [])
    items.extend(more)
    setattr(namespace, dest, items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _appended(namespace, self.dest, [values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _appended(namespace, self.dest, values)


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _appended(namespace, self.dest, [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, None, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None):
        both = []
        for option in option_strings:
            both.append(option)
            if option.startswith("--"):
                both.append("--no-" + option[2:])
        super().__init__(both, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def _usage_option(self):
        return " | ".join(self.option_strings)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, None, default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, None, default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version if self.version is not None else parser.version
        parser._print_message(version % {"prog": parser.prog} + "\n", _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None,
                 metavar=None):
        super().__init__(option_strings, dest, PARSER, None, None, None, {}, required, help, metavar)
        self._prog = prog
        self._parser_class = parser_class
        self._choices_shown = []

    def add_parser(self, name, *, help=None, aliases=(), **keywords):
        keywords.setdefault("prog", "%s %s" % (self._prog, name))
        if help is not None:
            shown = name + (" (%s)" % ", ".join(aliases) if aliases else "")
            self._choices_shown.append(Action([], name, help=help, metavar=shown))
        parser = self._parser_class(**keywords)
        for each in (name, *aliases):
            self.choices[each] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self.choices:
            raise ArgumentError(self, "unknown parser %r (choices: %s)" % (
                name, ", ".join(self.choices)))
        inner, unknown = self.choices[name].parse_known_args(rest, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if unknown:
            _appended(namespace, "_unrecognized_args", unknown)


_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction,
            "store_true": _StoreTrueAction, "store_false": _StoreFalseAction,
            "append": _AppendAction, "append_const": _AppendConstAction, "count": _CountAction,
            "extend": _ExtendAction, "help": _HelpAction, "version": _VersionAction}


class _Group:
    """Arguments that the help shows together."""

    def __init__(self, parser, title=None, description=None):
        self._parser = parser
        self.title = title
        self.description = description
        self._actions = []

    def add_argument(self, *names, **keywords):
        return self._parser._add(self, names, keywords)

    def add_mutually_exclusive_group(self, *, required=False):
        group = _ExclusiveGroup(self._parser, self, required)
        self._parser._exclusive.append(group)
        return group


class _ExclusiveGroup:
    """Arguments of which at most one may be given."""

    def __init__(self, parser, container, required):
        self._parser = parser
        self._container = container
        self.required = required
        self._actions = []

    def add_argument(self, *names, **keywords):
        if keywords.get("required"):
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._parser._add(self._container, names, keywords)
        self._actions.append(action)
        return action


class ArgumentParser:
    """Reads command lines."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusive = []
        self._positionals = _Group(self, "positional arguments")
        self._optionals = _Group(self, "options")
        self._groups = [self._positionals, self._optionals]
        self._subparsers = None
        self._negative_options = False
        if add_help:
            c = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(c + "h", c * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        for group in parent._groups:
            if group is parent._positionals:
                target = self._positionals
            elif group is parent._optionals:
                target = self._optionals
            else:
                target = self.add_argument_group(group.title, group.description)
            for action in group._actions:
                self._register(target, action)
        self._exclusive += parent._exclusive
        self._defaults.update(parent._defaults)

    def __repr__(self):
        return "ArgumentParser(prog=%r, usage=%r, description=%r, formatter_class=%r, " \
               "conflict_handler=%r, add_help=%r)" % (self.prog, self.usage, self.description,
                                                      self.formatter_class, self.conflict_handler,
                                                      self.add_help)

    # ---- adding
    def add_argument(self, *names, **keywords):
        return self._add(None, names, keywords)

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _ExclusiveGroup(self, None, required)
        self._exclusive.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS,
                       required=False, help=None, metavar=None, parser_class=None, action=None):
        if self._subparsers is not None:
            raise ArgumentError(None, "cannot have multiple subparser arguments")
        group = self._positionals
        if title is not None or description is not None:
            group = self.add_argument_group(title or "subcommands", description)
        if prog is None:
            formatter = self.formatter_class(prog=self.prog)
            places = [a for a in self._actions if not a.option_strings]
            prog = " ".join([self.prog] + formatter._usage_parts(places, []))
        made = _SubParsersAction([], prog, parser_class or type(self), dest, required, help, metavar)
        self._subparsers = made
        self._register(group, made)
        return made

    def set_defaults(self, **values):
        self._defaults.update(values)
        for action in self._actions:
            if action.dest in values:
                action.default = values[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def _add(self, group, names, keywords):
        keywords = dict(keywords)
        kind = keywords.pop("action", None)
        maker = _ACTIONS.get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if not callable(maker):
            raise ValueError('unknown action "%s"' % (maker,))
        options = [n for n in names if n and n[0] in self.prefix_chars]
        if not names or not options:
            if names and "dest" in keywords:
                raise ValueError("dest supplied twice for positional argument")
            dest = names[0] if names else keywords.pop("dest", None)
            if dest is None:
                raise TypeError("add_argument() missing 1 required positional argument: 'dest'")
            if "required" in keywords:
                raise TypeError("'required' is an invalid argument for positionals")
            if keywords.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0):
                keywords["required"] = True
            if keywords.get("nargs") == ZERO_OR_MORE and "default" not in keywords:
                keywords["required"] = True
        else:
            dest = keywords.pop("dest", None)
            if dest is None:
                long = [n for n in options if len(n) > 1 and n[1] in self.prefix_chars]
                dest = (long or options)[0].lstrip(self.prefix_chars).replace("-", "_")
                if not dest:
                    raise ValueError("dest= is required for options like %r" % options[0])
        if "default" not in keywords:
            if dest in self._defaults:
                keywords["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                keywords["default"] = self.argument_default
        if maker is _VersionAction:
            keywords.pop("default", None)
        action = maker(option_strings=options, dest=dest, **keywords)
        if not callable(action.type) and action.type is not None:
            raise ValueError("%r is not callable" % (action.type,))
        self._register(group or (self._optionals if options else self._positionals), action)
        return action

    def _register(self, group, action):
        clash = [o for o in action.option_strings if o in self._options]
        if clash:
            if self.conflict_handler != "resolve":
                raise ArgumentError(action, "conflicting option string%s: %s" % (
                    "s" if len(clash) > 1 else "", ", ".join(clash)))
            for option in clash:
                old = self._options.pop(option)
                old.option_strings.remove(option)
                if not old.option_strings:
                    self._actions.remove(old)
                    for each in self._groups:
                        if old in each._actions:
                            each._actions.remove(old)
        for option in action.option_strings:
            self._options[option] = action
            if len(option) > 1 and option[0] == "-" and _is_number(option):
                self._negative_options = True
        self._actions.append(action)
        group._actions.append(action)

    # ---- parsing
    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest):
                if action.default is not SUPPRESS:
                    setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            rest = _Parse(self, args, namespace).run()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        if hasattr(namespace, "_unrecognized_args"):
            rest += namespace._unrecognized_args
            delattr(namespace, "_unrecognized_args")
        return namespace, rest

    def _value(self, action, text):
        kind = action.type
        if kind is None:
            return text
        try:
            return kind(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, "invalid %s value: %r" % (
                getattr(kind, "__name__", repr(kind)), text))

    def _check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (
                value, ", ".join(map(repr, action.choices))))

    def _values(self, action, texts):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and "--" in texts:
            texts = list(texts)
            texts.remove("--")
        if not texts and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check_choice(action, value)
            return value
        if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else texts
        if nargs is None or nargs == OPTIONAL:
            value = self._value(action, texts[0])
            self._check_choice(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, text) for text in texts]
        if nargs == PARSER:
            self._check_choice(action, texts[0])
            return list(texts)
        values = [self._value(action, text) for text in texts]
        for value in values:
            self._check_choice(action, value)
        return values

    # ---- saying
    def format_usage(self):
        return self.formatter_class(prog=self.prog).usage(self)

    def format_help(self):
        return self.formatter_class(prog=self.prog).help(self)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or _sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or _sys.stdout)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


def _is_number(text):
    digits = text[1:]
    return text.startswith("-") and bool(digits) and digits.replace(".", "", 1).isdigit() and digits != "."


class _Parse:
    """One command line being read."""

    def __init__(self, parser, args, namespace):
        self.parser = parser
        self.namespace = namespace
        self.args = self._with_files(args)
        self.extras = []
        self.seen = set()
        self.given = []  # those given with a value of their own

    def _with_files(self, args):
        prefixes = self.parser.fromfile_prefix_chars
        if prefixes is None:
            return args
        whole = []
        for arg in args:
            if arg and arg[0] in prefixes:
                try:
                    with open(arg[1:]) as stream:
                        whole += self._with_files(stream.read().splitlines())
                except OSError as error:
                    self.parser.error(str(error))
            else:
                whole.append(arg)
        return whole

    def _option_of(self, arg):
        """None: no option; else (action or None, option, its value or None)."""
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._options:
            return parser._options[arg], arg, None
        if len(arg) == 1:
            return None
        name, equals, value = arg.partition("=")
        if equals and name in parser._options:
            return parser._options[name], name, value
        matches = self._abbreviated(arg, name, value if equals else None)
        if len(matches) > 1:
            parser.error("ambiguous option: %s could match %s" % (
                arg, ", ".join(option for _, option, _ in matches)))
        if len(matches) == 1:
            return matches[0]
        if _is_number(arg) and not parser._negative_options:
            return None
        if " " in arg:
            return None
        return None, arg, None

    def _abbreviated(self, arg, name, value):
        parser = self.parser
        if arg[1] in parser.prefix_chars:
            if not parser.allow_abbrev:
                return []
            return [(parser._options[o], o, value) for o in parser._options if o.startswith(name)]
        short, rest = arg[:2], arg[2:]
        found = []
        for option in parser._options:
            if option == short:
                found.append((parser._options[option], option, rest))
            elif parser.allow_abbrev and option.startswith(name):
                found.append((parser._options[option], option, value))
        return found

    def run(self):
        args = self.args
        kinds = []  # of each argument: "A", "O" or "-"
        only_places = False
        self.options = {}
        for index, arg in enumerate(args):
            if only_places:
                kinds.append("A")
            elif arg == "--":
                kinds.append("-")
                only_places = True
            else:
                option = self._option_of(arg)
                if option is None:
                    kinds.append("A")
                else:
                    self.options[index] = option
                    kinds.append("O")
        self.kinds = "".join(kinds)
        self.places = [a for a in self.parser._actions if not a.option_strings]
        index = 0
        last_option = max(self.options, default=-1)
        while index <= last_option:
            following = min(k for k in self.options if k >= index)
            if index != following:
                stop = self._take_places(index)
                if stop > index:
                    index = stop
                    continue
            if index not in self.options:
                self.extras += args[index:following]
                index = following
            index = self._take_option(index)
        stop = self._take_places(index)
        self.extras += args[stop:]
        self._check_complete()
        return self.extras

    # How many of the arguments from start on each of the places gets, as early ones get most.
    def _take_places(self, start):
        kinds = self.kinds[start:]
        for count in range(len(self.places), 0, -1):
            counts = self._match(self.places[:count], kinds)
            if counts is not None:
                break
        else:
            return start
        for action, n in zip(self.places[:len(counts)], counts):
            self._use(action, self.args[start:start + n])
            start += n
        del self.places[:len(counts)]
        return start

    def _limits(self, action, kinds, at):
        """The least and the most arguments that the action can have from there on."""
        nargs = action.nargs
        run = 0  # of arguments and separators, up to the next option
        while at + run < len(kinds) and kinds[at + run] in "A-":
            run += 1
        words = kinds[at:at + run].count("A")
        if nargs == REMAINDER:
            return 0, len(kinds) - at
        if nargs == PARSER:
            return (1, len(kinds) - at) if words else (1, 0)
        if nargs is None:
            need, most = 1, 1
        elif nargs == OPTIONAL:
            need, most = 0, 1
        elif nargs == ZERO_OR_MORE:
            need, most = 0, words
        elif nargs == ONE_OR_MORE:
            need, most = 1, words
        else:
            need = most = nargs
        return need, min(most, words)

    def _match(self, actions, kinds, at=0):
        if not actions:
            return []
        need, most = self._limits(actions[0], kinds, at)
        for words in range(most, need - 1, -1):
            length = 0
            left = words
            if actions[0].nargs in (REMAINDER, PARSER):
                length = words
            else:
                while left > 0 or (at + length < len(kinds) and kinds[at + length] == "-" and words > 0
                                   and length == 0):
                    if kinds[at + length] == "A":
                        left -= 1
                    length += 1
            rest = self._match(actions[1:], kinds, at + length)
            if rest is not None:
                return [length] + rest
        return None

    def _take_option(self, index):
        action, option, value = self.options[index]
        if action is None:
            self.extras.append(self.args[index])
            return index + 1
        while value is not None:
            if self._accepts(action):
                self._use(action, [value], option)
                return index + 1
            # -abc: flags, the last one perhaps with a value.
            if action.nargs == 0 and len(option) == 2 and option[1] not in self.parser.prefix_chars and value:
                self._use(action, [], option)
                option = option[0] + value[0]
                value = value[1:] or None
                if option not in self.parser._options:
                    raise ArgumentError(action, "ignored explicit argument %r" % (option[1:] + (value or "")))
                action = self.parser._options[option]
                if value is None:
                    break
                if value.startswith("=") and action.nargs != 0:
                    value = value[1:]
                continue
            raise ArgumentError(action, "ignored explicit argument %r" % value)
        start = index + 1
        if action.nargs == 0:
            count = 0
        else:
            need, count = self._limits(action, self.kinds, start)
            if count < need:
                self._too_few(action)
            length = count
            if action.nargs not in (REMAINDER, PARSER):
                length, left = 0, count
                while left > 0:
                    if self.kinds[start + length] == "A":
                        left -= 1
                    length += 1
            count = length
        self._use(action, self.args[start:start + count], option)
        return start + count

    def _accepts(self, action):
        return action.nargs in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER, 1)

    def _too_few(self, action):
        messages = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                    ONE_OR_MORE: "expected at least one argument"}
        message = messages.get(action.nargs)
        if message is None:
            message = "expected %s argument%s" % (action.nargs, "" if action.nargs == 1 else "s")
        raise ArgumentError(action, message)

    def _use(self, action, texts, option=None):
        values = self.parser._values(action, texts)
        self.seen.add(id(action))
        if values is not action.default:
            self.given.append(action)
            for group in self.parser._exclusive:
                if action in group._actions:
                    for other in group._actions:
                        if other is not action and other in self.given:
                            raise ArgumentError(action, "not allowed with argument %s" % _name_of(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _check_complete(self):
        parser = self.parser
        missing = []
        for action in parser._actions:
            if id(action) in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action) or "")
            elif isinstance(action.default, str) and action.dest is not SUPPRESS \
                    and getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, parser._value(action, action.default))
        if missing:
            parser.error("the following arguments are required: %s" % ", ".join(missing))
        for group in parser._exclusive:
            if group.required and not any(a in self.given for a in group._actions):
                names = [_name_of(a) for a in group._actions if a.help is not SUPPRESS]
                parser.error("one of the arguments %s is required" % " ".join(names))
