/** One shop connection of the sandbox account. */
export interface SandboxShop {
  /** `ApiAccountId` of orders and `Id` of GET /shopaccounts. */
  readonly accountId: number;
  /** `Seller.BillbeeShopId`: the same shop in another form. */
  readonly sellerId: number;
  readonly accountType: number;
  readonly platform: string;
  readonly name: string;
}

/** The sandbox account's shops. */
export const SHOPS: readonly SandboxShop[] = [
  {
    accountId: 71001,
    sellerId: 300000000071001,
    accountType: 2,
    platform: 'Shopify',
    name: 'Gartenlaube Beispiel',
  },
  { accountId: 71002, sellerId: 300000000071002, accountType: 5, platform: 'eBay', name: 'Muster-Trödel' },
  {
    accountId: 71003,
    sellerId: 300000000071003,
    accountType: 9,
    platform: 'TikTok',
    name: 'Kiste & Krempel',
  },
];
