"""Product of two matrices kept as lists of lists.

Stresses: indexing of nested lists and integer arithmetic; all threads read the same two matrices.
Parameters: --threads N, --size N (rows of the product in all), --width W (the other dimension),
--each.
Checksum: a weighted sum of the product's entries.
"""
import common

MODULUS = 1000000007


def matrix(rows, columns, seed):
    numbers = common.Random(seed)
    return [[numbers.below(100) for _ in range(columns)] for _ in range(rows)]


def row_product(row, right, width):
    """One row of the product."""
    result = []
    for j in range(width):
        total = 0
        for k in range(width):
            total += row[k] * right[k][j]
        result.append(total)
    return result


def main():
    opts = common.options(size=500, width=100)
    width = opts["width"]
    left = matrix(64, width, 1)
    right = matrix(width, width, 2)

    def work(first, end):
        checksum = 0
        for i in range(first, end):
            for j, entry in enumerate(row_product(left[i % 64], right, width)):
                checksum += entry * (i + j + 1)
        return checksum % MODULUS

    print("matmul checksum %d" % (sum(common.run(opts, work)) % MODULUS))


main()
