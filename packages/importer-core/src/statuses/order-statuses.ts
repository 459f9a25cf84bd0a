/** The two languages every text for people comes in. */
export type Language = 'de' | 'en';

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** One order status of Billbee. */
export interface OrderStatus {
  /** The number Billbee's API and an ERP's settings use, e.g. 3. */
  readonly id: number;
  /** `Name` in Billbee's `GET /enums/orderstates`; undefined for a status this list does not know. */
  readonly apiName: string | undefined;
  /** German: as Billbee's screens spell it. English: wording of the API's documentation. */
  readonly label: Bilingual;
}

/**
 * The names of the order statuses known today: German label, English label, and the API name where it differs from the
 * German label; ids count up from 1.
 *
 * Source: Billbee API `GET /enums/orderstates`, its documentation of `PUT /orders/{id}/orderstate` and the help
 * centre's list of statuses. Status 10 is not in use and has no German label. The name of 17 is inferred: it is
 * the one label of the help centre that is left over.
 */
export const orderStatusNames = [
  ['Bestellt', 'Ordered'], // 1
  ['Bestätigt', 'Confirmed', 'Bestaetigt'], // 2
  ['Bezahlt', 'Paid', 'Zahlung_erhalten'], // 3
  ['Versendet', 'Shipped'], // 4
  ['Reklamation', 'Reclamation'], // 5
  ['Gelöscht', 'Deleted', 'Geloescht'], // 6
  ['Abgeschlossen', 'Closed'], // 7
  ['Storniert', 'Canceled'], // 8
  ['Archiviert', 'Archived'], // 9
  ['Rated', 'Rated'], // 10
  ['Mahnung 1', 'Demand note 1', 'Mahnung'], // 11
  ['Mahnung 2', 'Demand note 2', 'Mahnung2'], // 12
  ['Gepackt', 'Packed'], // 13
  ['Angeboten', 'Offered'], // 14
  ['Zahlungserinnerung', 'Payment reminder'], // 15
  ['Im Fulfillment', 'In fulfillment', 'Im_Fulfillment'], // 16
  ['Retoure', 'Return'], // 17
] as const satisfies readonly (readonly [de: string, en: string, apiName?: string])[];

/**
 * The order statuses known today, by id. The list is kept open: Billbee adds statuses (16 came in 2021), so an
 * id that is missing here is not an error; {@link describeStatus} has a label for it.
 */
export const orderStatuses: readonly OrderStatus[] = /* @__PURE__ */ orderStatusNames.map(
  ([de, en, apiName = de], index) => ({ id: index + 1, apiName, label: { de, en } }),
);

/** The highest id in {@link orderStatuses}. */
export const highestKnownStatusId = 17;

/**
 * The status with this id; for an id that is not in the list, one with a made label.
 *
 * @param id order status id, e.g. 3
 * @returns the known status, or `{ id: 18, apiName: undefined, label: { de: 'Status 18 (unbekannt)', … } }`
 * @example describeStatus(16).label.de // 'Im Fulfillment'
 */
export function describeStatus(id: number): OrderStatus {
  return (
    orderStatuses.find((known) => known.id === id) ?? {
      id,
      apiName: undefined,
      label: { de: `Status ${id} (unbekannt)`, en: `Status ${id} (unknown)` },
    }
  );
}

/**
 * The way of an order through its work, by status id. Not on it: complaint (5), deleted (6), cancelled (8), return (17), and
 * whatever an account adds: from there no report leads anywhere by itself.
 */
const way = [14, 1, 2, 15, 11, 12, 3, 16, 13, 4, 7, 9];

/**
 * The statuses that an order passes before another: what is reported for it moves it forward from these, never back.
 *
 * @param statusId id of a known order status on that way
 * @returns none for a status that is not on it
 * @example statusesBefore(3) // [14, 1, 2, 15, 11, 12]: paid moves an order forward from these only
 */
export function statusesBefore(statusId: number): readonly number[] {
  return way.slice(0, Math.max(0, way.indexOf(statusId)));
}
