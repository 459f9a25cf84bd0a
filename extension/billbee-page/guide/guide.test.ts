import { afterEach, expect, it, vi } from 'vitest';
import { each } from '../page-for-tests.js';
import { startGuide } from './guide.js';

let end: (() => void) | undefined;
afterEach(() => {
  vi.unstubAllGlobals();
  end?.();
  document.body.replaceChildren();
});

/** Starts the guide, and gives what it says. */
function guide(): { readonly said: () => string | undefined } {
  const texts: string[] = [];
  const overlay = { highlight() {}, say: (text: string) => texts.push(text), remove() {} };
  end = startGuide(window, {
    overlay,
    t: (key, ...values) => [key, ...values].join(' '),
    store() {},
    frameLoaded() {},
    ended() {},
  });
  return { said: () => texts.at(-1) };
}

const list = `<ul class="dropdown-menu">${each(({ id, label }) => `<li><a href="#" data-stateid="${id}">${label}</a></li>`)}</ul>`;

/** Lets timers have their turn between two slices, as a browser does; Node would go through all of them first. */
class SlowChannel {
  readonly port1 = { onmessage: (): void => undefined, close: (): void => clearTimeout(this.#timer) };
  readonly port2 = {
    postMessage: (): void => {
      this.#timer = setTimeout(() => this.port1.onmessage());
    },
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
}

it.each([0, 1, 2, 4])('reads a list that opens while it looks, after %i of its slices', async (turns) => {
  const rows = Array.from({ length: 20_000 }, (_, row) => `<p data-id="${row}">Zeile ${row}</p>`);
  document.body.innerHTML = `<div id="first"></div>${rows.join('')}`;
  vi.stubGlobal('MessageChannel', SlowChannel);
  const { said } = guide();
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  const first = document.querySelector('#first');
  if (first) first.innerHTML = list;
  await vi.waitFor(() => expect(said()).toBe('guideReadMany 16 guideNext'), { timeout: 5_000 });
});

it('reads a list that opens later', async () => {
  const { said } = guide();
  await vi.waitFor(() => expect(said()).toBe('guideNoOrders'), { timeout: 20_000 });
  document.body.insertAdjacentHTML('beforeend', list);
  await vi.waitFor(() => expect(said()).toBe('guideReadMany 16 guideNext'), { timeout: 20_000 });
});
