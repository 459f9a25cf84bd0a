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
  /** How it was read, e.g. `data-attribute`; reported as `foundBy`. */
  readonly strategy: string;
  /** The attribute, or the keys in data, that hold the ids: `data-id`, `Id Name`. */
  readonly place: string;
  /** What else the page writes around the ids, without numbers and labels: `setState(#)`, a field's name. */
  readonly context: string;
  readonly entries: readonly Candidate[];
}

/** A label without a letter (`-`, `12`) names nothing. */
export const hasLetter = /\p{L}/u;
