/** One id beside one label, somewhere on the page. */
export interface Candidate {
  readonly id: number;
  /** As shown, without count and surrounding white space. */
  readonly label: string;
  /** The known status that this label, or a name given beside it, stands for. */
  readonly known?: number | undefined;
}

/** A number in the same attribute of an element in the same list, that is not written like the entries. */
export interface Neighbour extends Candidate {
  readonly template: string;
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
  /** What stands in the list beside the entries; see `with-one-argument-more.ts`. */
  readonly neighbours?: readonly Neighbour[] | undefined;
  /** A text that may hold the entries as pairs, `1:Bestellt|2:Bestätigt`; they are read with the evidence. */
  readonly packed?: string | undefined;
  /**
   * How many entries the list says it has (`aria-setsize`, `aria-rowcount`), when more than the page holds; -1 when it
   * says that it does not know. A list that is drawn as far as it is scrolled to has such a number.
   */
  readonly declaredLength?: number | undefined;
}

/** A label without a letter (`-`, `12`) names nothing. */
export const hasLetter = /\p{L}/u;
