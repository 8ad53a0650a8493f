"""Backslashes, brackets, comments where a line could end."""
import os, \
    sys as system
from collections import (  # a comment
    OrderedDict as Ordered,  # another, with ) and :
    deque,
)
from . import sibling; from .. import parent as above
import a.b.c; import a.b.d as d
x = 1; y = [
    1, 2,  # import not_me
]; z = {'class Fake:': 1}


def spread(
    first,
    /,
    second: "int" = (1, 2)[0],  # noqa: def not_me():
    *rest: str,
    key=lambda a, b: a,
    **others,
) -> dict[str,
          int]:
    return {}


def continued(a, \
        b=1):
    if a and \
            b:
        return a
    return \
        b


class Bases(Ordered if x else deque, metaclass=type, \
        ): pass


if x: import conditional
try: import guarded
except ImportError: guarded = None
else: import otherwise
finally: import always
while False: import never; from never import again
def one_line(a): return a
async def one_line_async(): pass
class OneLine(object): value = 1; other = 2


def joined_to_a_comment():
    return one_line(1) \
        # says nothing


after = 1
