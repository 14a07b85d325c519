"""A few spheres and a floor, seen through a grid of rays.

Stresses: many small objects with methods and operators, attributes, polymorphic calls.
Parameters: --threads N, --size N (rows in all), --width W, --each.
Checksum: the brightness of all points, rounded.
"""
import common


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / self.dot(self) ** 0.5)


class Sphere:
    def __init__(self, center, radius, shade):
        self.center = center
        self.radius = radius
        self.shade = shade

    def distance(self, origin, way):
        to = self.center - origin
        along = to.dot(way)
        inside = self.radius * self.radius - (to.dot(to) - along * along)
        if inside < 0.0:
            return None
        found = along - inside ** 0.5
        return found if found > 1e-6 else None

    def normal(self, point):
        return (point - self.center).unit()

    def shade_at(self, point):
        return self.shade


class Floor:
    def distance(self, origin, way):
        if way.y >= -1e-9:
            return None
        return -(origin.y + 1.0) / way.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def shade_at(self, point):
        return 0.9 if (int(point.x // 1) + int(point.z // 1)) % 2 else 0.3


SCENE = [Sphere(Vector(0.0, 0.0, 5.0), 1.0, 0.9), Sphere(Vector(1.5, -0.3, 4.0), 0.6, 0.6),
         Sphere(Vector(-1.6, 0.2, 4.5), 0.8, 0.4), Floor()]
LIGHT = Vector(-3.0, 5.0, -2.0)


def nearest(origin, way):
    best, thing = None, None
    for each in SCENE:
        distance = each.distance(origin, way)
        if distance is not None and (best is None or distance < best):
            best, thing = distance, each
    return best, thing


def brightness(origin, way, depth):
    distance, thing = nearest(origin, way)
    if thing is None:
        return 0.1 + 0.2 * max(way.y, 0.0)
    point = origin + way * distance
    normal = thing.normal(point)
    to_light = (LIGHT - point).unit()
    start = point + normal * 1e-4
    lit = 0.0 if nearest(start, to_light)[1] else max(0.0, normal.dot(to_light))
    color = thing.shade_at(point) * (0.2 + 0.8 * lit)
    if depth > 0:
        mirrored = way - normal * (2.0 * way.dot(normal))
        color = 0.8 * color + 0.2 * brightness(start, mirrored, depth - 1)
    return color


def main():
    opts = common.options(size=16, width=24)
    height, width = opts.size, opts["width"]

    def work(first, end):
        total = 0
        for y in range(first, end):
            for x in range(width):
                way = Vector((x - width / 2) / width, (height / 2 - y) / height, 1.0).unit()
                total += int(brightness(Vector(0.0, 0.0, 0.0), way, 2) * 1000000)
        return total

    print("brightness %d" % sum(common.run(opts, work)))


main()
