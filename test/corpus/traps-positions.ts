import { byId, each, json, options, type PageCase, statuses, trap } from './page-case.js';

/** Labels of statuses beside positions, counts and other numbers of the drawing. */
export const trapsPositions: readonly PageCase[] = [
  trap(
    'a running number from zero in the order of ids',
    'positions, close to the ids',
    options(byId.map(({ label }, index) => [index, label])),
  ),
  trap(
    'a running number from one, 10 left out',
    'positions that equal the ids up to 9',
    options(byId.map(({ label }, index) => [index + 1, label])),
  ),
  trap(
    'a running number of few, in the order of ids, which begins right',
    'positions that equal nine of twelve ids',
    options(
      byId
        .slice(0, 12)
        .map(({ label }, index) => [index + 1, label === 'Archiviert' ? 'Im Fulfillment' : label]),
    ),
  ),
  trap(
    'Angular: index before an object',
    'ngValue writes the index',
    options(statuses.map(({ label }, index) => [`${index}: Object`, label])),
  ),
  trap(
    'AngularJS: objects',
    'hash keys of objects',
    options(statuses.map(({ label, id }) => [`object:${id + 30}`, label])),
  ),
  trap(
    'tabs with positions',
    'positions in three attributes',
    `<ul>${each((_id, label, index) => `<li role="tab" tabindex="${index}" id="ui-id-${index + 1}" aria-setsize="16">${label}</li>`)}</ul>`,
  ),
  trap(
    'columns with widths',
    'widths and spans',
    `<table><tr>${each((id, label) => `<th width="${id * 10}" colspan="${id}">${label}</th>`)}</tr></table>`,
  ),
  trap(
    'counts in data attributes',
    'a name that says count, and values that agree',
    `<ul>${each((id, label) => `<li data-count="${id}">${label}</li>`)}</ul>`,
  ),
  trap(
    'sort keys',
    'a name that says sort, and values that agree',
    `<ul>${each((id, label) => `<li data-sort="${id}">${label}</li>`)}</ul>`,
  ),
  trap(
    'styles',
    'order and layer in a style',
    `<ul>${each((id, label) => `<li style="order:${id};z-index:${id}">${label}</li>`)}</ul>`,
  ),
  trap(
    'paging',
    'numbers of pages',
    `<p>Bezahlt</p><ul>${[1, 2, 3, 4].map((id) => `<li><a href="?page=${id}">${id}</a></li>`).join('')}</ul>`,
  ),
  trap(
    'dates',
    'days of a month',
    `<table>${each((_id, label, index) => `<tr data-date="2026-11-${index + 10}"><td>${label}</td></tr>`)}</table>`,
  ),
  trap(
    'a number in the label only',
    'counts and ids look alike in a text: nothing tells them apart',
    `<ul>${each((id, label) => `<li>${label} (${id})</li>`)}</ul>`,
  ),
  trap(
    'the extension’s own text on the page',
    'what was pasted is no list',
    '<textarea>3,16</textarea><p>Bezahlt (3), Im Fulfillment (16), Versendet (4)</p>',
  ),
  trap(
    'history of one order',
    'steps counted from one, in the order of ids',
    `<ol>${['Bestellt', 'Bezahlt', 'Gepackt', 'Versendet'].map((label, index) => `<li data-id="${index + 1}">${label} am 1${index}.11.2026</li>`).join('')}</ol>`,
  ),
  trap(
    'index of an AngularJS select',
    'positions from zero',
    options(statuses.map(({ label }, index) => [index, label])),
  ),
  trap(
    'index from one',
    'positions from one',
    options(statuses.map(({ label }, index) => [index + 1, label])),
  ),
  trap(
    'index in the order of ids',
    'positions equal the ids up to 9',
    options(byId.map(({ label }, index) => [index + 1, label])),
  ),
  trap(
    'objects of AngularJS that agree',
    'hash keys that happen to be the ids',
    options(statuses.map(({ id, label }) => [`object:${id}`, label])),
  ),
  trap(
    'objects of Angular',
    'the index is the id by chance',
    options(statuses.map(({ id, label }) => [`${id}: Object`, label])),
  ),
  trap(
    'running numbers of mat-option',
    'numbers of a framework that happen to be the ids',
    each((id, label) => `<mat-option id="mat-option-${id}" role="option">${label}</mat-option>`),
  ),
  trap(
    'index beside a hidden original',
    'the original is not on the page',
    each((_id, label, index) => `<li data-original-index="${index}">${label}</li>`),
  ),
  trap(
    'labels without ids',
    'the click handler names a variable',
    each((_id, label) => `<li><a ng-click="vm.setState(s.id)">${label}</a></li>`),
  ),
  trap(
    'labels without ids in a script',
    'names only',
    `<script>var names=${json((_id, label) => label)}</script>`,
  ),
  trap(
    'one number for all',
    'columns and a call with the same number',
    each((_id, label) => `<li class="col-md-3" onclick="open(3)">${label}</li>`),
  ),
  trap('labels in prose', 'a sentence', '<p>3 Bezahlt, 4 Versendet, 16 Im Fulfillment</p>'),
  trap('an empty page', 'nothing is there', ''),
  trap(
    'a help page',
    'an article lists the statuses in the order of work',
    `<ol>${each((_id, label) => `<li>${label}: Die Bestellung ist hier.</li>`)}</ol>`,
  ),
  trap(
    'priorities',
    'a number per status in a settings form',
    `<table>${each((_id, label, index) => `<tr><td>${label}</td><td><input type="number" name="prio" value="${((index * 3) % 10) + 1}"></td></tr>`)}</table>`,
  ),
  trap(
    'random element ids',
    'numbers made by a generator',
    each((_id, label, index) => `<li id="el-${(index * 7919) % 97}">${label}</li>`),
  ),
  trap(
    'days until a reminder',
    'delays per status',
    `<table>${each((_id, label, index) => `<tr data-days="${[14, 7, 3, 30, 10, 5, 21, 2, 1, 28, 4, 6, 8, 12, 9, 11][index]}"><td>${label}</td></tr>`)}</table>`,
  ),
  trap(
    'positions in reverse',
    'from sixteen down to one',
    `<ul>${each((_id, label, index) => `<li data-pos="${16 - index}">${label}</li>`)}</ul>`,
  ),
  trap(
    'a translated help table',
    'words in another language beside counts',
    `<table>${[
      ['Payé', 12],
      ['Expédié', 3],
      ['Annulé', 16],
      ['Commandé', 4],
      ['Emballé', 1],
    ]
      .map(([label, count]) => `<tr><td>${label}</td><td>${count}</td></tr>`)
      .join('')}</table>`,
  ),
];
