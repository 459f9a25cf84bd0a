import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { PAGE_STATUSES } from '../state/order-statuses.js';
import { quietSandbox } from '../testing/call.js';
import { ENCODINGS } from './encodings/index.js';

const sandbox = quietSandbox({ orders: 120 });

async function page(path: string, host = 'sandbox.test') {
  const response = await sandbox.fetch(`http://${host}${path}`);
  const text = await response.text();
  const { document } = new Window();
  document.documentElement.innerHTML = text.replace(/^<!doctype html>/i, '');
  return { response, text, document };
}

test('the shell holds one frame of its own origin and hands its query on, at any host', async () => {
  const { document } = await page('/app_v2/order?encoding=links&late=800', 'app.billbee.io');
  const frames = document.querySelectorAll('iframe');
  expect(frames).toHaveLength(1);
  expect(frames[0]?.getAttribute('src')).toBe('/de/order?encoding=links&late=800');
});

test('the order page has what public sources confirm, and fills its rows later', async () => {
  const { document } = await page('/de/order');
  expect(document.querySelector('#actionbuttons .btn')).not.toBeNull();
  expect(document.querySelector('#grid #gridBody')).not.toBeNull();
  expect(document.querySelectorAll('tr[data-id]')).toHaveLength(0);
  const rows = await sandbox.fetch('http://sandbox.test/de/order/rows');
  const text = await rows.text();
  expect(text.match(/<tr id="orderRow\d{8}" data-id="\d{15}"/g)).toHaveLength(50);
  expect(text).toContain('aria-expanded="false">Bezahlt</span></td>');
});

test('the default page holds no list of statuses, and a row has the columns seen on the real page', async () => {
  const { document, text } = await page('/de/order');
  expect(text).not.toContain('stateid');
  expect(text).not.toContain('Im Fulfillment');
  const heads = [...document.querySelectorAll('#grid thead th')].map((head) => head.textContent?.trim());
  expect(heads.slice(2).join()).toBe(
    'Shop,Bestellung,Bestelldatum,Rechnung,Zahldatum,Zahlart,Käufer,Benutzername,Status,Summe,Verlauf',
  );
  expect(document.querySelector('table.table-condensed > tbody#gridBody.orderGridBody')).not.toBeNull();
  const rows = await (await sandbox.fetch('http://sandbox.test/de/order/rows')).text();
  expect(rows.match(/<td class="c12" bablic-include=""><span class="inlineeditText"/g)).toHaveLength(50);
});

test('the inline editor of a row is a fragment of its own, in the shape of the real one', async () => {
  const { document } = await page('/de/order/editor');
  const editor =
    'div > div.inlineeditInput.changeOrderStateDropDownInlineEdit > div > div.dropdown.open > ul.dropdown-menu';
  const items = [...document.querySelectorAll(`${editor} > li`)];
  expect(items[0]?.textContent?.trim()).toBe('-');
  expect(items.slice(1).map((item) => item.innerHTML)).toEqual(
    PAGE_STATUSES.map(({ id, label }) => `<a data-stateid="${id}" href="#">${label}</a>`),
  );
  expect((await page('/de/order/editor?extra=18:Sonderfall')).text).toContain('data-stateid="18"');
  expect((await page('/de/order/editor?encoding=select')).text).toBe('');
});

test('the toolbar has a status menu when the query asks for one', async () => {
  const links = async (query: string) => {
    const { document } = await page(`/de/order?${query}`);
    return document.querySelectorAll('#changeControl a[data-stateid]').length;
  };
  expect(await links('toolbar=none')).toBe(0);
  expect(await links('toolbar=menu')).toBe(16);
  expect(await links('toolbar=lazy')).toBe(0);
  const { document } = await page('/de/order/controls?part=change&toolbar=lazy');
  expect(document.querySelectorAll('a[data-stateid]')).toHaveLength(16);
  expect((await page('/de/order?encoding=mix&toolbar=none')).text).not.toContain('data-state-id');
});

test('the page mix carries ids in a filter with counts and in a menu', async () => {
  const { document } = await page('/de/order?encoding=mix');
  const option = document.querySelector('select[name="OrderStateId"] option[value="3"]');
  const paid = sandbox.orders.filter((order) => order.State === 3).length;
  expect(option?.textContent).toBe(`Bezahlt (${paid})`);
  const links = [...document.querySelectorAll('#changeControl .dropdown-menu a')];
  expect(links.map((link) => [link.getAttribute('data-state-id'), link.textContent?.trim()])).toEqual(
    PAGE_STATUSES.map(({ id, label }) => [String(id), label]),
  );
  expect(document.querySelector('select[name="PaymentTypeId"] option[value="3"]')?.textContent).toBe(
    'PayPal',
  );
});

test('the list follows the work, so that no position equals an id', () => {
  expect(PAGE_STATUSES.map(({ label }) => label).join()).toBe(
    'Angeboten,Bestellt,Bestätigt,Bezahlt,Gepackt,Im Fulfillment,Versendet,Reklamation,Gelöscht,Abgeschlossen,Storno,Archiviert,Zahlungserinnerung,Mahnung 1,Mahnung 2,Retoure',
  );
});

const PLACES: Record<string, string> = {
  select: '<option value="3">Bezahlt (',
  'select-multiple': '<option value="3">Bezahlt (',
  angularjs: 'value="number:3" label="Bezahlt"',
  'angularjs-string': 'value="string:3" label="Bezahlt"',
  'angularjs-object': 'value="object:58" label="Bezahlt"',
  'angularjs-index': 'value="3" label="Bezahlt"',
  angular: 'value="4: 3" label="Bezahlt"',
  'angular-object': 'value="4: Object" label="Bezahlt"',
  material: 'id="mat-option-7"',
  dropdown: 'data-id="3"',
  'dropdown-item': '<li data-id="3">',
  inline: 'onclick="setState(3)">Bezahlt',
  'inline-quoted': `onclick="orders.changeState('3', this)">Bezahlt`,
  'inline-link': 'href="javascript:changeState(3);">Bezahlt',
  'inline-ambiguous': 'onclick="changeStateOf(4711, 3)">Bezahlt',
  'angularjs-list': 'ng-click="vm.setState(3)"',
  'angularjs-list-no-id': 'ng-click="vm.setState(s.id)"',
  links: 'href="/de/order?orderStateId=3">Bezahlt',
  'links-hash': 'href="#state=3">Bezahlt',
  'links-path': 'href="/de/order/state/3">Bezahlt',
  suffix: 'id="orderstate_3"',
  labels: 'title="Auf „Bezahlt“ setzen">Bezahlt',
  checkbox: 'name="orderStateId" value="3"> Bezahlt (',
  'checkbox-array': 'id="f3"> <label for="f3">Bezahlt',
  'checkbox-id': 'value="on" id="chkState3"> Bezahlt',
  radio: 'type="radio" name="OrderStateId" value="3"> Bezahlt',
  widget: 'data-index="4" tabindex="0"><a>Bezahlt',
  'widget-original-index': 'data-original-index="4"',
  conflict: 'data-state-id="4"><i class="dot dot-2"></i> Bezahlt',
  script: 'var orderStates=[{"Id":14,"Name":"Angeboten"}',
  'script-map': '"3":"Bezahlt"',
  'script-values': "{value:3,text:'Bezahlt'}",
  'script-escaped': '"Best\\u00e4tigt"',
  'script-json': '<script type="application/json" id="orderStates">[{"Id":14',
  'data-states': '{&quot;Id&quot;:3,&quot;Name&quot;:&quot;Bezahlt&quot;}',
};

test('every encoding is checked below or above', () => {
  expect(Object.keys(PLACES).sort()).toEqual(
    ENCODINGS.map(({ name }) => name)
      .filter((name) => !['inline-editor', 'mix', 'traps'].includes(name))
      .sort(),
  );
});

test.each(Object.entries(PLACES))('encoding %s writes %s', async (name, place) => {
  const { response, text } = await page(`/de/order?encoding=${name}&traps=off`);
  expect(text).toContain(place);
  const policy = response.headers.get('Content-Security-Policy') ?? '';
  const inlineScript = /\son\w+="|javascript:|<script>/.test(text);
  expect(policy.includes("script-src 'self' 'unsafe-inline'")).toBe(inlineScript);
  expect(policy.includes("style-src 'self' 'unsafe-inline'")).toBe(text.includes(' style="'));
});

test('bare traps show no status list', async () => {
  const { document } = await page('/de/order?encoding=traps');
  expect(document.querySelectorAll('select')).toHaveLength(6);
  expect(document.body.textContent).not.toContain('Im Fulfillment');
});

test('the data attribute can be chosen, and nothing else smuggled in with it', async () => {
  expect((await page('/de/order?encoding=dropdown&attribute=data-orderstateid')).text).toContain(
    'data-orderstateid="3"',
  );
  const { text } = await page(`/de/order?encoding=dropdown&attribute=${encodeURIComponent('onclick')}`);
  expect(text).toContain('data-id="3"');
});

test('late controls are not in the page but in a fragment of their own', async () => {
  const { document } = await page('/de/order?encoding=mix&late=800');
  expect(document.querySelector('#filterControl')?.innerHTML.trim()).toBe('');
  const fragment = await page('/de/order/controls?part=filter&encoding=mix&late=800');
  expect(fragment.text).toContain('<option value="3">Bezahlt');
});

test('menus that open on click hold no item before', async () => {
  const { document } = await page('/de/order?encoding=mix&menus=click');
  expect(document.querySelectorAll('[data-menu-part]')).toHaveLength(2);
  expect(
    document.querySelectorAll('#changeControl .dropdown-menu, #filterControl .dropdown-menu'),
  ).toHaveLength(0);
});

test('a status of the account is added, escaped', async () => {
  const { text } = await page(`/de/order?encoding=mix&extra=${encodeURIComponent('18:<b>Sonder"fall')}`);
  expect(text).toContain('<option value="18">&lt;b&gt;Sonder&quot;fall (0)</option>');
  expect(text).not.toContain('<b>Sonder');
});

test('order data is escaped, and rows can be narrowed to a status', async () => {
  const own = quietSandbox({ orders: [] });
  own.addOrder({ OrderNumber: '<img src=x onerror=alert(1)>', State: 5 });
  const rows = await (await own.fetch('http://sandbox.test/de/order/rows?orderStateId=5')).text();
  expect(rows).toContain('&lt;img src=x');
  const none = await (await own.fetch('http://sandbox.test/de/order/rows?orderStateId=3')).text();
  expect(none).toContain('Keine Aufträge');
});

test('the change of status on the page is one in the account', async () => {
  const own = quietSandbox({ orders: 3 });
  const change = (headers: Record<string, string>) =>
    own.fetch('http://sandbox.test/de/order/changestate', {
      method: 'POST',
      headers,
      body: JSON.stringify({ orders: ['300000180937794', '1'], status: 16 }),
    });
  expect((await change({ 'Content-Type': 'text/plain' })).status).toBe(415);
  expect((await change({ 'Content-Type': 'application/json' })).status).toBe(204);
  expect(own.orders[0]?.State).toBe(16);
});

test('one order, the directory and paths in other spellings are served', async () => {
  expect((await page('/de/Order/View/300000180937794')).text).toContain('3.612,84 EUR');
  expect((await page('/de/order/view/1')).response.status).toBe(404);
  expect((await page('/EN/order')).response.status).toBe(200);
  const { document } = await page('/');
  expect(document.querySelectorAll('a[href*="encoding="]')).toHaveLength(ENCODINGS.length);
});
