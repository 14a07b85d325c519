# Breadth-first, depth-first and shortest-path searches, topological order, a maze.
class Graph:
    def __init__(self, edges, directed=False):
        self.edges = {}
        for a, b, *cost in edges:
            self.link(a, b, *cost)
            if not directed:
                self.link(b, a, *cost)

    def link(self, a, b, cost=1):
        self.edges.setdefault(a, {})[b] = cost
        self.edges.setdefault(b, {})

    def breadth_first(self, start):
        seen = {start: 0}
        line = [start]
        for node in line:
            for other in sorted(self.edges[node]):
                if other not in seen:
                    seen[other] = seen[node] + 1
                    line.append(other)
        return seen

    def depth_first(self, node, seen=None):
        seen = set() if seen is None else seen
        if node in seen:
            return
        seen.add(node)
        yield node
        for other in sorted(self.edges[node]):
            yield from self.depth_first(other, seen)

    def shortest(self, start, goal):
        best = {start: (0, None)}
        open_nodes = {start}
        done = set()
        while open_nodes:
            node = min(open_nodes, key=lambda n: (best[n][0], n))
            if node == goal:
                break
            open_nodes.remove(node)
            done.add(node)
            for other, cost in self.edges[node].items():
                if other in done:
                    continue
                total = best[node][0] + cost
                if other not in best or total < best[other][0]:
                    best[other] = total, node
                    open_nodes.add(other)
        else:
            raise LookupError(f"no way from {start} to {goal}")
        path = []
        node = goal
        while node is not None:
            path.append(node)
            node = best[node][1]
        return best[goal][0], path[::-1]

    def topological(self):
        order, state = [], {}

        def visit(node, path):
            if state.get(node) == "done":
                return
            if state.get(node) == "open":
                raise ValueError("cycle: " + " ".join(path[path.index(node) :] + [node]))
            state[node] = "open"
            for other in sorted(self.edges[node]):
                visit(other, path + [node])
            state[node] = "done"
            order.insert(0, node)

        for node in sorted(self.edges):
            visit(node, [])
        return order


roads = [("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("C", "D", 8), ("E", "F", 1)]
graph = Graph(roads)
print(graph.breadth_first("A"), "".join(graph.depth_first("A")))
# expect: {'A': 0, 'B': 1, 'C': 1, 'D': 2} ABCD
print(graph.shortest("A", "D"), graph.shortest("D", "A")[0], graph.shortest("A", "A"))
# expect: (8, ['A', 'C', 'B', 'D']) 8 (0, ['A'])
try:
    graph.shortest("A", "F")
except LookupError as error:
    print(error)  # expect: no way from A to F
tasks = Graph([("shop", "cook"), ("cook", "eat"), ("lay", "eat"), ("eat", "wash")], directed=True)
print(tasks.topological())  # expect: ['shop', 'lay', 'cook', 'eat', 'wash']
tasks.link("wash", "cook")
try:
    tasks.topological()
except ValueError as error:
    print(error)  # expect: cycle: cook eat wash cook
MAZE = """\
#########
#S  #   #
# # # # #
# #   #E#
#########""".split("\n")
cells = {(r, c): ch for r, row in enumerate(MAZE) for c, ch in enumerate(row) if ch != "#"}
steps = [((r, c), (r + dr, c + dc)) for r, c in cells for dr, dc in ((0, 1), (1, 0))]
maze = Graph(step for step in steps if step[1] in cells)
begin, = (at for at, ch in cells.items() if ch == "S")
end = next(at for at, ch in cells.items() if ch == "E")
length, path = maze.shortest(begin, end)
print(length, path[:3])  # expect: 12 [(1, 1), (1, 2), (1, 3)]
for r, row in enumerate(MAZE):
    print("".join("." if (r, c) in path[1:-1] else ch for c, ch in enumerate(row)))
    # expect: #########
    # expect: #S..#...#
    # expect: # #.#.#.#
    # expect: # #...#E#
    # expect: #########
