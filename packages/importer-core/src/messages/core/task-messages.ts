import { createCatalogue } from '../define-messages.js';
import { message } from '../message.js';
import { value } from '../value-kinds.js';

/** What can be wrong with what is asked of `createBillbee`. */
export const taskMessages = createCatalogue({
  'status-unknown': message(
    { given: value.text },
    {
      de: ({ given }) => [
        `"${given}" ist kein Auftragsstatus von Billbee.`,
        'Nennen Sie seine Nummer, z. B. 3, oder seinen Namen, z. B. Bezahlt.',
      ],
      en: ({ given }) => [
        `"${given}" is no order status of Billbee.`,
        'Give its id, e.g. 3, or its label, e.g. Bezahlt.',
      ],
    },
  ),
  'carrier-unknown': message(
    { given: value.text },
    {
      de: ({ given }) => [
        `"${given}" ist kein Versanddienst, den Billbee kennt.`,
        'Nennen Sie einen Namen, der wie einer davon beginnt (DHL, DPD, GLS, Hermes, UPS, …), oder keinen: Billbee zeigt dann nur die Sendungsnummer.',
      ],
      en: ({ given }) => [
        `"${given}" is no carrier that Billbee knows.`,
        'Give a name that begins like one of its carriers (DHL, DPD, GLS, Hermes, UPS, …), or none: Billbee then shows the tracking number alone.',
      ],
    },
  ),
  'webhook-body-parsed': message(
    {},
    {
      de: () => [
        'Der Inhalt des Webhooks wurde zerlegt, bevor seine Unterschrift geprüft werden konnte.',
        'Binden Sie den Webhook vor express.json() ein, oder reichen Sie ihm die Bytes weiter (express.raw()).',
      ],
      en: () => [
        'Something has parsed the body before the webhook could check its signature.',
        'Mount the webhook before express.json(), or hand it the bytes (express.raw()).',
      ],
    },
  ),
});
