/** The rows of the sandbox's order overview as the popup names them; Billbee's pages do not show the status 10. */
export const pageStatuses = [
  'Bestellt (1)',
  'Bestätigt (2)',
  'Bezahlt (3)',
  'Versendet (4)',
  'Reklamation (5)',
  'Gelöscht (6)',
  'Abgeschlossen (7)',
  'Storno (8)',
  'Archiviert (9)',
  'Mahnung 1 (11)',
  'Mahnung 2 (12)',
  'Gepackt (13)',
  'Angeboten (14)',
  'Zahlungserinnerung (15)',
  'Im Fulfillment (16)',
  'Retoure (17)',
];

export const pageIds = pageStatuses.map((name) => Number(/\((\d+)\)$/.exec(name)?.[1]));
