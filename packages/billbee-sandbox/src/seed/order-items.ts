import type { SandboxOrder, SandboxOrderItem } from '../state/order.js';
import type { SandboxArticle } from './articles.js';

const cents = (amount: number): number => Math.round(amount * 100);

/** Id of a position: that of its order moved up, so that 15 digits are enough. */
export function itemId(orderId: number, line: number): number {
  return orderId * 10 + line - 2_700_000_000_000_000;
}

/**
 * One position selling an article.
 *
 * @param discount percent taken off the line
 */
export function articleItem(
  id: number,
  article: SandboxArticle,
  quantity: number,
  discount = 0,
): SandboxOrderItem {
  const before = Math.round(article.cents * quantity);
  const total = Math.round(before * (1 - discount / 100)) / 100;
  return {
    BillbeeId: id,
    TransactionId: null,
    Product: {
      OldId: null,
      Id: null,
      BillbeeId: article.id,
      Title: article.title,
      SKU: article.sku,
      SkuOrId: article.sku,
      EAN: article.ean,
      Weight: article.grams,
      IsDigital: false,
      Images: null,
      PlatformData: null,
      TARICCode: null,
      CountryOfOrigin: null,
      Type: article.type,
    },
    Quantity: quantity,
    TotalPrice: total,
    UnrebatedTotalPrice: before / 100,
    Discount: discount,
    // Unrounded, as Billbee sends it.
    TaxAmount: article.vatIndex === 1 ? (total * 19) / 119 : (total * 7) / 107,
    TaxIndex: article.vatIndex,
    Attributes: [],
    IsCoupon: false,
    GetPriceFromArticleIfAny: false,
    DontAdjustStock: false,
    ShippingProfileId: null,
    SerialNumber: null,
    InvoiceSKU: article.sku,
  };
}

/** Brings the order's total (gross, shipping included) and rebate figure in line with its items. */
export function settleTotals(order: SandboxOrder): void {
  const items = order.OrderItems ?? [];
  const sum = items.reduce((total, item) => total + cents(item.TotalPrice), cents(order.ShippingCost));
  order.TotalCost = sum / 100;
  // Not a discount in spite of its name: this is what the known samples add up to.
  const rebate = items.reduce((total, item) => total + (item.TotalPrice * item.Discount) / 100, 0);
  order['RebateDifference'] = cents(order.ShippingCost + rebate) / 100;
}
