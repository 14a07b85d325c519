# A class body is executed: loops, conditions and names of its own.
class Table:
    rows = []
    for i in range(3):
        rows.append(i * i)
    if len(rows) == 3:
        size = "small"
    total = sum(rows)
    del i

    class Row:
        cells = 2

    def size_of(self):
        return self.size


print(Table.rows, Table.size, Table.total, hasattr(Table, "i"), Table.Row.cells, Table().size_of())
# expect: [0, 1, 4] small 5 False 2 small
print(Table.Row.__qualname__, Table.size_of.__qualname__, Table.__module__)
# expect: Table.Row Table.size_of __main__
