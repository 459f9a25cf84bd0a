import { each, named, type PageCase, page, type Status } from './page-case.js';

const font = (text: string): string =>
  `<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${text}</font></font>`;
const inOrder = (list: readonly Status[]): Status[] =>
  [14, 1, 2, 3, 13, 16, 4, 5, 6, 7, 8, 9, 15, 11, 12, 17].flatMap((id) =>
    list.filter((one) => one.id === id),
  );

/** German labels as a browser translates them, in the order of work. */
const languages: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  en: {
    14: 'Offered',
    1: 'Ordered',
    2: 'Confirmed',
    3: 'Paid',
    13: 'Packed',
    16: 'In fulfillment',
    4: 'Sent',
    5: 'Complaint',
    6: 'Deleted',
    7: 'Completed',
    8: 'Canceled',
    9: 'Archived',
    15: 'Payment reminder',
    11: 'Reminder 1',
    12: 'Reminder 2',
    17: 'Return',
  },
  fr: {
    14: 'Proposé',
    1: 'Commandé',
    2: 'Confirmé',
    3: 'Payé',
    13: 'Emballé',
    16: 'En cours de traitement',
    4: 'Expédié',
    5: 'Réclamation',
    6: 'Supprimé',
    7: 'Terminé',
    8: 'Annulé',
    9: 'Archivé',
    17: 'Retour',
  },
  es: {
    1: 'Pedido',
    2: 'Confirmado',
    3: 'Pagado',
    13: 'Embalado',
    4: 'Enviado',
    5: 'Reclamación',
    6: 'Eliminado',
    7: 'Completado',
    8: 'Cancelado',
    9: 'Archivado',
    17: 'Devolución',
  },
  it: {
    1: 'Ordinato',
    2: 'Confermato',
    3: 'Pagato',
    13: 'Imballato',
    4: 'Spedito',
    5: 'Reclamo',
    7: 'Completato',
    8: 'Annullato',
    9: 'Archiviato',
    17: 'Reso',
  },
  pl: {
    1: 'Zamówione',
    2: 'Potwierdzone',
    3: 'Zapłacone',
    13: 'Spakowane',
    4: 'Wysłane',
    5: 'Reklamacja',
    7: 'Zakończone',
    8: 'Anulowane',
    9: 'Zarchiwizowane',
    17: 'Zwrot',
  },
  nl: {
    1: 'Besteld',
    2: 'Bevestigd',
    3: 'Betaald',
    13: 'Verpakt',
    4: 'Verzonden',
    5: 'Klacht',
    7: 'Voltooid',
    8: 'Geannuleerd',
    9: 'Gearchiveerd',
  },
  tr: {
    1: 'Sipariş edildi',
    2: 'Onaylandı',
    3: 'Ödendi',
    13: 'Paketlendi',
    4: 'Gönderildi',
    7: 'Tamamlandı',
    8: 'İptal edildi',
    9: 'Arşivlendi',
  },
};

/** Pages a browser translated: words change, font elements appear, ids stay. */
export const translated: readonly PageCase[] = [
  ...Object.entries(languages).flatMap(([language, labels]) => {
    const list = inOrder(named(labels));
    const html = `lang="${language}" class="translated-ltr"`;
    return [
      page(
        `translated into ${language}: menu`,
        'nothing but the words tells that these are statuses',
        `<ul>${each((id, label) => `<li><a href="#" data-id="${id}">${font(label)}</a></li>`, list)}</ul>`,
        list,
        html,
      ),
      page(
        `translated into ${language}: options with counts`,
        'options hold no elements, and the count stays',
        `<select>${each((id, label) => `<option value="${id}">${label} (${id}1)</option>`, list)}</select>`,
        list,
        html,
      ),
    ];
  }),
  page(
    'translated word by word',
    'each word in font elements of its own',
    `<ul>${each(
      (id, label) =>
        `<li data-id="${id}">${label
          .split(' ')
          .map((word) => `<font><font>${word} </font></font>`)
          .join('')}</li>`,
    )}</ul>`,
    undefined,
    'lang="en" class="translated-ltr"',
  ),
  page(
    'a language nobody listed',
    'the field says that it is about the state of orders',
    `<select name="OrderStateId">${each((id, label) => `<option value="${id}">${label}</option>`, named({ 1: '주문됨', 2: '확인됨', 3: '지불됨', 16: '처리 중', 4: '발송됨', 8: '취소됨' }))}</select>`,
    named({ 1: '주문됨', 2: '확인됨', 3: '지불됨', 16: '처리 중', 4: '발송됨', 8: '취소됨' }),
    'lang="ko" class="translated-ltr"',
  ),
];
