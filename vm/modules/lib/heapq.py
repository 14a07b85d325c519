"""What heapq has beside the native functions on heaps."""


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n] if n > 0 else _none_of(iterable)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n] if n > 0 else _none_of(iterable)


def _none_of(iterable):
    iter(iterable)  # no key is asked for
    return []


class _Reversed:
    """Compares the other way round."""

    __slots__ = ("item",)

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        return other.item < self.item


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, sorted; of equal ones the earlier iterable's first."""

    def rank(item):
        if key is not None:
            item = key(item)
        return _Reversed(item) if reverse else item

    heap = []
    for order, iterable in enumerate(iterables):
        source = iter(iterable)
        for item in source:
            heap.append((rank(item), order, item, source))
            break
    heapify(heap)
    while heap:
        _, order, item, source = heap[0]
        yield item
        for item in source:
            heapreplace(heap, (rank(item), order, item, source))
            break
        else:
            heappop(heap)
