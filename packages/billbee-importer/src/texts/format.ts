import type { Language } from 'importer-core/statuses';

/** Writes times and figures for people, in their language and in one time zone. */
export class Format {
  readonly #time: Intl.DateTimeFormat;
  readonly #number: Intl.NumberFormat;
  readonly #locale: string;
  /** E.g. `Europe/Berlin`. */
  readonly zone: string;

  constructor(language: Language, zone = 'Europe/Berlin') {
    const locale = language === 'de' ? 'de-DE' : 'en-GB';
    this.zone = zone;
    this.#locale = locale;
    this.#time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
    this.#number = new Intl.NumberFormat(locale);
  }

  /** @param iso ISO 8601 */
  time(iso: string): string {
    return Number.isNaN(Date.parse(iso)) ? iso : this.#time.format(Date.parse(iso));
  }

  /** @param iso as Billbee writes it: local time without a zone, or with one */
  day(iso: string): string {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
    if (day === undefined) return iso;
    const noon = Date.UTC(Number(year), Number(month) - 1, Number(day), 12);
    return new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(noon);
  }

  /**
   * An amount with its currency; what is none stays as it is.
   *
   * @param currency ISO 4217
   */
  money(amount: string, currency: string | undefined): string {
    const value = Number(amount);
    const isCurrency = currency !== undefined && /^[A-Z]{3}$/.test(currency);
    if (amount.trim() === '' || !Number.isFinite(value) || !isCurrency)
      return [amount, currency].filter(Boolean).join(' ');
    return new Intl.NumberFormat(this.#locale, { style: 'currency', currency }).format(value);
  }

  /** Hours and minutes, for an axis. */
  clock(at: number): string {
    return new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: this.zone }).format(at);
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** E.g. `4 min 30 s`; two units at most. */
  duration(milliseconds: number): string {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const units = [
      [Math.floor(seconds / 86_400), 'd'],
      [Math.floor(seconds / 3600) % 24, 'h'],
      [Math.floor(seconds / 60) % 60, 'min'],
      [seconds % 60, 's'],
    ] as const;
    const first = units.findIndex(([count]) => count > 0);
    if (first < 0) return '0 s';
    return units
      .slice(first, first + 2)
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(' ');
  }
}

/** For a terminal: in the zone of this machine. */
export function localFormat(language: Language): Format {
  return new Format(language, Intl.DateTimeFormat().resolvedOptions().timeZone);
}
