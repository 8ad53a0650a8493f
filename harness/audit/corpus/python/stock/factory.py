from contextlib import contextmanager
from .ledger import StockLedger
from .legacy import InventoryBook


def open_ledger(warehouse):
    return StockLedger(warehouse)


def open_book(warehouse):
    book = InventoryBook(warehouse)
    return book


def open_book_for_order(order):
    return open_book(order.warehouse)


@contextmanager
def borrowed_book(order):
    with_book = open_book_for_order(order)
    yield with_book


class LedgerShop:
    @classmethod
    def for_site(cls, site):
        return StockLedger(site, clock=1)


def shortcut(warehouse):
    return open_ledger(warehouse)
