import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judgeFrame } from '../evidence/judge-frame.js';
import { type FrameReport, lookRequest, portName } from '../messages.js';
import { each } from './page-for-tests.js';
import { createPageReader, type ReadPage } from './read-page.js';
import { type PagePort, type PageRuntime, watchPage } from './watch-page.js';

class Port implements PagePort {
  readonly reports: FrameReport[] = [];
  closed = false;
  #listeners: (() => void)[] = [];
  #hearers: ((message: unknown) => void)[] = [];
  readonly onDisconnect = { addListener: (listener: () => void) => this.#listeners.push(listener) };
  readonly onMessage = { addListener: (hearer: (message: unknown) => void) => this.#hearers.push(hearer) };

  postMessage(message: unknown): void {
    if (this.closed) throw new Error('Attempting to use a disconnected port object');
    const report = judgeFrame(message);
    if (report) this.reports.push(report);
  }

  disconnect(): void {
    this.closed = true;
  }

  /** The other end speaks. */
  say(message: unknown): void {
    for (const hearer of this.#hearers) hearer(message);
  }

  /** The other end goes away. */
  leave(): void {
    this.closed = true;
    for (const listener of this.#listeners) listener();
  }
}

class Runtime implements PageRuntime {
  readonly ports: Port[] = [];
  invalidated = false;
  get id() {
    return this.invalidated ? undefined : 'extension';
  }
  #listeners: ((message: unknown) => void)[] = [];
  readonly onMessage = {
    addListener: (listener: (message: unknown) => void) => this.#listeners.push(listener),
  };

  connect({ name }: { name: string }): Port {
    if (this.invalidated) throw new Error('Extension context invalidated.');
    expect(name).toBe(portName);
    const port = new Port();
    this.ports.push(port);
    return port;
  }

  say(message: unknown): void {
    for (const listener of this.#listeners) listener(message);
  }

  /** A popup calls out, and asks on the port that answers, as popups do. */
  look(): void {
    this.say(lookRequest);
    this.last.say(lookRequest);
  }

  get last(): Port {
    return this.ports.at(-1) ?? expect.unreachable();
  }
}

const list = `<ul>${each(({ id, label }) => `<li data-id="${id}">${label}</li>`)}</ul>`;
const observe = vi.spyOn(MutationObserver.prototype, 'observe');
const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');

/** Mutation records arrive, then the debounce runs out. */
async function settle(milliseconds = 700): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

let runtime: Runtime;
let reader: ReadPage;
beforeEach(() => {
  reader = createPageReader();
  document.body.innerHTML = '';
  observe.mockClear();
  disconnect.mockClear();
  runtime = new Runtime();
});
afterEach(() => {
  for (const port of runtime.ports) port.leave();
});

describe('watchPage', () => {
  it('does nothing when no popup is open', async () => {
    document.body.innerHTML = list;
    watchPage(window, runtime, () => reader);
    const offered = runtime.last;
    offered.leave();
    document.body.append('more');
    await settle();
    offered.say(lookRequest);
    expect(offered.reports).toEqual([]);
    expect(runtime.ports).toHaveLength(1);
    expect(observe).not.toHaveBeenCalled();
  });

  it('looks at once when a popup hears of its port, and not before', async () => {
    document.body.innerHTML = list;
    watchPage(window, runtime, () => reader);
    await settle();
    expect(runtime.last.reports).toEqual([]);
    expect(observe).not.toHaveBeenCalled();
    runtime.last.say({ type: 'other' });
    expect(runtime.last.reports).toEqual([]);
    runtime.last.say(lookRequest);
    await settle();
    expect(runtime.last.reports.map(({ statuses }) => statuses.length)).toEqual([16]);
  });

  it('answers a look request at once, on a port of its own', async () => {
    document.body.innerHTML = list;
    watchPage(window, runtime, () => reader);
    runtime.last.leave();
    runtime.look();
    expect(runtime.ports).toHaveLength(2);
    await settle();
    const [report] = runtime.last.reports;
    expect(report?.statuses).toHaveLength(16);
    expect(report).toMatchObject({ isTop: true, truncated: false, disagreements: [] });
    expect(Object.keys(report ?? {}).sort()).toEqual([
      'disagreements',
      'earlier',
      'facts',
      'isTop',
      'location',
      'statuses',
      'truncated',
    ]);
    expect(report?.location).not.toMatch(/[?#]/);
  });

  it.each([undefined, null, 'x', {}, { type: 'other' }, 3])('does not answer %j', (message) => {
    watchPage(window, runtime, () => reader);
    runtime.say(message);
    expect(runtime.ports).toHaveLength(1);
  });

  it('reports again when a list appears or changes, and only then', async () => {
    watchPage(window, runtime, () => reader);
    runtime.look();
    expect(runtime.last.reports.map(({ statuses }) => statuses.length)).toEqual([0]);
    document.body.innerHTML = list;
    await settle();
    document.body.append('no status');
    await settle();
    expect(runtime.last.reports.map(({ statuses }) => statuses.length)).toEqual([0, 16]);
    const item = document.querySelector('[data-id="17"]');
    item?.setAttribute('data-id', '18');
    await settle();
    expect(runtime.last.reports.at(-1)?.statuses.at(-1)).toMatchObject({ id: 18, label: 'Retoure' });
    if (item?.firstChild) item.firstChild.nodeValue = 'Umtausch';
    await settle();
    expect(runtime.last.reports.at(-1)?.statuses.at(-1)).toMatchObject({ id: 18, label: 'Umtausch' });
  });

  it('sees into open shadow roots', async () => {
    document.body.innerHTML = '<div id="host"></div>';
    const shadow = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    watchPage(window, runtime, () => reader);
    runtime.look();
    if (shadow) shadow.innerHTML = list;
    await settle();
    expect(runtime.last.reports.map(({ statuses }) => statuses.length)).toEqual([0, 16]);
  });

  it('remembers for the next popup what opened and closed while none was open', async () => {
    watchPage(window, runtime, () => reader);
    runtime.look();
    const port = runtime.last;
    port.leave();
    document.body.innerHTML = list;
    await settle();
    document.body.innerHTML = '';
    await settle();
    expect(port.reports).toHaveLength(1);

    runtime.look();
    await settle();
    const [report] = runtime.last.reports;
    expect(report?.statuses).toHaveLength(16);
    expect(report?.earlier).toHaveLength(16);
  });

  it('looks at a page that goes on changing ten times more rarely without a popup', async () => {
    let looks = 0;
    const slow: ReadPage = (page, done) => {
      looks += 1;
      const timer = setTimeout(
        () =>
          done({
            lists: [],
            earlier: [],
            truncated: false,
            facts: { signs: [], elements: 0, milliseconds: 20 },
            shadows: [],
          }),
        20,
      );
      void page;
      return () => clearTimeout(timer);
    };
    watchPage(window, runtime, () => slow);
    runtime.look();
    const changing = setInterval(() => document.body.append('x'), 10);
    await settle(1_500);
    const watched = looks;
    runtime.last.leave();
    looks = 0;
    await settle(1_500);
    clearInterval(changing);
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(watched / 2);
  });

  it('keeps one port, the newest', () => {
    watchPage(window, runtime, () => reader);
    runtime.say(lookRequest);
    runtime.say(lookRequest);
    expect(runtime.ports.map(({ closed }) => closed)).toEqual([true, true, false]);
    runtime.ports[1]?.leave();
    runtime.look();
    expect(runtime.last.reports).toHaveLength(1);
  });

  it('survives an update of the extension', async () => {
    watchPage(window, runtime, () => reader);
    runtime.look();
    runtime.invalidated = true;
    expect(() => runtime.say(lookRequest)).not.toThrow();
    runtime.last.closed = true;
    document.body.innerHTML = list;
    await settle();
    expect(runtime.last.reports).toHaveLength(1);
  });

  it('leaves the page alone when the extension was updated while no popup was open', async () => {
    watchPage(window, runtime, () => reader);
    runtime.look();
    runtime.last.leave();
    runtime.invalidated = true;
    expect(disconnect).not.toHaveBeenCalled();
    document.body.innerHTML = list;
    await settle();
    expect(disconnect).toHaveBeenCalled();
  });
});
