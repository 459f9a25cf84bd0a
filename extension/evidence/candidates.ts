/** One id beside one label, somewhere on the page. */
export interface Candidate {
  readonly id: number;
  /** As shown, without count and surrounding white space. */
  readonly label: string;
  /** The known status that this label, or a name given beside it, stands for. */
  readonly known?: number | undefined;
}

/** Candidates that were written the same way in the same place: one list as the page's author made it. */
export interface CandidateList {
  /** `option`, `input`, `element`, or the kind of data: `script-data`, `attribute-data`, `visible-text`. */
  readonly source: string;
  /** The attribute, or the keys in data, that hold the ids: `data-id`, `Id\nName`. */
  readonly place: string;
  /** How the ids are written, `#` for each number, and which number it is: `setState(#, #) 1`. */
  readonly template: string;
  /** What the field and the element around the list say of themselves, without numbers: names, ids, titles. */
  readonly about: string;
  readonly entries: readonly Candidate[];
  /**
   * How many entries the list says it has (`aria-setsize`, `aria-rowcount`), when more than the page holds; -1 when it
   * says that it does not know. A list that is drawn as far as it is scrolled to has such a number.
   */
  readonly declaredLength?: number | undefined;
}

/** A label without a letter (`-`, `12`) names nothing. */
export const hasLetter = /\p{L}/u;
