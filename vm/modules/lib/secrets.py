"""Randomness of the system, for what others must not guess."""
import base64
import binascii
import os
import random

DEFAULT_ENTROPY = 32


class SystemRandom(random.Random):
    def random(self):
        return (int.from_bytes(os.urandom(7), "big") >> 3) * 2.0 ** -53

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        count = (k + 7) // 8
        return int.from_bytes(os.urandom(count), "big") >> count * 8 - k

    def randbytes(self, n):
        return os.urandom(n)

    def seed(self, *args, **kwargs):
        return None


_system = SystemRandom()
randbits = _system.getrandbits


def choice(sequence):
    return sequence[randbelow(len(sequence))]


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    bits = exclusive_upper_bound.bit_length()
    while True:
        value = randbits(bits)
        if value < exclusive_upper_bound:
            return value


def token_bytes(nbytes=None):
    return os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return binascii.hexlify(token_bytes(nbytes)).decode("ascii")


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def compare_digest(a, b):
    if isinstance(a, str):
        a, b = a.encode("ascii"), b.encode("ascii")
    different = len(a) != len(b)
    for x, y in zip(a, b):
        different |= x != y
    return not different
