import fc from 'fast-check';
import { describeStatus } from 'importer-core/statuses';
import { expect, it } from 'vitest';
import { foundIn } from './page-for-tests.js';

const name = fc.stringMatching(/^[a-z]{2,8}$/).map((word) => `data-x${word}id`);
const space = fc.constantFrom('', ' ', '\n   ', '&nbsp;');

/** A way to write one entry. */
const encoding = fc.oneof(
  name.map((attribute) => (id: number, label: string) => `<li ${attribute}="${id}">${label}</li>`),
  name.map(
    (attribute) => (id: number, label: string) =>
      `<li><a href="#"><i ${attribute}="${id}"></i>${label}</a></li>`,
  ),
  fc
    .constantFrom('onclick', 'ng-click', '@click')
    .map((handler) => (id: number, label: string) => `<li><a ${handler}="go('x', ${id})">${label}</a></li>`),
  fc
    .constantFrom('?orderStateId=', '#state=', '/de/order/state/')
    .map((path) => (id: number, label: string) => `<li><a href="${path}${id}">${label}</a></li>`),
  fc
    .constantFrom('chk', 'status_', 'st-')
    .map((prefix) => (id: number, label: string) => `<li id="${prefix}${id}"><span>${label}</span></li>`),
  fc
    .constantFrom('checkbox', 'radio')
    .map(
      (type) => (id: number, label: string) =>
        `<li><label><input type="${type}" name="s" value="${id}">${label}</label></li>`,
    ),
);

/** Things that stand on such pages beside the list and hold the same small numbers. */
const noise = fc.constantFrom(
  '<select><option value="3">PayPal</option><option value="4">Rechnung</option><option value="16">Bar</option></select>',
  '<select><option value="25">25</option><option value="50">50</option></select>',
  '<table><tr data-id="4711"><td>Bezahlt</td></tr><tr data-id="4712"><td>Versendet</td></tr></table>',
  '<p class="col-3">Bezahlt</p>',
  '<a href="/de/order?page=2">2</a>',
  '<script>var config={"Id":3,"Name":"DHL"}</script>',
);

const list = fc
  .record({
    known: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17), {
      minLength: 5,
    }),
    own: fc.uniqueArray(fc.integer({ min: 18, max: 90 }), { maxLength: 3 }),
  })
  .map(({ known, own }) => [
    ...known.map((id) => ({ id, label: describeStatus(id).label.de })),
    ...own.map((id) => ({
      id,
      label: `Eigener ${String.fromCharCode(97 + Math.floor(id / 26), 97 + (id % 26))}`,
    })),
  ]);

it('finds exactly the ids of a list, however it is written and whatever stands around it', () => {
  fc.assert(
    fc.property(
      list.chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length })),
      encoding,
      space,
      fc.boolean(),
      fc.array(noise, { maxLength: 4 }),
      fc.array(noise, { maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
      (entries, write, gap, counted, before, after, depth) => {
        const items = entries.map(({ id, label }) =>
          write(id, `${gap}${label}${counted ? ` (${id * 3})` : ''}${gap}`),
        );
        const body = `${'<div>'.repeat(depth)}<ul>${items.join(gap)}</ul>${'</div>'.repeat(depth)}`;
        const expected = entries.toSorted((a, b) => a.id - b.id).map(({ id, label }) => `${id} ${label}`);
        expect(foundIn(before.join('') + body + after.join(''))).toEqual(expected);
      },
    ),
    { numRuns: 100 },
  );
});
