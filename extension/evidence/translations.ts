import { labelKey } from 'importer-core/statuses';

/**
 * What browsers make of the German labels when they translate a page, and what people call the statuses in other
 * languages, by id. Several wordings per language are usual; the same word may stand for two statuses.
 */
const words: Readonly<Record<number, string>> = {
  1: 'commandé|pedido|encomendado|ordinato|besteld|zamówione|zamówiono|objednáno|objednané|beställd|bestilt|tilattu|sipariş edildi|sipariş verildi|заказано|замовлено|on order|order placed|placed|comandat|megrendelve|naručeno',
  2: 'confirmé|confirmed order|confirmado|confermato|bevestigd|potwierdzone|potwierdzono|potvrzeno|potvrdené|bekräftad|bekræftet|bekreftet|vahvistettu|onaylandı|подтверждено|підтверджено|confirmat|megerősítve|visszaigazolva|potvrđeno|approved',
  3: 'payé|pagado|pago|pagato|betaald|zapłacone|opłacone|zapłacono|zaplaceno|zaplatené|betald|betalt|maksettu|ödendi|ödenmiş|оплачено|плачено|plătit|fizetve|kifizetve|plaćeno|payed|payment received|payée',
  4: 'expédié|envoyé|enviado|expedido|despachado|spedito|inviato|verzonden|wysłane|wysłano|odesláno|odoslané|skickad|skickat|sendt|afsendt|lähetetty|gönderildi|kargolandı|отправлено|відправлено|надіслано|expediat|trimis|elküldve|poslano|dispatched|sent out',
  5: 'réclamation|plainte|reclamación|queja|reclamo|reclamação|reklamacja|reklamace|reklamácia|reklamation|klacht|klage|klagomål|valitus|şikayet|рекламация|жалоба|претензія|рекламація|reclamație|reklamáció|reklamacija|complaint|claim',
  6: 'supprimé|effacé|eliminado|borrado|excluído|apagado|eliminato|cancellato|verwijderd|usunięte|usunięto|smazáno|odstránené|vymazané|borttagen|raderad|slettet|poistettu|silindi|удалено|видалено|șters|törölve|izbrisano|removed|erased',
  7: 'terminé|clôturé|achevé|complété|completado|concluido|concluído|terminado|finalizado|cerrado|completato|concluso|chiuso|voltooid|afgerond|afgesloten|zakończone|zakończono|ukończone|dokončeno|uzavřeno|dokončené|avslutad|slutförd|afsluttet|fullført|avsluttet|valmis|päättynyt|tamamlandı|завершено|закончено|завершён|finalizat|încheiat|befejezve|lezárva|zaključeno|završeno|finished|done|complete',
  8: 'annulé|cancelado|anulado|annullato|stornato|geannuleerd|anulowane|anulowano|zrušeno|zrušené|stornováno|avbruten|annulleret|avbestilt|kansellert|peruutettu|iptal edildi|отменено|скасовано|аннулировано|anulat|sztornózva|visszavonva|otkazano|stornirano|reversed|voided',
  9: 'archivé|archivado|arquivado|archiviato|gearchiveerd|zarchiwizowane|zarchiwizowano|archivováno|archivované|arkiverad|arkiveret|arkivert|arkistoitu|arşivlendi|архивировано|в архиве|архівовано|заархівовано|arhivat|archiválva|arhivirano',
  11: 'relance 1|rappel 1|mise en demeure 1|recordatorio 1|advertencia 1|reclamación 1|sollecito 1|promemoria 1|aanmaning 1|herinnering 1|upomnienie 1|przypomnienie 1|upomínka 1|påminnelse 1|rykker 1|purring 1|lembrete 1|aviso 1|ihtar 1|uyarı 1|напоминание 1|нагадування 1|reminder 1|warning 1|dunning 1|dunning notice 1|1st reminder|first reminder',
  12: 'relance 2|rappel 2|mise en demeure 2|recordatorio 2|advertencia 2|reclamación 2|sollecito 2|promemoria 2|aanmaning 2|herinnering 2|upomnienie 2|przypomnienie 2|upomínka 2|påminnelse 2|rykker 2|purring 2|lembrete 2|aviso 2|ihtar 2|uyarı 2|напоминание 2|нагадування 2|reminder 2|warning 2|dunning 2|dunning notice 2|2nd reminder|second reminder',
  13: 'emballé|empaqueté|embalado|empaquetado|empacado|imballato|confezionato|ingepakt|verpakt|spakowane|spakowano|zabaleno|zabalené|packad|pakket|pakattu|paketlendi|упаковано|ambalat|împachetat|csomagolva|becsomagolva|zapakirano|packaged',
  14: 'proposé|offert|ofrecido|ofertado|oferecido|offerto|proposto|aangeboden|oferowane|zaoferowano|nabídnuto|ponúknuté|erbjuden|tilbudt|tarjottu|teklif edildi|предложено|запропоновано|oferit|felajánlva|ponuđeno|quoted|proposed',
  15: 'rappel de paiement|recordatorio de pago|lembrete de pagamento|sollecito di pagamento|promemoria di pagamento|betalingsherinnering|przypomnienie o płatności|upomínka k platbě|připomínka platby|betalningspåminnelse|betalingspåmindelse|betalingspåminnelse|maksumuistutus|ödeme hatırlatıcısı|ödeme hatırlatması|напоминание об оплате|напоминание о платеже|нагадування про оплату|memento de plată|fizetési emlékeztető|podsjetnik za plaćanje|payment reminder|reminder for payment',
  16: "en fulfillment|en cours d'exécution|en traitement|en cours de traitement|en exécution|en cumplimiento|en preparación|em cumprimento|em atendimento|in adempimento|in evasione|in vervulling|in uitvoering|w realizacji|w trakcie realizacji|ve vyřízení|v plnění|i uppfyllelse|i opfyldelse|toteutuksessa|yerine getirmede|в исполнении|у виконанні|în curs de îndeplinire|teljesítés alatt|u ispunjenju|in fulfilment|at fulfillment|in the fulfillment|in fulfillment center",
  17: 'retour|devolución|retorno|devolução|reso|restituzione|zwrot|vrácení|vrátenie|retur|palautus|iade|возврат|повернення|retur|visszáru|visszaküldés|povrat|return shipment|returns',
};

let table: Map<string, Set<number>> | undefined;

function idsByWord(): Map<string, Set<number>> {
  if (table) return table;
  table = new Map();
  for (const [id, wordings] of Object.entries(words)) {
    for (const wording of wordings.split('|')) {
      const key = labelKey(wording);
      table.set(key, (table.get(key) ?? new Set()).add(Number(id)));
    }
  }
  return table;
}

/**
 * The known statuses a label may stand for in another language.
 *
 * @example translatedIds('Payé') // Set { 3 }
 */
export function translatedIds(label: string): ReadonlySet<number> | undefined {
  return idsByWord().get(labelKey(label));
}
