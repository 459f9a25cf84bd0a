/** One order status, as the API names it and as the backend's German pages show it. */
export interface SandboxStatus {
  readonly id: number;
  /** `Name` of GET /enums/orderstates. */
  readonly name: string;
  /** Text on the backend pages; absent for 10, which they do not show. */
  readonly label: string | undefined;
}

/**
 * The account's statuses in id order. Billbee publishes no name for 17: `Retoure` is the label of its help
 * centre that is left over.
 */
export const ORDER_STATUSES: readonly SandboxStatus[] = [
  { id: 1, name: 'Bestellt', label: 'Bestellt' },
  { id: 2, name: 'Bestaetigt', label: 'Bestätigt' },
  { id: 3, name: 'Zahlung_erhalten', label: 'Bezahlt' },
  { id: 4, name: 'Versendet', label: 'Versendet' },
  { id: 5, name: 'Reklamation', label: 'Reklamation' },
  { id: 6, name: 'Geloescht', label: 'Gelöscht' },
  { id: 7, name: 'Abgeschlossen', label: 'Abgeschlossen' },
  { id: 8, name: 'Storniert', label: 'Storno' },
  { id: 9, name: 'Archiviert', label: 'Archiviert' },
  { id: 10, name: 'Rated', label: undefined },
  { id: 11, name: 'Mahnung', label: 'Mahnung 1' },
  { id: 12, name: 'Mahnung2', label: 'Mahnung 2' },
  { id: 13, name: 'Gepackt', label: 'Gepackt' },
  { id: 14, name: 'Angeboten', label: 'Angeboten' },
  { id: 15, name: 'Zahlungserinnerung', label: 'Zahlungserinnerung' },
  { id: 16, name: 'Im_Fulfillment', label: 'Im Fulfillment' },
  { id: 17, name: 'Retoure', label: 'Retoure' },
];

/** Ids in the order of the pages, which follows the work and never the ids. */
const PAGE_ORDER = [14, 1, 2, 3, 13, 16, 4, 5, 6, 7, 8, 9, 15, 11, 12, 17];

/** A status with a label, as the backend pages list it. */
export interface LabelledStatus {
  readonly id: number;
  readonly label: string;
}

/** The statuses of the backend pages, in their order. */
export const PAGE_STATUSES: readonly LabelledStatus[] = PAGE_ORDER.flatMap((id) => {
  const label = statusLabel(id);
  return label === undefined ? [] : [{ id, label }];
});

/** The pages' label of a status, or undefined for one they do not show. */
export function statusLabel(id: number): string | undefined {
  return ORDER_STATUSES.find((status) => status.id === id)?.label;
}
