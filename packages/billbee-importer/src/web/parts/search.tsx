/** @jsxImportSource hono/jsx */
import type { View } from '../view.js';

/** A field that looks for something in the list below it. */
export function Search({
  view: { say },
  action,
  label,
  search,
  hidden = {},
}: {
  view: View;
  action: string;
  label: string;
  search: string | undefined;
  /** What else the list is narrowed by. */
  hidden?: Readonly<Record<string, string | undefined>>;
}) {
  return (
    <search>
      <form method="get" action={action} class="row find">
        {Object.entries(hidden).map(([name, value]) =>
          value === undefined ? null : <input type="hidden" name={name} value={value} />,
        )}
        <label class="grow">
          <span class="soft">{label}</span>
          <input type="search" name="q" value={search ?? ''} />
        </label>
        <button type="submit">{say('search')}</button>
      </form>
    </search>
  );
}
