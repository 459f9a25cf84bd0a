/** One id beside one label, somewhere on the page. */
export interface Candidate {
  readonly id: number;
  /** As shown, without count and surrounding white space. */
  readonly label: string;
  /** The known status that this label, or a name given beside it, stands for. */
  readonly known: number | undefined;
}

/** Candidates that were written the same way in the same place: one list as the page's author made it. */
export interface CandidateList {
  /** The strategy that read it and how the id is written, e.g. `data-attribute data-id #`; the same for all entries. */
  readonly encoding: string;
  readonly entries: readonly Candidate[];
}

/** A label without a letter (`-`, `12`) names nothing. */
export const hasLetter = /\p{L}/u;
