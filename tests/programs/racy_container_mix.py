# Many kinds of operations on the same containers at once: nothing crashes, what is left is whole.
import threading

items = list(range(50))
table = {k: [k] for k in range(50)}
members = set(range(50))


def mutate(seed):
    for i in range(400):
        k = (i * 7 + seed) % 50
        try:
            items.append(k)
            items.insert(0, k)
            items.pop()
            items[k % (len(items) or 1)] = k  # empty for others while it is sorted
            del items[0]
            items[10:12] = [k, k]
            items.sort(key=lambda x: -x) if i % 50 == 0 else items.reverse()
            table[k] = [k]
            table.pop((k + 1) % 50, None)
            table.update({k: [k]})
            members.discard(k)
            members.add((k + 3) % 50)
            sum(items)
            list(table.items())
            sorted(members)
            k in items, k in table, len(members)
        except (RuntimeError, ValueError, IndexError):
            pass  # a container that changes while it is read says so


threads = [threading.Thread(target=mutate, args=(s,)) for s in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(all(type(x) is int and 0 <= x < 50 for x in items))  # expect: True
print(all(v == [k] for k, v in table.items()), members <= set(range(50)))  # expect: True True
