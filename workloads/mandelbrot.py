"""Which points of a grid belong to the Mandelbrot set.

Stresses: float arithmetic on local variables in a tight loop; rows of unequal cost.
Parameters: --threads N, --size N (rows in all), --width W, --limit L (steps of a point), --each.
Checksum: the steps of all points, and a hash over the rows' bits.
"""
import common


def row(y, height, width, limit):
    bits = steps = 0
    ci = 2.0 * y / height - 1.0
    for x in range(width):
        cr = 2.0 * x / width - 1.5
        zr = zi = 0.0
        left = limit
        while left and zr * zr + zi * zi <= 4.0:
            zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
            left -= 1
        steps += limit - left
        bits = bits << 1 | (left == 0)
    return bits, steps


def main():
    opts = common.options(size=40, width=60, limit=50)
    height = opts.size

    def work(first, end):
        return [(y,) + row(y, height, opts["width"], opts["limit"]) for y in range(first, end)]

    total, code = 0, 0
    for part in common.run(opts, work):
        for y, bits, steps in part:
            total += steps
            code = (code + (bits % 1000003) * (y + 1)) % 1000000007
    print("mandelbrot %d %d" % (total, code))


main()
