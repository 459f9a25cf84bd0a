import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser, found } from '../../testing/fake-browser.js';
import { type OpenView, openView, type ViewOptions, viewedTab } from '../../testing/open-view.js';

const statuses = [
  found(3, 'Bezahlt', 'select-option'),
  found(4, 'Versendet', 'select-option'),
  found(8, 'Storno', 'select-option'),
  found(16, 'Im Fulfillment', 'select-option'),
];
const fieldsKey = 'fields:app.billbee.io';

const open = async (section: string, options: ViewOptions = {}): Promise<OpenView> => {
  const view = await openView(options);
  await view.does(() => view.browser.connect(viewedTab, 0).report({ statuses }));
  await view.click(`#tab-${section}`);
  return view;
};
const said = () => document.querySelector('[role=status]')?.textContent;
const choose = (view: OpenView, selector: string, value: string) =>
  view.does(() => {
    const control = document.querySelector<HTMLSelectElement>(selector);
    if (!control) throw new Error(`no ${selector}`);
    control.value = value;
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
const button = (text: string) => {
  const all = [...document.querySelectorAll('button')];
  const index = all.findIndex((each) => (each.getAttribute('aria-label') ?? each.textContent) === text);
  if (index < 0) throw new Error(`no button ${text} among ${all.map((each) => each.textContent).join(', ')}`);
  return all[index] as HTMLButtonElement;
};

afterEach(() => render(null, document.body));

test('tabs are one stop for the Tab key; arrows, Home and End move between them', async () => {
  const view = await open('statuses');
  const press = (key: string) =>
    view.does(() =>
      document
        .querySelector('[aria-selected=true]')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
    );
  const current = () => document.querySelector('[role=tab][aria-selected=true]')?.id;
  expect([...document.querySelectorAll('[role=tab]')].map((tab) => (tab as HTMLElement).tabIndex)).toEqual([
    0, -1, -1, -1,
  ]);
  await press('ArrowLeft');
  expect(current()).toBe('tab-options');
  await press('ArrowRight');
  expect(current()).toBe('tab-statuses');
  await press('End');
  await press('Home');
  await press('ArrowRight');
  expect(current()).toBe('tab-fields');
  expect(document.activeElement?.id).toBe('tab-fields');
  expect(document.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby')).toBe('tab-fields');
});

describe('ERP fields', () => {
  test('stand one click from the clipboard, proposed as ERPs usually have them', async () => {
    const view = await open('statuses');
    const chips = [...document.querySelectorAll('.chip')].map((chip) => chip.textContent);
    expect(chips).toEqual(['Offen 3', 'In Bearbeitung 16', 'Versendet 4']);
    await view.click('.chips li:nth-child(2) button');
    expect(view.clipboard).toEqual(['16']);
    expect(said()).toBe('„In Bearbeitung“ kopiert: 16');
    expect(view.browser.stored.has(fieldsKey)).toBe(false);
    expect(view.browser.stored.get('copied')).toMatchObject({
      text: '16',
      statuses: [{ id: 16, label: 'Im Fulfillment' }],
      fromPage: true,
    });
  });

  test('take what was chosen, remember it, and go back to the proposal', async () => {
    const view = await open('fields');
    await choose(view, '[data-role=cancelled] select', '8');
    await view.click('[data-role=open] label:nth-of-type(2) input');
    expect(view.browser.stored.get(fieldsKey)).toEqual({
      version: 1,
      importStatusIds: [3, 4],
      inProgressStatusId: 16,
      shippedStatusId: 4,
      cancelledStatusId: 8,
    });
    await view.does(() => button('Offen 3,4 in die Zwischenablage').click());
    expect(view.clipboard).toEqual(['3,4']);

    await choose(view, '[data-role=cancelled] select', '');
    await view.does(() => button('„Storniert“ hat noch keinen Status.').click());
    expect(view.clipboard).toHaveLength(1);
    await view.does(() => button('Auf den Vorschlag zurücksetzen').click());
    expect(view.browser.stored.get(fieldsKey)).toMatchObject({ importStatusIds: [3] });
  });

  test('an id that today’s page does not show stays chosen', async () => {
    const browser = new FakeBrowser();
    browser.stored.set(fieldsKey, { version: 1, shippedStatusId: 21 });
    await open('fields', { browser });
    const select = document.querySelector<HTMLSelectElement>('[data-role=shipped] select');
    expect([...(select?.selectedOptions ?? [])].map((option) => option.textContent)).toEqual(['? (21)']);
  });
});

describe('export', () => {
  test('is for the checked statuses, or for all', async () => {
    const browser = new FakeBrowser();
    browser.stored.set('selection:app.billbee.io', [3]);
    const view = await open('export', { browser });
    await view.does(() => button('In die Zwischenablage: JSON').click());
    expect(JSON.parse(view.clipboard[0] ?? '')).toEqual([
      { id: 3, label: 'Bezahlt', apiName: 'Zahlung_erhalten' },
    ]);
    expect(browser.stored.has('copied')).toBe(false);
    await view.does(() => button('Als Datei: CSV').click());
    expect(view.files.get('billbee-status.csv')).toContain('3;Bezahlt');
    expect(said()).toBe('Gespeichert: billbee-status.csv');
  });

  test('fills a template of the person’s own, remembers it, and names slips', async () => {
    const view = await open('export');
    await choose(view, '.template-line input', '{id}={label}{ID}');
    await choose(view, '.between input', ';');
    expect(document.querySelector<HTMLTextAreaElement>('.template-preview')?.value).toMatch(
      /^3=Bezahlt\{ID\};/,
    );
    expect(document.querySelector('.warn')?.textContent).toContain('{ID}');
    await view.does(() => button('In die Zwischenablage: Eigene Vorlage').click());
    expect(view.clipboard[0]).toMatch(/^3=Bezahlt/);
    expect(view.browser.stored.get('template')).toEqual({ each: '{id}={label}{ID}', between: ';' });
  });

  const load = (view: OpenView, text: string) =>
    view.does(async () => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('no file field');
      Object.defineProperty(input, 'files', {
        configurable: true,
        value: [new File([text], 'billbee-settings.json')],
      });
      input.dispatchEvent(new Event('change', { bubbles: true }));
      // Reading a file takes more than a few turns.
      await new Promise((read) => setTimeout(read, 50));
    });

  test('saves the settings file, and loads one', async () => {
    const view = await open('export', { surface: 'window' });
    await view.does(async () => {
      button('Datei speichern').click();
      await vi.waitFor(() => expect(view.files.size).toBe(1));
    });
    expect(JSON.parse(view.files.get('billbee-settings.json') ?? '')).toEqual({
      version: 1,
      importStatusIds: [3],
      inProgressStatusId: 16,
      shippedStatusId: 4,
    });
    await load(view, '{"version":1,"importStatusIds":[16],"setInProgressAfterImport":false}');
    expect(said()).toBe('Übernommen aus billbee-settings.json');
    expect(view.browser.stored.get(fieldsKey)).toEqual({
      version: 1,
      importStatusIds: [16],
      setInProgressAfterImport: false,
    });
  });

  test('a file that is none changes nothing and says what is wrong', async () => {
    const view = await open('export', { surface: 'window' });
    await load(view, '{"version":1,"importStatusIds":["x"]}');
    expect(said()).toContain('importStatusIds');
    expect(view.browser.stored.has(fieldsKey)).toBe(false);
  });

  test('the popup, which closes while a file is chosen, opens a window for it', async () => {
    const view = await open('export');
    await view.does(() => button('Datei laden (eigenes Fenster)').click());
    expect(view.browser.windowSections).toEqual(['export']);
  });
});

describe('options', () => {
  test('switch the badges, show the shortcuts as they are set, and copy the report', async () => {
    const view = await open('options');
    await view.click('.switch input');
    expect(view.browser.stored.get('badges')).toBe(true);
    expect([...document.querySelectorAll('.shortcuts dd')].map((keys) => keys.textContent)).toEqual([
      'Alt+Shift+S',
      'keines',
    ]);
    await view.does(() => button('Tastenkürzel ändern').click());
    expect(view.browser.opened).toEqual(['shortcuts']);
    await view.does(() => button('In die Zwischenablage: Bericht für den Support').click());
    expect(view.clipboard[0]).toContain('result: 4 ids from the page');
    expect(view.clipboard[0]).not.toContain('Bezahlt');
  });
});

describe('pointing at a status', () => {
  const pick = { type: 'billbee-status-ids/picked' } as const;

  test('starts in the page, and what was found is said', async () => {
    const view = await open('options', { surface: 'window' });
    await view.does(() => button('Auf den Status zeigen').click());
    expect(view.browser.ranFiles).toEqual([`${viewedTab} /billbee-page/pick.js`]);
    expect(said()).toContain('Zeigen Sie jetzt');
    await view.does(() => view.browser.pick({ ...pick, outcome: 'none', statuses: [], copied: false }));
    expect(said()).toContain('steht keine ID');
    const statuses = [found(3, 'Bezahlt')];
    await view.does(() => view.browser.pick({ ...pick, outcome: 'found', statuses, copied: true }));
    expect(said()).toBe('„Bezahlt“ kopiert: 3');
  });
});

describe('statuses that changed', () => {
  test('are warned about until somebody has checked', async () => {
    const browser = new FakeBrowser();
    browser.stored.set('seen:app.billbee.io', [
      { id: 3, label: 'Angezahlt' },
      { id: 4, label: 'Etwas anderes, nicht in Gebrauch' },
    ]);
    browser.stored.set(fieldsKey, { version: 1, importStatusIds: [3] });
    const view = await open('statuses', { browser });
    const alert = () => document.querySelector('[role=alert]')?.textContent;
    expect(alert()).toContain('Die ID 3 hieß zuletzt „Angezahlt“, heute „Bezahlt“.');
    expect(alert()).not.toContain('nicht in Gebrauch');
    await view.does(() => button('Geprüft, nicht mehr warnen').click());
    expect(alert()).toBe('');
    expect(browser.stored.get('seen:app.billbee.io')).toHaveLength(4);
  });
});

/** A page of an ERP: every frame holds the script; `answers` says what it answers, by the function's name. */
const erpPage = (answers: (name: string, args: readonly unknown[]) => unknown) => {
  const browser = new FakeBrowser();
  browser.run = async (_target, _run, ...[name, args]) =>
    [{ frameId: 0, result: answers(String(name), args as readonly unknown[]) }] as never;
  return browser;
};
const noForm = { form: 'none', fields: [], undoable: [] };

test('on another page the ids can be inserted, and what came of it is said', async () => {
  const browser = erpPage((name, [text]) => {
    if (name === 'read') return noForm;
    if (name === 'focus') return { isField: true, frame: 'none', hasFocus: false };
    return { outcome: 'inserted', holds: text };
  });
  const view = await openView({ browser, url: 'https://erp.example.com/' });
  await view.does(() => undefined);
  expect(view.names('.insert .chip')).toEqual(['Offen 3', 'In Bearbeitung 16', 'Versendet 4']);
  await view.click('.insert li:first-child button');
  expect(said()).toBe('Eingefügt: 3');
  browser.run = () => Promise.reject(new Error('Cannot access'));
  await view.click('.insert li:first-child button');
  expect(said()).toContain('darf keine Erweiterung einfügen');
});

test('fills the form of another page with what it showed, and says when the page no longer answers', async () => {
  const fields = [
    { role: 'open', label: 'Offen ID', holds: '2' },
    { role: 'shipped', label: 'Versendet ID', holds: '' },
  ];
  let filled: unknown;
  const browser = erpPage((name, [texts]) => {
    if (name !== 'fill') return { form: 'found', fields, undoable: [] };
    filled = texts;
    return fields.map((field) => ({ ...field, outcome: 'written' }));
  });
  browser.stored.set(fieldsKey, { version: 1, importStatusIds: [3, 16] });
  const view = await openView({ browser, url: 'https://erp.example.com/' });
  await view.does(() => undefined);
  expect(view.names('.fill-fields > div')).toEqual([
    'Offen IDjetzt „2“, neu: 3,16',
    'Versendet IDjetzt nichts; keine ID festgelegt, bleibt unverändert',
  ]);
  await view.click('[data-action="fill-fields"]');
  expect(filled).toEqual({ open: '3,16' });
  expect(said()).toContain('Offen: „2“ eingetragen.');

  const { run } = browser;
  browser.run = (target, ask, ...[name, args]) =>
    name === 'fill' ? Promise.reject(new Error('gone')) : run(target, ask, ...([name, args] as never));
  await view.click('[data-action="fill-fields"]');
  expect(said()).toContain('antwortet nicht mehr');
});

test('the form of a page that appears later is shown', async () => {
  let state: unknown = noForm;
  const view = await openView({ browser: erpPage(() => state), url: 'https://erp.example.com/' });
  await view.does(() => undefined);
  expect(document.querySelector('.fill')).toBeNull();
  state = { form: 'unclear', fields: [], undoable: [] };
  await view.does(() => view.clock.pass(1_000));
  expect(document.querySelector('.fill')?.textContent).toContain('mehrere Felder');
});
