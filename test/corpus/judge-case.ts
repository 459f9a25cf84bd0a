import { findStatuses } from '../../extension/billbee-page/find-statuses.js';
import type { CaseResult } from './case-result.js';
import { type PageCase, pageOf } from './page-case.js';

/** Builds the page and looks at it, as the content script and the view do together. */
export function judgeCase(one: PageCase): CaseResult {
  const document = new DOMParser().parseFromString(pageOf(one), 'text/html');
  one.prepare?.(document);
  const tooEarly = one.later ? findStatuses(document).statuses : [];
  one.later?.(document);
  const { statuses, disagreements } = findStatuses(document);
  const right = new Set(one.expected.map(asText));
  const found = [...statuses, ...tooEarly.map((status) => ({ ...status, label: `too early` }))].map(asText);
  const seen = new Set(found);
  return {
    name: one.name,
    missing: [...right].filter((status) => !seen.has(status)),
    extra: found.filter((status) => !right.has(status)),
    disputed: disagreements.map(({ id }) => id),
    expected: right.size,
    found: found.length,
  };
}

/** Without soft hyphens, which nobody sees. */
const asText = ({ id, label }: { readonly id: number; readonly label: string }): string =>
  `${id} ${label.replace(/\u00ad/g, '')}`;
