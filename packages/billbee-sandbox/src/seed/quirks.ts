import type { SandboxOrder, SandboxOrderItem } from '../state/order.js';
import { ARTICLES, type SandboxArticle } from './articles.js';
import { addressOf } from './build-order.js';
import { articleItem, settleTotals } from './order-items.js';
import { PEOPLE } from './people.js';

/** One peculiarity of real payloads, put on a sound order; totals are settled afterwards. */
export interface Quirk {
  readonly name: string;
  /** Statuses the quirk stays away from, because its meaning is open. */
  readonly notIn?: readonly number[];
  apply(order: SandboxOrder): void;
}

function articleOf(sku: string): SandboxArticle {
  const found = ARTICLES.find((article) => article.sku === sku);
  if (!found) throw new RangeError(`No article ${sku}.`);
  return found;
}

function firstItem(order: SandboxOrder): SandboxOrderItem {
  const [item] = order.OrderItems ?? [];
  if (!item) throw new RangeError('A quirk needs an order with items.');
  return item;
}

const nextItemId = (order: SandboxOrder): number =>
  Math.max(...(order.OrderItems ?? []).map((item) => item.BillbeeId)) + 1;

/** Every quirk, in the order in which they are dealt out. */
export const QUIRKS: readonly Quirk[] = [
  {
    name: 'entered by hand: no external id, buyer or shop',
    apply: (order) => {
      Object.assign(order, {
        Id: null,
        OrderNumber: null,
        Buyer: null,
        ApiAccountId: null,
        ApiAccountName: null,
      });
      if (order.Seller) {
        Object.assign(order.Seller, { Platform: null, BillbeeShopName: null, BillbeeShopId: null });
      }
    },
  },
  {
    name: 'discount in percent',
    apply: (order) => {
      order.OrderItems = [articleItem(nextItemId(order), articleOf('DECKE-OL'), 3, 2.5)];
    },
  },
  {
    name: 'both tax rates and a position without one',
    apply: (order) => {
      const fee = articleItem(nextItemId(order), articleOf('SEIL-M'), 1);
      order.OrderItems = [
        articleItem(fee.BillbeeId + 1, articleOf('GIE-5L'), 1),
        articleItem(fee.BillbeeId + 2, articleOf('HONIG-500'), 3),
        { ...fee, TaxIndex: null, TaxAmount: 0 },
      ];
    },
  },
  {
    name: 'coupon with a negative sum',
    apply: (order) => {
      const coupon = articleItem(nextItemId(order), articleOf('SEIL-M'), 1);
      coupon.Product = {
        ...coupon.Product,
        Title: 'Gutschein DANKE5',
        SKU: null,
        EAN: null,
        BillbeeId: null,
      };
      Object.assign(coupon, { TotalPrice: -1.5, UnrebatedTotalPrice: -1.5, TaxAmount: 0, TaxIndex: null });
      order.OrderItems = [...(order.OrderItems ?? []), { ...coupon, IsCoupon: true, InvoiceSKU: null }];
    },
  },
  {
    name: 'set of articles',
    apply: (order) => {
      order.OrderItems = [articleItem(nextItemId(order), articleOf('SET-GARTEN'), 2)];
    },
  },
  {
    name: 'fractional quantity',
    apply: (order) => {
      order.OrderItems = [articleItem(nextItemId(order), articleOf('SEIL-M'), 2.5)];
    },
  },
  {
    name: 'numbers above 2^53 in platform data, texts, external ids and a comment id',
    apply: (order) => {
      const { Product } = firstItem(order);
      Product.Id = '1729384756102938475';
      Product.PlatformData = '{"TikTokOrderID": 576460752303423489012, "SkuId": 1729384756102938475}';
      order.Id = '576460752303423489012';
      order.Comments = [
        {
          Id: 9007199254740993n,
          FromCustomer: true,
          Text: 'TikTokOrderID: 576460752303423489012',
          Name: order.Buyer?.FullName ?? null,
          Created: order.CreatedAt ?? '',
        },
      ];
    },
  },
  {
    name: 'payment type without a public name',
    apply: (order) => {
      order.PaymentMethod = 145;
    },
  },
  {
    name: 'foreign currency',
    apply: (order) => {
      order.Currency = 'CHF';
    },
  },
  {
    name: 'delivery to somebody else',
    apply: (order) => {
      const other = PEOPLE[(Number(order.BillBeeOrderId) + 5) % PEOPLE.length];
      if (other && order.ShippingAddress) {
        order.ShippingAddress = {
          ...addressOf(other, order.ShippingAddress.BillbeeId),
          NameAddition: 'c/o Nachbarn',
          Line2: 'Hinterhaus, 3. Etage',
        };
      }
    },
  },
  {
    name: 'empty texts instead of null, house number inside the street',
    apply: (order) => {
      for (const address of [order.InvoiceAddress, order.ShippingAddress]) {
        if (!address) continue;
        const Street = `${address.Street} ${address.HouseNumber}`;
        Object.assign(address, {
          Street,
          HouseNumber: '',
          Company: '',
          NameAddition: '',
          Line2: '',
          Phone: '',
        });
      }
      order['SellerComment'] = '';
    },
  },
  {
    name: 'dates with an offset, profile id as a number, language in capitals',
    apply: (order) => {
      Object.assign(order, { CreatedAt: `${order.CreatedAt?.slice(0, 10)}T00:00:00+00:00` });
      Object.assign(order, { ShippingProfileId: 4711, LanguageCode: 'DE' });
    },
  },
  {
    name: 'parcel without carrier and tracking link, comments with emoji and line breaks',
    apply: (order) => {
      order.ShippingIds = [
        {
          BillbeeId: nextItemId(order),
          ShippingId: null,
          Shipper: null,
          Created: order.LastModifiedAt ?? '',
          TrackingUrl: '-',
          ShippingProviderId: null,
          ShippingProviderProductId: null,
          ShippingCarrier: null,
          ShipmentType: 0,
        },
      ];
      order.Comments = [
        {
          Id: 300000000070001,
          FromCustomer: true,
          Text: 'Bitte als Geschenk 🎁\nund „ohne“ Rechnung, <danke>!',
          Name: order.Buyer?.FullName ?? null,
          Created: order.CreatedAt ?? '',
        },
      ];
      order.Tags = ['Geschenk', 'eilig'];
    },
  },
  {
    name: 'emoji and another script in name and title',
    apply: (order) => {
      const name = { FirstName: '由紀', LastName: '田中 🌷' };
      for (const address of [order.InvoiceAddress, order.ShippingAddress]) Object.assign(address ?? {}, name);
      Object.assign(order.Buyer ?? {}, { ...name, FullName: '由紀 田中 🌷' });
      firstItem(order).Product.Title += ' 🕯️👩‍👧';
    },
  },
  {
    name: 'delivery inside the EU without VAT',
    notIn: [3],
    apply: (order) => {
      order.VatMode = 2;
      for (const item of order.OrderItems ?? []) item.TaxAmount = 0;
    },
  },
  {
    name: 'shipped without a shipping date, no parent fields, no link',
    apply: (order) => {
      order.ShippedAt = null;
      for (const field of ['WebUrl', 'BillBeeParentOrderId', 'RestoredAt']) delete order[field];
    },
  },
];

/** Puts one quirk on an order and settles its totals. */
export function applyQuirk(order: SandboxOrder, quirk: Quirk): void {
  if (quirk.notIn?.includes(order.State)) return;
  quirk.apply(order);
  settleTotals(order);
  if (order.PaidAmount) order.PaidAmount = order.TotalCost ?? 0;
}
