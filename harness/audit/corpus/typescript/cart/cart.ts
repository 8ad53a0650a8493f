export interface Basket {
  addItem(sku: string, quantity: number): void;
  removeItem(sku: string): void;
}

export class ShoppingCart implements Basket {
  readonly items = new Map<string, number>();
  readonly customerId: string;
  constructor(customerId: string) {
    this.customerId = customerId;
  }
  addItem(sku: string, quantity: number): void {
    this.items.set(sku, quantity);
  }
  removeItem(sku: string): void {
    this.items.delete(sku);
  }
  applyVoucher = (code: string): boolean => code.length > 3;
  totalPrice(currency: string): number {
    return currency.length;
  }
}
