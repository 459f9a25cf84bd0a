import { html } from 'hono/html';
import { SHOPS } from '../state/shops.js';
import type { Markup } from './encodings/encoding.js';

const select = (
  name: string,
  label: string,
  options: readonly (readonly [number | string, string])[],
): Markup =>
  html`<label class="field">${label}
    <select name="${name}"><option value="">Alle</option>${options.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select></label>`;

/** The toolbar's menu of people: built like the status menu, with numbers of its own. */
export function staffMenu(): Markup {
  return html`<div class="btn-group">
    <button type="button" class="btn" id="btnAssignStaff" data-toggle="dropdown" aria-haspopup="true">Mitarbeiter <span class="caret"></span></button>
    <ul class="dropdown-menu">${STAFF.map(([id, name]) => html`<li><a data-staffid="${id}" href="#">${name}</a></li>`)}</ul>
  </div>`;
}

const STAFF = [
  [1, 'Alex Muster'],
  [2, 'Kim Beispiel'],
  [3, 'Toni Probe'],
] as const;

/** Lists beside the statuses that share their numbers, and in part their words. */
export function traps(): Markup {
  return html`
    ${select('PaymentTypeId', 'Zahlart', [
      [1, 'Banküberweisung'],
      [2, 'Nachnahme'],
      [3, 'PayPal'],
      [4, 'Barzahlung'],
      [26, 'Rechnung'],
      [31, 'Kreditkarte'],
      [59, 'Vorkasse'],
    ])}
    ${select('PaidFilter', 'Zahlung', [
      [1, 'Bezahlt'],
      [2, 'Offen'],
    ])}
    ${select('CarrierId', 'Versand', [
      [1, 'Paket Express'],
      [2, 'Paket'],
      [3, 'Kurier'],
      [7, 'Brief'],
    ])}
    ${select(
      'ShopId',
      'Shop',
      SHOPS.map((shop) => [shop.accountId, shop.name] as const),
    )}
    ${select('MailTemplateId', 'Vorlage', [
      [3, 'Versandbestätigung'],
      [7, 'Zahlungserinnerung'],
      [11, 'Retoure eingegangen'],
    ])}
    <label class="field">Zeilen
      <select name="PageSize"><option>25</option><option>50</option><option>100</option><option>250</option></select></label>`;
}
