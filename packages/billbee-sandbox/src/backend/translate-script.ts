const ENGLISH: Readonly<Record<string, string>> = {
  Angeboten: 'Offered',
  Bestellt: 'Ordered',
  Bestätigt: 'Confirmed',
  Bezahlt: 'Paid',
  Gepackt: 'Packed',
  'Im Fulfillment': 'In fulfillment',
  Versendet: 'Shipped',
  Reklamation: 'Complaint',
  Gelöscht: 'Deleted',
  Abgeschlossen: 'Completed',
  Storno: 'Cancelled',
  Archiviert: 'Archived',
  Zahlungserinnerung: 'Payment reminder',
  'Mahnung 1': 'Reminder 1',
  'Mahnung 2': 'Reminder 2',
  Retoure: 'Return',
  Aufträge: 'Orders',
  'Aufträge werden geladen …': 'Loading orders …',
  Bestellungen: 'Orders',
  Artikel: 'Products',
  Kunden: 'Customers',
  Zahlungen: 'Payments',
  Versand: 'Shipping',
  Berichte: 'Reports',
  Hilfe: 'Help',
  Einstellungen: 'Settings',
  'Nachbau zum Entwickeln, keine echten Daten': 'A look-alike to develop against, no real data',
  Neu: 'New',
  Rechnung: 'Invoice',
  Etikett: 'Label',
  Versenden: 'Ship',
  'Status ändern': 'Change status',
  Statusfilter: 'Status filter',
  Mitarbeiter: 'Staff',
  Bestellung: 'Order',
  Bestelldatum: 'Order date',
  Zahldatum: 'Payment date',
  Zahlart: 'Payment type',
  Käufer: 'Buyer',
  Benutzername: 'User name',
  Summe: 'Total',
  Verlauf: 'History',
  manuell: 'manual',
  Zahlung: 'Payment',
  Vorlage: 'Template',
  Zeilen: 'Rows',
  Alle: 'All',
  Offen: 'Open',
  Vorkasse: 'Prepayment',
  Bankueberweisung: 'Bank transfer',
  Kreditkarte: 'Credit card',
  Nachnahme: 'Cash on delivery',
  Barzahlung: 'Cash',
};

/**
 * Script of the pages: with `?lang=en` it does what the page's translation service does, which puts English in the
 * place of German texts, also of those that come later, and leaves every attribute alone. The badge at the lower right
 * changes the language.
 */
export const TRANSLATE_SCRIPT = `'use strict';
(() => {
  const words = ${JSON.stringify(ENGLISH)};
  const address = new URL(location.href);
  const english = address.searchParams.get('lang') === 'en';
  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const word = node.data.trim();
      // A count behind the name stays: "Bezahlt (12)".
      const [, name, count] = /^(.*?)(\\s*\\(\\d+\\))?$/s.exec(word);
      const english = Object.hasOwn(words, name) && words[name];
      if (english) node.data = node.data.replace(word, english + (count ?? ''));
    } else if (!/^(script|style)$/i.test(node.nodeName)) {
      for (const child of node.childNodes) translate(child);
    }
  };
  if (english) {
    translate(document.body);
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) translate(node);
    }).observe(document.body, { childList: true, subtree: true });
  }
  if (!document.body.classList.contains('legacy')) return;
  address.searchParams.set('lang', english ? 'de' : 'en');
  const badge = document.createElement('a');
  badge.className = 'language-badge';
  badge.href = address.pathname + address.search;
  badge.title = english ? 'Auf Deutsch' : 'In English';
  badge.textContent = english ? 'EN' : 'DE';
  document.body.append(badge);
})();
`;
