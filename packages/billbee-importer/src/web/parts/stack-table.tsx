/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { WebTextKey } from '../texts.js';
import type { View } from '../view.js';

/** A table whose rows become cards on a phone; each `td` says its column by `data-label`. */
export function StackTable({
  view: { say },
  label,
  columns,
  figures = [],
  children,
}: {
  view: View;
  label: WebTextKey;
  columns: readonly WebTextKey[];
  /** Those of the columns that hold figures. */
  figures?: readonly WebTextKey[];
  children?: Child;
}) {
  return (
    <section class="scroll" tabindex={0} aria-label={say(label)}>
      <table class="stacks">
        <thead>
          <tr>
            {columns.map((key) => (
              <th scope="col" class={figures.includes(key) ? 'figure' : undefined}>
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
