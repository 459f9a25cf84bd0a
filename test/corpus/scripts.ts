import { each, json, type PageCase, page, statuses } from './page-case.js';

/** A text as ASCII with escapes. */
const ascii = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const apiNames: Readonly<Record<number, string>> = {
  2: 'Bestaetigt',
  3: 'Zahlung_erhalten',
  6: 'Geloescht',
  11: 'Mahnung',
};

/** Data in scripts. */
export const scripts: readonly PageCase[] = [
  page(
    'script with a map of objects',
    'the id is a key, the label lies in its object',
    `<script>window.S={${statuses.map(({ id, label }) => `"${id}":{"n":"${label}","c":"#fff"}`).join()}};</script>`,
  ),
  page(
    'script with escaped umlauts',
    'ASCII only',
    `<script>var s=${ascii(json((id, label) => ({ Id: id, Name: label })))}</script>`,
  ),
  page(
    'script with entities',
    'HTML escapes inside a script',
    `<script>var s=${json((id, label) => ({ Id: id, Name: label.replace('ä', '&auml;').replace('ö', '&ouml;') }))}</script>`,
  ),
  page(
    'script with an API name before the name',
    'two names for one id: the one people read counts',
    `<script>var s=${json((id, label) => ({ Type: 'OrderState', Code: apiNames[id] ?? label, Name: label, Id: id }))}</script>`,
  ),
  page(
    'script with English names beside',
    'two languages for one id',
    `<script>var s=${json((id, label) => ({ en: ['', 'Ordered', 'Confirmed', 'Paid', 'Shipped'][id] ?? label, id, de: label }))}</script>`,
  ),
  page(
    'script with ids as texts',
    'ids in quotes',
    `<script>var s=${json((id, label) => ({ Value: `${id}`, Text: label, Selected: false }))}</script>`,
  ),
  page(
    'script with pairs',
    'arrays instead of objects',
    `<script>var s=${json((id, label) => [id, label])}</script>`,
  ),
  page(
    'script with a Map',
    'pairs inside a constructor',
    `<script>const s=new Map(${json((id, label) => [id, label])})</script>`,
  ),
  page(
    'script with a switch',
    'code instead of data',
    `<script>switch(s){${statuses.map(({ id, label }) => `case ${id}: return "${label}";`).join('')}}</script>`,
  ),
  page(
    'script that assigns one by one',
    'code instead of data',
    `<script>var st={};${statuses.map(({ id, label }) => `st[${id}]='${label}';`).join('')}</script>`,
  ),
  page(
    'script with JSON in a text',
    'JSON escaped inside a text',
    `<script>var s=JSON.parse(${JSON.stringify(json((id, label) => ({ id, label })))})</script>`,
  ),
  page(
    'script with JSON in single quotes, umlauts escaped twice',
    'two layers of escapes',
    `<script>var s=JSON.parse('${ascii(json((id, label) => ({ id, label }))).replace(/\\/g, '\\\\')}')</script>`,
  ),
  page(
    'state of a framework, nested',
    'the list lies deep, beside a user with an id',
    `<script type="application/json" id="ng-state">${JSON.stringify({ u: { id: 5, name: 'Anna' }, b: [{ body: { Data: statuses.map(({ id, label }) => ({ Id: id, Name: label, Count: id * 2 })) } }] })}</script>`,
  ),
  page(
    'template text inside a script with a type of its own',
    'a template of a library, which is markup',
    `<script type="text/x-handlebars-template"><select>${each((id, label) => `<option value="${id}">${label}</option>`)}</select></script>`,
  ),
  page(
    'noscript',
    'markup that is text while scripts run',
    `<noscript><select>${each((id, label) => `<option value="${id}">${label}</option>`)}</select></noscript>`,
  ),
  page(
    'plain JSON',
    'the list as a global',
    `<script>var orderStates=${json((id, label) => ({ Id: id, Name: label }))};</script>`,
  ),
  page(
    'map from id to label',
    'ids are keys',
    `<script>var page={orderStates:${JSON.stringify(Object.fromEntries(statuses.map(({ id, label }) => [id, label])))}};</script>`,
  ),
  page(
    'map from label to id',
    'labels are keys',
    `<script>var ids=${JSON.stringify(Object.fromEntries(statuses.map(({ id, label }) => [label, id])))};</script>`,
  ),
  page(
    'JavaScript notation',
    'no quotes around keys',
    `<script>var stateList=[${statuses.map(({ id, label }) => `{value:${id},text:'${label}'}`).join(',')}];</script>`,
  ),
  page(
    'constants',
    'one constant per status',
    `<script>${statuses.map(({ id, label }) => `const ${label.replace(/\W/g, '_').toUpperCase()} = ${id};`).join('\n')}</script>`,
    statuses.map(({ id, label }) => ({ id, label: label.replace(/\W/g, '_').toUpperCase() })),
  ),
  page(
    'data block beside a long program',
    'the list stands behind 300,000 characters of code',
    () =>
      `<script>${'function f(a){return a+1}\n'.repeat(12_000)};var s=${json((id, label) => ({ id, label }))};</script>`,
  ),
  page(
    'a mention long before the list',
    'the first status name in a long script is not the list',
    () =>
      `<script>var hint="Bestellt am";${'function f(a){return a+1}\n'.repeat(12_000)};var s=${json((id, label) => ({ id, label }))};</script>`,
  ),
  page(
    'prototype pollution',
    'keys that would change every object, if anybody assigned them',
    `<script>var s={"__proto__":{"Id":3,"Name":"Bezahlt"},"constructor":{"prototype":{"id":1}},"a":${json((id, label) => ({ id, label }))}}</script>`,
  ),
];
