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

const status = (id: number, de: string, en: string, apiName = de): OrderStatus => ({
  id,
  apiName,
  label: { de, en },
});

/**
 * The order statuses known today, by id. The list is kept open: Billbee adds statuses (16 came in 2021), so an
 * id that is missing here is not an error; {@link describeStatus} has a label for it.
 *
 * Source: Billbee API `GET /enums/orderstates`, its documentation of `PUT /orders/{id}/orderstate` and the help
 * centre's list of statuses. Status 10 is not in use and has no German label. The name of 17 is inferred: it is
 * the one label of the help centre that is left over.
 */
export const orderStatuses: readonly OrderStatus[] = /* @__PURE__ */ (() => [
  status(1, 'Bestellt', 'Ordered'),
  status(2, 'Bestätigt', 'Confirmed', 'Bestaetigt'),
  status(3, 'Bezahlt', 'Paid', 'Zahlung_erhalten'),
  status(4, 'Versendet', 'Shipped'),
  status(5, 'Reklamation', 'Reclamation'),
  status(6, 'Gelöscht', 'Deleted', 'Geloescht'),
  status(7, 'Abgeschlossen', 'Closed'),
  status(8, 'Storniert', 'Canceled'),
  status(9, 'Archiviert', 'Archived'),
  status(10, 'Rated', 'Rated'),
  status(11, 'Mahnung 1', 'Demand note 1', 'Mahnung'),
  status(12, 'Mahnung 2', 'Demand note 2', 'Mahnung2'),
  status(13, 'Gepackt', 'Packed'),
  status(14, 'Angeboten', 'Offered'),
  status(15, 'Zahlungserinnerung', 'Payment reminder'),
  status(16, 'Im Fulfillment', 'In fulfillment', 'Im_Fulfillment'),
  status(17, 'Retoure', 'Return'),
])();

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
