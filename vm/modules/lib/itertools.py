"""Iterators over iterables, most of them generators."""


class count:
    def __init__(self, start=0, step=1):
        self._value = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._value
        self._value = value + self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return "count(%r)" % (self._value,)
        return "count(%r, %r)" % (self._value, self._step)


def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._times = times if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times <= 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __len__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        if self._times is None:
            return "repeat(%r)" % (self._object,)
        return "repeat(%r, %d)" % (self._object, self._times)


class chain:
    def __init__(self, *iterables):
        self._items = self._run(iterables)

    @classmethod
    def from_iterable(cls, iterable):
        self = cls()
        self._items = cls._run(iterable)
        return self

    @staticmethod
    def _run(iterables):
        for iterable in iterables:
            yield from iterable

    def __iter__(self):
        return self._items  # a loop over it is a loop over a generator

    def __next__(self):
        return next(self._items)


def _slice_bound(value, least, message):
    if value is None:
        return None
    if not hasattr(value, "__index__") or value.__index__() < least:
        raise ValueError(message)
    return value.__index__()


class islice:
    def __init__(self, iterable, *args):
        if len(args) == 1 and type(args[0]) is int and args[0] >= 0:
            self._items = self._first(iter(iterable), args[0])
            return
        if not 1 <= len(args) <= 3:
            raise TypeError("islice expected 2 to 4 arguments, got %d" % (len(args) + 1))
        s = slice(*args)
        if len(args) == 1:
            what = "Stop argument"
        else:
            what = "Indices"
        message = what + " for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        # CPython looks at stop first, and names it alone.
        stop = _slice_bound(s.stop, 0, "Stop argument" + message.removeprefix(what))
        start = _slice_bound(s.start, 0, message) or 0
        wrong_step = "Step for islice() must be a positive integer or None."
        step = _slice_bound(s.step, 1, wrong_step) or 1
        self._items = self._run(iter(iterable), start, stop, step)

    @staticmethod
    def _first(items, left):
        if left:
            for item in items:
                yield item
                left -= 1
                if not left:
                    break

    @staticmethod
    def _run(items, start, stop, step):
        at = 0
        wanted = start
        while stop is None or wanted < stop:
            while at < wanted:
                for _ in items:
                    break
                else:
                    return
                at += 1
            for item in items:
                break
            else:
                return
            at += 1
            yield item
            wanted += step
        # What stands before stop is used up even where the step leaps over it.
        while at < max(start, stop):
            for _ in items:
                break
            else:
                return
            at += 1

    def __iter__(self):
        return self._items  # a loop over it is a loop over a generator

    def __next__(self):
        return next(self._items)


def accumulate(iterable, func=None, *, initial=None):
    items = iter(iterable)
    total = initial
    if initial is None:
        for total in items:
            break
        else:
            return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def pairwise(iterable):
    items = iter(iterable)
    for before in items:
        break
    else:
        return
    for item in items:
        yield before, item
        before = item


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _product(pools)


def _product(pools):
    sizes = [len(pool) for pool in pools]
    if 0 in sizes:
        return
    at = [0] * len(pools)
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        place = len(pools) - 1
        while place >= 0:
            at[place] += 1
            if at[place] < sizes[place]:
                row[place] = pools[place][at[place]]
                break
            at[place] = 0
            row[place] = pools[place][0]
            place -= 1
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _permutations(pool, len(pool) if r is None else r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    order = list(range(n))
    turns = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in order[:r]])
    while n:
        for i in reversed(range(r)):
            turns[i] -= 1
            if turns[i] == 0:
                order[i:] = order[i + 1 :] + order[i : i + 1]
                turns[i] = n - i
            else:
                j = turns[i]
                order[i], order[-j] = order[-j], order[i]
                yield tuple([pool[k] for k in order[:r]])
                break
        else:
            return


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(tuple(iterable), r, 1)


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(tuple(iterable), r, 0)


def _combinations(pool, r, gap):
    """Rows of r places whose indices rise by at least gap."""
    n = len(pool)
    if gap and r > n or not n and r:
        return
    at = [gap * i for i in range(r)]
    while True:
        yield tuple([pool[i] for i in at])
        place = r - 1
        while place >= 0 and at[place] == n - 1 - gap * (r - 1 - place):
            place -= 1
        if place < 0:
            return
        first = at[place] + 1
        for i in range(place, r):
            at[i] = first + gap * (i - place)


class groupby:
    """Runs of items with the same key; a run can be read until the next one is asked for."""

    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key
        self._has_item = False
        self._run = None

    def __iter__(self):
        return self

    def _read(self):
        """Reads one item ahead. False: there is none."""
        for self._item in self._items:
            self._item_key = self._item if self._key is None else self._key(self._item)
            self._has_item = True
            return True
        self._has_item = False
        return False

    def __next__(self):
        if self._run is None:
            if not self._read():
                raise StopIteration
        else:
            # Skips what is left of the run before.
            while self._has_item and self._item_key == self._run_key:
                self._read()
            if not self._has_item:
                raise StopIteration
        self._run = object()
        self._run_key = self._item_key
        return self._run_key, self._members(self._run)

    def _members(self, run):
        while self._run is run and self._has_item and self._item_key == self._run_key:
            yield self._item
            if self._run is run:
                self._read()


def zip_longest(*iterables, fillvalue=None):
    sources = [iter(iterable) for iterable in iterables]
    left = len(sources)
    while left:
        row = []
        for k, source in enumerate(sources):
            value = fillvalue
            if source is not None:
                for value in source:
                    break
                else:
                    sources[k] = None
                    left -= 1
                    if not left:
                        return
            row.append(value)
        yield tuple(row)


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


class _Tee:
    """One of several readers of one iterator. A link is [item, next link], or empty if unread."""

    def __init__(self, items, link):
        self._items = items
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            item = next(self._items)
            link.append(item)
            link.append([])
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _Tee(self._items, self._link)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    if isinstance(iterable, _Tee):
        items, link = iterable._items, iterable._link
    else:
        items, link = iter(iterable), []
    return tuple([_Tee(items, link) for _ in range(n)])
