import { taskMessages } from '../messages/core/task-messages.js';

/** Billbee's carriers by how their names begin. Source: `Billbee API: GET /enums/shippingcarriers`. */
const known: readonly (readonly [beginning: string, carrierId: number])[] = [
  ['dhlexpress', 1],
  ['dhl', 2],
  ['hermes', 3],
  ['dpd', 4],
  ['ups', 5],
  ['gls', 6],
  ['deutschepost', 7],
  ['dpag', 7],
  ['warenpost', 7],
  ['österreichischepost', 8],
  ['postat', 8],
  ['fedex', 9],
  ['generalovernight', 10],
  ['go!', 10],
  ['tnt', 11],
  ['liefery', 12],
  ['iloxx', 13],
  ['parcelone', 14],
  ['cargointernational', 15],
  ['pinmail', 16],
  ['usps', 17],
  ['amazonlogistics', 18],
];

/**
 * Billbee's number of a carrier by what people and ERPs call it; case, blanks and punctuation do not count.
 *
 * @returns undefined for a name that is not known
 * @example carrierIdOf('DHL Paket') // 2
 */
export function carrierIdOf(name: string): number | undefined {
  const key = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_.-]+/gu, '');
  return known.find(([beginning]) => key.startsWith(beginning))?.[1];
}

/**
 * The same for a name that somebody has chosen.
 *
 * @throws SettingsError `carrier-unknown`
 */
export function requireCarrierId(name: string): number {
  const id = carrierIdOf(name);
  if (id !== undefined) return id;
  throw taskMessages.settings('carrier-unknown', { given: name }, ['carrier']);
}
