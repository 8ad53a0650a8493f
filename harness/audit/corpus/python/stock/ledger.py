"""The stock of a warehouse: what came, what went, what is promised."""
from typing import Protocol


class StockBooking(Protocol):
    def receive_goods(self, sku, quantity): ...
    def reserve_goods(self, sku, quantity, order_id): ...
    def release_reservation(self, order_id): ...


class StockLedger:
    def __init__(self, warehouse, clock=None):
        self.warehouse = warehouse
        self.clock = clock

    def receive_goods(self, sku, quantity):
        return (sku, quantity)

    def reserve_goods(self, sku, quantity, order_id):
        return order_id

    def release_reservation(self, order_id):
        return order_id

    def count_goods(self, sku):
        return 0


class StockLedgerError(Exception):
    pass
