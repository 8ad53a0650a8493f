'''Strings that hold code.

import not_this
class NotThis: pass
'''
single = 'it''s "quoted"' "and # not a comment"
escaped = 'a\'b' + "c\"d\\" + 'e\
still the string: import not_me'
raw = r'\'' + r"\"" + rb'\x' + Rb"""\"""" + bR'''it's'''
triple = """one "two" ""three \""" def not_me(): """
empty = '' + "" + '''''' + """"""
implicit = ('a'
            "b" f'c{1}' r'd\'')
formatted = f"{single!r:>{len(raw)}} {'nested'} {{literal}} {triple:'^10}"
lines = f"""{
    escaped
    if False else single}
def not_me_either(): {'}'}
"""


def after_strings(text='"""', other=""" ' """): return text


class Documented:
    'class Inner: pass'

    def method(self):
        """Ends with a quote\""""
        # def commented(): '''
        return '#' + "'"
