class Tabs:
	def a(self):
		if 1:
			return 2

	def b(self): pass

class Fed:
    
    def c(self):
        pass



def café(naïve, *été): return "ü"