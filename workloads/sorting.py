"""Sorting: by the language, with keys, and by algorithms written in it.

Stresses: list.sort and sorted with and without keys, comparisons, swaps, recursion.
Parameters: --threads N, --size N (lists in all), --length L, --each.
Checksum: a hash over the sorted lists.
"""
import common


def quick_sort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quick_sort(items, low, j)
            low = i
        else:
            quick_sort(items, i, high)
            high = j


def heap_sort(items):
    def sift(root, end):
        while 2 * root + 1 < end:
            child = 2 * root + 1
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for root in range(len(items) // 2 - 1, -1, -1):
        sift(root, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end)


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    a, b = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            merged.append(a[i])
            i += 1
        else:
            merged.append(b[j])
            j += 1
    return merged + a[i:] + b[j:]


def one(seed, length):
    numbers = common.Random(seed)
    items = [numbers.below(10000) for _ in range(length)]
    quick = items[:]
    quick_sort(quick, 0, length - 1)
    heap = items[:]
    heap_sort(heap)
    records = sorted(((n % 100, str(n)) for n in items), key=lambda r: (r[0], -len(r[1])), reverse=True)
    same = quick == heap == merge_sort(items) == sorted(items)
    code = 0
    for k, n in enumerate(quick):
        code = (code + (k + 1) * n) % 1000003
    for k, (n, text) in enumerate(records):
        code = (code * 31 + n + len(text)) % 1000003
    return code if same else -1


def main():
    opts = common.options(size=8, length=250)

    def work(first, end):
        return sum(one(k + 1, opts["length"]) for k in range(first, end))

    print("sorted %d" % sum(common.run(opts, work)))


main()
