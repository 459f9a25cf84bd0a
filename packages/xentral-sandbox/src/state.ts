/** What a tenant has been set up with. */
export interface TenantSetup {
  readonly projects: readonly NamedRow[];
  readonly paymentMethods: readonly NamedRow[];
  readonly shippingMethods: readonly NamedRow[];
  readonly salesChannels: readonly NamedRow[];
  readonly products: readonly Omit<SandboxProduct, 'id'>[];
}

export interface NamedRow {
  readonly id: string;
  readonly [name: string]: unknown;
}

export interface SandboxProduct {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly ean: string | null;
  readonly manufacturerNumber: string | null;
  readonly project: { readonly id: string; readonly name: string };
  stockCount: number;
  /** Whether the tenant has locked it: Xentral takes orders of it all the same. */
  isDisabled: boolean;
}

export interface SandboxCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly email: string;
}

/** A sales order as the tenant keeps it. */
export interface SandboxOrder {
  readonly id: string;
  readonly documentNumber: string;
  readonly externalOrderId: string;
  readonly externalOrderNumber: string;
  readonly total: number;
  readonly netSales: number;
  status: 'released' | 'completed' | 'canceled';
  /** The body it was imported with. */
  readonly request: Readonly<Record<string, unknown>>;
}

export interface SandboxDelivery {
  readonly id: string;
  readonly salesOrderId: string;
  readonly shippingMethodId: string | null;
  readonly number: string;
  readonly carrier: string | undefined;
  readonly sentAt: string | null;
}

/** Everything in a tenant. Ids are given out in one sequence per kind, as a database does. */
export class TenantState {
  readonly setup: TenantSetup;
  readonly products: SandboxProduct[];
  readonly customers: SandboxCustomer[] = [];
  readonly orders: SandboxOrder[] = [];
  readonly deliveries: SandboxDelivery[] = [];

  constructor(setup: TenantSetup) {
    this.setup = setup;
    this.products = setup.products.map((product, index) => ({ ...product, id: String(1001 + index) }));
  }

  addCustomer(
    given: Omit<SandboxCustomer, 'id' | 'number'> & { readonly number?: string | undefined },
  ): SandboxCustomer {
    const id = String(300 + this.customers.length);
    const customer = { ...given, id, number: given.number ?? String(20_000 + this.customers.length) };
    this.customers.push(customer);
    return customer;
  }

  addOrder(given: Omit<SandboxOrder, 'id' | 'documentNumber' | 'status'>): SandboxOrder {
    const id = String(5000 + this.orders.length);
    const order: SandboxOrder = {
      ...given,
      id,
      documentNumber: String(200_000 + this.orders.length),
      status: 'released',
    };
    this.orders.push(order);
    return order;
  }

  addDelivery(given: Omit<SandboxDelivery, 'id'>): void {
    this.deliveries.push({ ...given, id: String(9000 + this.deliveries.length) });
  }
}
