/** Statements that are prepared: the server keeps a plan of each for every connection. */
const mostNames = 200;
/** Texts of which it is not known yet whether they come again. */
const mostTexts = 500;
/** `select *`: its plan ends with an error when a newer version has added a column meanwhile. */
const allColumns = /(?:\bselect|\breturning|\.|,)\s*\*/i;

/**
 * Names for prepared statements. Planning takes the server longer than carrying most of our statements out, and a statement with a name
 * is planned a few times instead of every time. A text gets its name when it comes for the second time: those that are made for
 * one run leave no plans behind.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #once = new Set<string>();

  /** @returns undefined for a text that is not prepared */
  of(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined) return name;
    if (!this.#once.delete(text)) {
      const [oldest] = this.#once;
      if (oldest !== undefined && this.#once.size >= mostTexts) this.#once.delete(oldest);
      this.#once.add(text);
      return undefined;
    }
    if (this.#names.size >= mostNames || allColumns.test(text)) return undefined;
    const next = `importer_${this.#names.size + 1}`;
    this.#names.set(text, next);
    return next;
  }
}
