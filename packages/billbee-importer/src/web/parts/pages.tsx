/** @jsxImportSource hono/jsx */
import type { View } from '../view.js';

export const pageSize = 50;

/** Links to the page before and after; nothing when there is only one. */
export function Pages({
  view: { say, format },
  page,
  total,
  address,
}: {
  view: View;
  page: number;
  total: number;
  /** Address of a page by its number. */
  address: (page: number) => string;
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  return (
    <nav class="row" aria-label={say('pages.label')}>
      {page > 1 ? (
        <a rel="prev" href={address(page - 1)}>
          {say('pages.previous')}
        </a>
      ) : null}
      <span>
        {say('pages.of', {
          page: format.number(page),
          pages: format.number(pages),
          total: format.number(total),
        })}
      </span>
      {page < pages ? (
        <a rel="next" href={address(page + 1)}>
          {say('pages.next')}
        </a>
      ) : null}
    </nav>
  );
}

/** An address with the query's values that are set. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
