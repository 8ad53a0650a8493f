from invoices.renderer import InvoiceRenderer

Renderer = InvoiceRenderer


class BillRenderer:
    def render_pdf(self, invoice):
        return b"bill"

    def render_html(self, invoice):
        return "bill"


class InvoicePrinter:
    def __init__(self, letterhead):
        self.paper = letterhead

    def render_pdf(self, invoice):
        return b"print"

    def total_lines(self, invoice, rounding):
        return rounding

    def eject_page(self):
        return None


class RetiredInvoiceRenderer:
    def render_pdf(self, invoice):
        raise RuntimeError("use InvoiceRenderer")

    def render_html(self, invoice):
        raise RuntimeError("use InvoiceRenderer")


class DeliveryNote:
    def render_address(self, customer):
        return customer
