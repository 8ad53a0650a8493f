# bom
import os


def windows(a,
            b):
    """doc
    string"""
    return a \
        + b


class Ende: pass
