import { each, type PageCase, page } from './page-case.js';
import { trapsLists } from './traps-lists.js';

const real = `<select name="orderStateId">${each((id, label) => `<option value="${id}">${label}</option>`)}</select>`;

/** The real list beside each of the lists that look like one. */
export const amongOthers: readonly PageCase[] = trapsLists.map(({ name, body, html }, index) => {
  const other = typeof body === 'string' ? body : body();
  return page(
    `beside: ${name}`,
    'the trap must not spoil the real list, before or behind it',
    index % 2 === 0 ? other + real : real + other,
    undefined,
    html,
  );
});
