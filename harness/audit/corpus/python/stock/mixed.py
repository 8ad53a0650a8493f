from stock.ledger import StockLedger


class ReservationMixin:
    def reserve_goods(self, sku, quantity, order_id):
        return [sku]

    def release_reservation(self, order_id):
        return []


class FastStockLedger(ReservationMixin):
    def receive_goods(self, sku, quantity):
        return quantity

    def count_goods(self, sku):
        return 1


class AuditedStockLedger(StockLedger):
    def receive_goods(self, sku, quantity):
        return super().receive_goods(sku, quantity)


class StockDesk:
    """Hands everything over."""

    def __init__(self, ledger: StockLedger):
        self._ledger = ledger

    def receive_goods(self, sku, quantity):
        return self._ledger.receive_goods(sku, quantity)

    def reserve_goods(self, sku, quantity, order_id):
        return self._ledger.reserve_goods(sku, quantity, order_id)

    def count_goods(self, sku):
        return self._ledger.count_goods(sku)
