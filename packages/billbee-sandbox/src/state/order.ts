/**
 * One order as the API hands it out. Everything but the status can be missing or null in real data, and some
 * seeded orders are broken on purpose, so the fields are as open here as they are there.
 */
export interface SandboxOrder {
  BillBeeOrderId: number | null;
  Id: string | null;
  OrderNumber: string | null;
  State: number;
  CreatedAt: string | null;
  ConfirmedAt: string | null;
  PayedAt: string | null;
  ShippedAt: string | null;
  ArchivedAt: string | null;
  LastModifiedAt: string | null;
  Currency: string | null;
  ShippingCost: number;
  TotalCost?: number;
  PaidAmount: number | null;
  PaymentMethod: number;
  VatMode: number;
  TaxRate1: number | null;
  TaxRate2: number | null;
  OrderItems: SandboxOrderItem[] | null;
  InvoiceAddress: SandboxAddress | null;
  ShippingAddress: SandboxAddress | null;
  Seller: SandboxUser | null;
  Buyer: SandboxUser | null;
  ApiAccountId: number | null;
  ApiAccountName: string | null;
  Tags: string[];
  ShippingIds: SandboxShipment[];
  Comments: SandboxComment[];
  History: SandboxHistoryEntry[];
  [field: string]: unknown;
}

export interface SandboxOrderItem {
  BillbeeId: number;
  Product: SandboxSoldProduct;
  Quantity: number;
  TotalPrice: number;
  UnrebatedTotalPrice: number;
  Discount: number;
  TaxAmount: number;
  TaxIndex: number | null;
  IsCoupon: boolean;
  [field: string]: unknown;
}

export interface SandboxSoldProduct {
  Id: string | null;
  BillbeeId: number | null;
  Title: string;
  SKU: string | null;
  EAN: string | null;
  PlatformData: string | null;
  /** 1 normal, 2 set (bill of materials). */
  Type: number;
  [field: string]: unknown;
}

export interface SandboxAddress {
  BillbeeId: number;
  FirstName: string | null;
  LastName: string | null;
  Company: string | null;
  NameAddition: string | null;
  Street: string | null;
  HouseNumber: string | null;
  Zip: string | null;
  City: string | null;
  State: string | null;
  CountryISO2: string | null;
  Country: string | null;
  Line2: string | null;
  Email: string | null;
  Phone: string | null;
}

export interface SandboxUser {
  Platform: string | null;
  BillbeeShopName: string | null;
  BillbeeShopId: number | null;
  Id: string | null;
  Nick: string | null;
  FirstName: string | null;
  LastName: string | null;
  FullName: string;
  Email: string | null;
}

export interface SandboxShipment {
  BillbeeId: number;
  ShippingId: string | null;
  Shipper: string | null;
  Created: string;
  TrackingUrl: string | null;
  ShippingProviderId: number | null;
  ShippingProviderProductId: number | null;
  ShippingCarrier: number | null;
  ShipmentType: number;
}

export interface SandboxComment {
  /** Can exceed 2^53: then a bigint. */
  Id: number | bigint;
  FromCustomer: boolean;
  Text: string;
  Name: string | null;
  Created: string;
}

export interface SandboxHistoryEntry {
  Created: string;
  EventTypeName: string;
  Text: string;
  EmployeeName: string | null;
  TypeId: number | null;
}
