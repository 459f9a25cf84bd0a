/**
 * Script of the order page: the inline editor of a row's status. A click on the status, Enter or the space bar opens
 * it; the "-" button, a choice, Escape or a click elsewhere closes it.
 */
export const INLINE_EDITOR_SCRIPT = `'use strict';
let editor = null;

function closeEditor(takesFocus) {
  if (!editor) return;
  const { cell, text } = editor;
  editor = null;
  cell.classList.remove('inlineedit-active');
  cell.replaceChildren(text);
  text.setAttribute('aria-expanded', 'false');
  if (takesFocus) text.focus();
}
async function openEditor(cell) {
  const text = cell.querySelector('.inlineeditText');
  if (!text) return;
  closeEditor(false);
  const opened = { cell, text };
  editor = opened;
  text.setAttribute('aria-expanded', 'true');
  const markup = await fragment('/de/order/editor');
  // Closed again, or the rows were drawn anew, while the list was on its way.
  if (editor !== opened || !cell.isConnected) return;
  cell.classList.add('inlineedit-active');
  cell.innerHTML = markup;
  cell.querySelector('button').addEventListener('click', () => closeEditor(true));
  const list = cell.querySelector('ul');
  list.addEventListener('keydown', moveFocus);
  for (const link of list.querySelectorAll('a')) link.addEventListener('click', choose);
  const name = text.textContent.trim();
  const links = [...list.querySelectorAll('a')];
  (links.find((link) => link.textContent.trim() === name) ?? links[0])?.focus();
}
async function choose(event) {
  event.preventDefault();
  const { stateid } = event.currentTarget.dataset;
  const row = event.currentTarget.closest('tr');
  closeEditor(true);
  await setStatus([row.dataset.id], Number(stateid));
  document.getElementById(row.id)?.querySelector('.inlineeditText')?.focus();
}
function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll('button, a')];
  const next = stops.indexOf(document.activeElement) + step;
  stops[(next + stops.length) % stops.length].focus();
}
document.addEventListener('click', (event) => {
  // The click that chose or closed has taken its target out of the page by now.
  if (!event.target.isConnected) return;
  const cell = event.target.closest('.orderGridBody > tr > td.c12');
  if (editor && editor.cell === cell) return;
  closeEditor(false);
  if (cell) void openEditor(cell);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') return closeEditor(true);
  if ((event.key === 'Enter' || event.key === ' ') && event.target.classList.contains('inlineeditText')) {
    event.preventDefault();
    void openEditor(event.target.closest('td'));
  }
});
`;
