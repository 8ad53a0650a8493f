import before
def unterminated(a, b:
    return 'no end
class Follows(Base):
    def method(self): return "also open
    def second(self): pass
x = [1, 2
def after_bracket(): pass
print 'python 2'
exec "code"
    def odd_indent(): pass
