"""Random programs in the language, for differential.py.

grammar.py expands templates; expressions.py, methods.py, statements.py, definitions.py and threads.py are
tables of them, one an area of the language; prelude.py stands at the beginning of every program.
"""
from .prelude import PRELUDE
from .program import Maker

__all__ = ["Maker", "PRELUDE"]
