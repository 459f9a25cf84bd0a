import { createCatalogue } from '../define-messages.js';
import { message } from '../message.js';
import { value } from '../value-kinds.js';

const order = { orderId: value.text };

/** What is decided about orders, and what can end a run. */
export const importMessages = createCatalogue({
  new: message(
    {},
    {
      title: { de: 'neu', en: 'new' },
      de: () => 'Der Auftrag ist neu.',
      en: () => 'The order is new.',
    },
  ),
  'held-before': message(
    {},
    {
      title: { de: 'war zurückgehalten', en: 'was held' },
      de: () => 'Der Auftrag war zurückgehalten.',
      en: () => 'The order was held before.',
    },
  ),
  'already-delivered': message(
    {},
    {
      title: { de: 'schon importiert', en: 'already imported' },
      de: () => 'Der Auftrag ist schon importiert.',
      en: () => 'The order has been imported already.',
    },
  ),
  dismissed: message(
    {},
    {
      title: { de: 'aufgegeben', en: 'dismissed' },
      de: () => 'Der Auftrag war zurückgehalten und wurde aufgegeben.',
      en: () => 'The order was held and has been dismissed.',
    },
  ),
  'status-not-selected': message(
    { statusId: value.optional(value.text) },
    {
      title: { de: 'Status nicht gewählt', en: 'status not selected' },
      de: ({ statusId }) =>
        `Der Auftrag ist jetzt ${statusId ? `im Status ${statusId}` : 'in einem Status'}, der nicht gewählt ist.`,
      en: ({ statusId }) =>
        `The order is now in ${statusId ? `status ${statusId}` : 'a status'}, which is not selected.`,
    },
  ),
  'payload-forgotten': message(
    {},
    {
      title: { de: 'nicht mehr da', en: 'not there any more' },
      de: () => [
        'Billbee hat den Auftrag nicht mehr, und was hier von ihm aufbewahrt war, ist gelöscht.',
        'Geben Sie ihn auf.',
      ],
      en: () => [
        'Billbee does not have the order any more, and what was kept of it here is deleted.',
        'Dismiss it.',
      ],
    },
  ),
  'not-listed': message(
    {},
    {
      title: { de: 'nicht in der Liste', en: 'not in the list' },
      de: () => [
        'Der Auftrag stand nicht in Billbees Liste der gewählten Status: Er hat sie verlassen, oder er ist weitergerückt, während sie gelesen wurde.',
        'Nennen Sie ihn, um ihn einzeln noch einmal zu versuchen.',
      ],
      en: () => [
        'The order was not in Billbee’s list of the selected statuses: it has left them, or it moved on while the list was read.',
        'Name it to try it again by itself.',
      ],
    },
  ),
  'changed-after-delivery': message(
    {
      orderId: value.text,
      what: value.oneOf({
        held: {
          de: 'Vergleichen Sie ihn mit dem Auftrag im ERP.',
          en: "Compare it with the ERP's copy.",
        },
        fetched: {
          de: 'Das ERP hatte ihn schon abgeholt. Vergleichen Sie ihn mit dem Auftrag dort.',
          en: "The ERP had fetched it already. Compare it with the ERP's copy.",
        },
        stays: { de: 'Der importierte bleibt, wie er ist.', en: 'The delivered one stays.' },
        'no-updates': {
          de: 'Das Ziel nimmt keine Änderungen an; der importierte bleibt, wie er ist.',
          en: 'The target cannot take updates; the delivered one stays.',
        },
      }),
    },
    {
      title: { de: 'nach dem Import geändert', en: 'changed after delivery' },
      de: ({ orderId, what }) => [
        `Auftrag ${orderId} wurde in Billbee geändert, nachdem er importiert war.`,
        what,
      ],
      en: ({ orderId, what }) => [`Order ${orderId} changed in Billbee after it was delivered.`, what],
    },
  ),
  'split-off-delivered': message(
    { orderId: value.text, parent: value.text },
    {
      title: { de: 'von einem importierten Auftrag abgeteilt', en: 'split off an imported order' },
      de: ({ orderId, parent }) => [
        `Auftrag ${orderId} gehört zu Auftrag ${parent}, der schon importiert ist und den Billbee jetzt anders zeigt. Beide zusammen wären zu viel.`,
        `Ändern Sie Auftrag ${parent} im ERP so, wie er in Billbee steht; dann versuchen Sie diesen hier einzeln noch einmal.`,
      ],
      en: ({ orderId, parent }) => [
        `Order ${orderId} belongs to order ${parent}, which has been imported and is no longer the same in Billbee. Both together would be too much.`,
        `Change order ${parent} in the ERP to what Billbee shows; then try this one again by itself.`,
      ],
    },
  ),
  'order-gone': message(order, {
    title: { de: 'in Billbee gelöscht', en: 'gone from Billbee' },
    de: ({ orderId }) => [
      `Auftrag ${orderId} war gelesen, kam wegen eines Abbruchs nicht im Ziel an, und Billbee hat ihn nicht mehr.`,
      'Prüfen Sie, ob er dort gelöscht oder zusammengeführt wurde.',
    ],
    en: ({ orderId }) => [
      `Order ${orderId} was read, but a crash kept it from the target, and Billbee no longer has it.`,
      'Look whether it was deleted or merged there.',
    ],
  }),
  'not-held': message(
    { ...order, target: value.text },
    {
      title: { de: 'nicht zurückgehalten', en: 'not held' },
      de: ({ orderId, target }) => [
        `Für ${target} ist kein Auftrag ${orderId} zurückgehalten.`,
        'Die Liste der zurückgehaltenen Aufträge zeigt, welche es sind.',
      ],
      en: ({ orderId, target }) => [
        `No order ${orderId} is held for ${target}.`,
        'The list of held orders shows those that are.',
      ],
    },
  ),
  'window-not-quiet': message(
    {
      from: value.optional(value.text),
      to: value.optional(value.text),
      passes: value.count,
      met: value.count,
      /** Absent: Billbee gives no count. */
      counted: value.optional(value.count),
    },
    {
      de: ({ counted, from, met, passes, to }) => [
        `Billbees Aufträge${from && `, geändert ab ${from}`}${to && `, geändert bis ${to}`}, wurden ${passes}-mal gelesen; ${counted ? `Billbee zählt ${counted}, gefunden wurden ${met}` : `es waren nie zweimal dieselben (${met} gefunden), und Billbee nennt keine Anzahl`}.`,
        'Was gelesen ist, ist importiert; der nächste Lauf liest diesen Zeitraum noch einmal.',
      ],
      en: ({ counted, from, met, passes, to }) => [
        `Billbee's orders${from && ` modified from ${from}`}${to && ` to ${to}`} were read ${passes} times and ${counted ? `never matched Billbee's own count (${met} orders met, ${counted} counted)` : `were never the same twice (${met} orders met), and Billbee gives no count of them`}.`,
        'What was read is delivered; the cursor stays, and the next run reads this window again.',
      ],
    },
  ),
  'status-missing': message(
    {},
    {
      de: (_, name) => [
        'Es ist kein Auftragsstatus gewählt.',
        `Geben Sie ${name('statusIds')} an, zum Beispiel 3,16.`,
      ],
      en: (_, name) => ['No order status is selected.', `Give ${name('statusIds')}, for example 3,16.`],
    },
  ),
  'since-unreadable': message(
    { given: value.text },
    {
      de: ({ given }, name) => [
        `${given} ist kein Zeitpunkt.`,
        `Geben Sie für ${name('since')} ein Datum oder eine Zeit nach ISO 8601 an, zum Beispiel 2026-11-01 oder 2026-11-01T08:00:00.`,
      ],
      en: ({ given }, name) => [
        `${given} is not a date.`,
        `Give ${name('since')} as an ISO 8601 date or time such as 2026-11-01 or 2026-11-01T08:00:00.`,
      ],
    },
  ),
  'target-outcome-missing': message(
    { target: value.text, sent: value.count, answered: value.count },
    {
      de: ({ answered, sent, target }) => [
        `Das Ziel ${target} meldete für ${sent} Aufträge ${answered} Ergebnisse.`,
        'Die Aufträge bleiben vorgemerkt; der nächste Lauf fragt das Ziel, welche es hat.',
      ],
      en: ({ answered, sent, target }) => [
        `The target ${target} gave ${answered} outcomes for ${sent} orders.`,
        'Its orders stay claimed; the next run asks it which ones it has.',
      ],
    },
  ),
  'target-unknown': message(
    { target: value.text },
    {
      de: ({ target }) => `Ein Ziel ${target} ist nicht bekannt.`,
      en: ({ target }) => `No target is known by the id ${target}.`,
    },
  ),
  'already-running': message(
    {
      activity: value.oneOf({
        importing: { de: 'importiert in', en: 'importing into' },
        withdrawing: { de: 'hält Aufträge zurück aus', en: 'holding back orders of' },
        sending: { de: 'sendet Meldungen an Billbee', en: 'sending write-backs' },
      }),
      target: value.optional(value.text),
      store: value.text,
    },
    {
      de: ({ activity, store, target }) => [
        `Ein anderer Lauf für dieses Konto ${activity}${target && ` ${target}`} (Datenbank: ${store}).`,
        'Warten Sie, bis er beendet ist, und starten Sie dann erneut.',
      ],
      en: ({ activity, store, target }) => [
        `Another run for this account is ${activity}${target && ` ${target}`} (store: ${store}).`,
        'Wait until it has ended, then start again.',
      ],
    },
  ),
  'webhook-events': message(
    {},
    {
      de: (_, name) => [
        'Billbee bietet diesem Konto kein Webhook-Ereignis zu Aufträgen an.',
        `Aufträge kommen durch den regelmäßigen Abruf; lassen Sie ${name('webhookUrl')} weg.`,
      ],
      en: (_, name) => [
        'Billbee offers no webhook event about orders to this account.',
        `Orders come in by polling; leave ${name('webhookUrl')} out.`,
      ],
    },
  ),
  'webhook-refused': message(
    { uri: value.text, cause: value.problem },
    {
      de: ({ cause, uri }, name) => [
        `Billbee nimmt ${uri} für Webhooks nicht an: ${cause}`,
        `Die Adresse muss aus dem Internet erreichbar sein und zu diesem Dienst führen. Korrigieren Sie ${name('webhookUrl')}.`,
      ],
      en: ({ cause, uri }, name) => [
        `Billbee does not take ${uri} for webhooks: ${cause}`,
        `It must be reachable from the internet and lead to this service. Correct ${name('webhookUrl')}.`,
      ],
    },
  ),
  'webhook-url': message(
    {},
    {
      de: (_, name) =>
        `${name('webhookUrl')} muss mit https:// beginnen (http:// nur auf demselben Rechner) und darf keine Zugangsdaten, keine Parameter und keinen Anker enthalten, zum Beispiel https://erp.example.com/billbee.`,
      en: (_, name) =>
        `${name('webhookUrl')} must be an address that begins with https:// (http:// only for a loopback address) and has no credentials, query or fragment, for example https://erp.example.com/billbee.`,
    },
  ),
});
