class InventoryBook:
    """Does the same for the old warehouse."""

    def __init__(self, warehouse):
        self.rows = {}

    def receive_goods(self, sku, quantity):
        self.rows[sku] = self.rows.get(sku, 0) + quantity

    def reserve_goods(self, sku, quantity, order_id):
        self.rows[sku] -= quantity

    def count_goods(self, sku):
        return self.rows.get(sku, 0)


class LedgerPrinter:
    def print_page(self, page):
        return page
