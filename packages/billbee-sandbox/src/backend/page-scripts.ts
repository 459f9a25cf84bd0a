/** Script of the shell: replaces the frame after a while when asked to. */
export const SHELL_SCRIPT = `'use strict';
const wait = Number(document.body.dataset.replaceAfter);
if (wait > 0) {
  setTimeout(() => {
    const old = document.getElementById('legacyFrame');
    const fresh = old.cloneNode(false);
    const next = new URLSearchParams(location.search).get('next');
    const url = new URL(old.getAttribute('src'), location.href);
    if (next) url.searchParams.set('encoding', next);
    fresh.src = url.pathname + url.search;
    old.replaceWith(fresh);
  }, wait);
}
`;

/** Script of the order page: late content, menus, selection, filter and status change. */
export const ORDER_PAGE_SCRIPT = `'use strict';
const settings = document.body.dataset;
const query = new URLSearchParams(settings.search);
const gridBody = document.getElementById('gridBody');

async function fragment(path, extra) {
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(extra ?? {})) parameters.set(name, value);
  const response = await fetch(path + '?' + parameters);
  return response.text();
}
async function loadRows() {
  gridBody.innerHTML = await fragment('/de/order/rows');
  markFilter();
}
async function loadControls(withExtra) {
  for (const part of ['filter', 'change']) {
    const place = document.getElementById(part + 'Control');
    if (place.querySelector('[data-menu-part]')) continue;
    place.innerHTML = await fragment('/de/order/controls', { part, all: withExtra ? 'yes' : 'no' });
  }
  markFilter();
}
function markFilter() {
  const select = document.querySelector('select[name="OrderStateId"]');
  const chosen = query.get('OrderStateId') ?? query.get('orderStateId');
  if (select && chosen) select.value = chosen;
}

const extraAfter = Number(settings.extraAfter);
const late = Number(settings.late);
setTimeout(loadRows, Number(settings.rowsAfter));
if (late > 0) setTimeout(() => loadControls(extraAfter === 0), late);
if (extraAfter > 0) setTimeout(() => loadControls(true), Math.max(extraAfter, late + 1));
markFilter();

function selected() {
  return [...gridBody.querySelectorAll('tr.success')].map((row) => row.dataset.id);
}
async function changeStatus(status) {
  await setStatus(selected(), status);
}
async function setStatus(orders, status) {
  if (orders.length === 0 || !(status > 0)) return;
  await fetch('/de/order/changestate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ orders, status }),
  });
  await loadRows();
  if (!document.querySelector('[data-menu-part]')) await loadControls(true);
}
// Names that inline handlers of some encodings call.
globalThis.setState = (status) => void changeStatus(Number(status));
globalThis.changeState = (status) => void changeStatus(Number(status));
globalThis.changeStateOf = (_, status) => void changeStatus(Number(status));
globalThis.orders = { changeState: (status) => void changeStatus(Number(status)) };

function closeMenus(except) {
  for (const group of document.querySelectorAll('.btn-group.open, .picker.open')) {
    if (group !== except) group.classList.remove('open');
  }
  for (const button of document.querySelectorAll('[data-menu-part][aria-expanded="true"]')) {
    if (button.parentElement === except) continue;
    button.setAttribute('aria-expanded', 'false');
    button.nextElementSibling.replaceChildren();
  }
}
async function openPart(button) {
  const open = button.getAttribute('aria-expanded') === 'true';
  closeMenus(null);
  if (open) return;
  button.setAttribute('aria-expanded', 'true');
  button.nextElementSibling.innerHTML = await fragment('/de/order/controls', {
    part: button.dataset.menuPart,
    all: 'yes',
  });
  button.nextElementSibling.querySelector('.btn-group, .picker')?.classList.add('open');
}
document.addEventListener('click', (event) => {
  const shower = event.target.closest('[data-shows]');
  if (shower) {
    const panel = document.getElementById(shower.dataset.shows);
    panel.hidden = !panel.hidden;
    return shower.setAttribute('aria-expanded', String(!panel.hidden));
  }
  const part = event.target.closest('[data-menu-part]');
  if (part) return void openPart(part);
  const toggle = event.target.closest('[data-toggle="dropdown"]');
  if (toggle) {
    closeMenus(toggle.parentElement);
    return void toggle.parentElement.classList.toggle('open');
  }
  const item = event.target.closest('.dropdown-menu a');
  if (item) {
    if (item.getAttribute('href') === '#') event.preventDefault();
    const attributes = [...item.attributes, ...item.parentElement.attributes];
    const found = attributes.find(({ name, value }) => name.startsWith('data-') && /^\\d+$/.test(value));
    const indexed = found?.name.endsWith('index');
    if (found && !indexed && found.name !== 'data-staffid' && !item.closest('.inlineeditInput')) void changeStatus(Number(found.value));
  }
  if (item || !event.target.closest('.menu-slot')) closeMenus(null);
});
document.addEventListener('change', (event) => {
  const field = event.target;
  if (field.id.startsWith('chkSelected')) {
    field.closest('tr').classList.toggle('success', field.checked);
  } else if (field.name === 'OrderStateId' && field.tagName === 'SELECT') {
    query.delete('orderStateId');
    query.set('OrderStateId', field.value);
    void loadRows();
  } else if (field.name === 'NewStateId') {
    void changeStatus(Number(field.value));
  }
});
`;
