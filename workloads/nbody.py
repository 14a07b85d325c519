"""Planetary systems of five bodies, each moved by a number of steps.

Stresses: float arithmetic, attributes of objects, nested loops. Every system belongs to one thread.
Parameters: --threads N, --size N (systems in all), --steps S (of each system), --each.
Checksum: the sum of the systems' energies, in units of 1e-9.
"""
import common

STEP = 0.005


class Body:
    def __init__(self, mass, x, y, z, vx, vy, vz):
        self.mass = mass
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz


def system(number):
    """Five bodies around a heavy one; the number shifts their places a little."""
    shift = (number % 17) / 64.0
    bodies = [Body(40.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    for k in range(1, 5):
        distance = 2.0 * k + shift
        speed = (40.0 / distance) ** 0.5
        if k % 2:
            bodies.append(Body(0.01 * k, distance, 0.0, 0.1 * k, 0.0, speed, 0.0))
        else:
            bodies.append(Body(0.01 * k, 0.0, distance, -0.1 * k, -speed, 0.0, 0.0))
    return bodies


def pairs_of(bodies):
    found = []
    for i in range(len(bodies)):
        for j in range(i + 1, len(bodies)):
            found.append((bodies[i], bodies[j]))
    return found


def advance(bodies, pairs, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            pull = STEP / (square * square ** 0.5)
            a.vx -= dx * b.mass * pull
            a.vy -= dy * b.mass * pull
            a.vz -= dz * b.mass * pull
            b.vx += dx * a.mass * pull
            b.vy += dy * a.mass * pull
            b.vz += dz * a.mass * pull
        for body in bodies:
            body.x += STEP * body.vx
            body.y += STEP * body.vy
            body.z += STEP * body.vz


def energy(bodies, pairs):
    total = 0.0
    for body in bodies:
        total += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz)
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        total -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def main():
    opts = common.options(size=64, steps=600)
    steps = opts["steps"]

    def work(first, end):
        total = 0
        for number in range(first, end):
            bodies = system(number)
            pairs = pairs_of(bodies)
            advance(bodies, pairs, steps)
            total += round(energy(bodies, pairs) * 1e9)
        return total

    print("nbody energy %d" % sum(common.run(opts, work)))


main()
