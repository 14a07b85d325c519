"""Binary heaps in lists: heap[k] is not greater than heap[2k+1] and heap[2k+2].

Equal items move as in CPython's, so that what is popped is the same object there and here.
"""


def _rise(heap, top, at, item):
    """Puts item into the hole at `at`, or above it as far as it is smaller, but not above top."""
    while at > top:
        above = (at - 1) >> 1
        if not item < heap[above]:
            break
        heap[at] = heap[above]
        at = above
    heap[at] = item


def _settle(heap, top):
    """Moves the item at top down to a leaf along the smaller children, then up to its place."""
    size = len(heap)
    item = heap[top]
    at = top
    child = 2 * at + 1
    while child < size:
        other = child + 1
        if other < size and not heap[child] < heap[other]:
            child = other
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    _rise(heap, top, at, item)


def heappush(heap, item):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1, item)


def heappop(heap):
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _settle(heap, 0)
    return smallest


def heapreplace(heap, item):
    """Pops the smallest, then pushes item."""
    smallest = heap[0]
    heap[0] = item
    _settle(heap, 0)
    return smallest


def heappushpop(heap, item):
    """Pushes item, then pops the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _settle(heap, 0)
    return item


def heapify(x):
    for at in range(len(x) // 2 - 1, -1, -1):
        _settle(x, at)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


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
