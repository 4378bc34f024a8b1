/** An order as WooCommerce's REST API v3 gives it: of its fields those that a club reads. */
export interface WooOrder {
  readonly id: number;
  /** In UTC, without saying so. */
  readonly date_created_gmt: string;
  readonly created_via: string;
  readonly currency: string;
  /** What the customer pays: tax, shipping and fees in it, coupons taken off. */
  readonly total: string;
  /** 0 for a guest. */
  readonly customer_id: number;
  readonly payment_method: string;
  readonly line_items: readonly WooItem[];
  readonly shipping_lines: readonly WooCharge[];
  readonly fee_lines: readonly WooCharge[];
  readonly coupon_lines: readonly WooCoupon[];
}

/** Totals are texts without tax; the tax stands beside. */
export interface WooCharge {
  /** Unique among all lines of the order, of whatever kind. */
  readonly id: number;
  readonly total: string;
  readonly total_tax: string;
}

/** `subtotal` is before coupons and `total` after. `price` is a binary fraction without tax: nothing to figure with. */
export interface WooItem extends WooCharge {
  readonly product_id: number;
  /** 0 where the product has no variations. */
  readonly variation_id: number;
  readonly quantity: number;
  readonly subtotal: string;
  readonly subtotal_tax: string;
  /** Empty, or `null` in some versions, where the shop gave none. */
  readonly sku: string | null;
  readonly price: number;
}

/** What a coupon took off the items, which is already off their `total`. */
interface WooCoupon {
  readonly code: string;
  readonly discount: string;
  readonly discount_tax: string;
}
