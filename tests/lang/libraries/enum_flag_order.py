# Flags are listed in the order of their class
import enum


class Right(enum.Flag):
    READ = 4
    WRITE = 2
    RUN = 1


print(Right.READ | Right.RUN, repr(Right(7)))  # expect: Right.READ|RUN <Right.READ|WRITE|RUN: 7>
print([right.name for right in Right(5)])  # expect: ['READ', 'RUN']
