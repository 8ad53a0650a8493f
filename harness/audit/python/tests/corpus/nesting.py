# -*- coding: utf-8 -*-
from __future__ import annotations
from typing import TYPE_CHECKING
import functools

if TYPE_CHECKING:
    from only.types import Hint
    import only.other


@functools.lru_cache(
    maxsize=None,
)
@functools.wraps(
    print
)
def decorated(a): return a


class Outer(object):
    """Docstring."""

    @property
    def value(self) -> 'int':
        return 1

    class Inner:
        class Deepest: x: int = 1
        async def run(self, *, only): await only
        def last(self): ...

    def build(self):
        class Local(Outer.Inner):
            def inside(self):
                def closure(): pass
                return closure
        from local import thing
        return Local

    @staticmethod
    def after(): pass
    # trailing comment belongs to nobody

# another comment


async def gather():
    async with a as b, c as d:
        async for e in b: yield e
    try:
        import optional
    except (ImportError, ValueError) as failure:
        raise RuntimeError from failure
    else:
        def in_else(): pass
    finally:
        pass


match = {'case': 1}
case = match['case']
match case:
    case 1: import one
    case [2, *others] if others:
        class Matched: pass
    case {'k': v}:
        def in_case(): pass
match, case = 1, 2
print(match)
lambda_default = lambda x=lambda y: y: x
type = 1
