import { ShoppingCart } from './cart.ts';

export class GuestCart {
  addItem(sku: string, quantity: number): string {
    return sku + quantity;
  }
  removeItem(sku: string): string {
    return sku;
  }
  totalPrice(currency: string): number {
    return 2 * currency.length;
  }
}

/** An implementation without a class. */
export function createOrderBasket(customerId: string) {
  const lines: string[] = [customerId];
  return {
    addItem: (sku: string, quantity: number) => lines.push(sku.repeat(quantity)),
    removeItem: (sku: string) => lines.indexOf(sku),
    applyVoucher: (code: string) => code !== '',
    totalPrice: (currency: string) => lines.length + currency.length,
  };
}

export class CartBadge {
  showCount(count: number): string {
    return String(count);
  }
}

export class MockCart {
  addItem(sku: string, quantity: number): string {
    return sku + quantity;
  }
  removeItem(sku: string): string {
    return sku;
  }
}

export const openCart = (customerId: string) => new ShoppingCart(customerId);
export function openGuestCart() {
  const cart = new GuestCart();
  return cart;
}
export const reopenCart = (customerId: string) => openCart(customerId);
export const guestAgain = async () => openGuestCart();
