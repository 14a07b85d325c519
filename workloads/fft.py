"""Fourier transform, there and back, of signals of random numbers (Cooley and Tukey, 1965).

Stresses: float arithmetic in pairs, list slices, recursion, math.
Parameters: --threads N, --size N (signals in all), --length L (a power of two), --each.
Checksum: the energies, in six digits, and whether each signal came back.
"""
import math

import common


def transform(real, imaginary, sign):
    n = len(real)
    if n == 1:
        return real, imaginary
    er, ei = transform(real[::2], imaginary[::2], sign)
    dr, di = transform(real[1::2], imaginary[1::2], sign)
    out_r, out_i = [0.0] * n, [0.0] * n
    half = n // 2
    for k in range(half):
        angle = sign * 2.0 * math.pi * k / n
        c, s = math.cos(angle), math.sin(angle)
        tr = c * dr[k] - s * di[k]
        ti = c * di[k] + s * dr[k]
        out_r[k], out_i[k] = er[k] + tr, ei[k] + ti
        out_r[k + half], out_i[k + half] = er[k] - tr, ei[k] - ti
    return out_r, out_i


def main():
    opts = common.options(size=6, length=128)
    length = opts["length"]

    def work(first, end):
        energy, good = [], 0
        for k in range(first, end):
            numbers = common.Random(k + 1)
            signal = [numbers.below(1000) / 1000.0 for _ in range(length)]
            r, i = transform(signal, [0.0] * length, -1.0)
            energy.append(sum(a * a + b * b for a, b in zip(r, i)) / length)
            back, _ = transform(r, i, 1.0)
            good += all(abs(a / length - b) < 1e-9 for a, b in zip(back, signal))
        return energy, good

    results = common.run(opts, work)
    energy = sum(sorted(e for part, _ in results for e in part))
    print("fft %.6f %d" % (energy, sum(good for _, good in results)))


main()
