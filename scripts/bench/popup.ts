import { openWorkbench } from '../../test/support/workbench.js';
import { print } from './figure.js';

const runs = 15;

/** Resolves when the list stands there with its buttons, with the milliseconds since the popup's address was opened. */
const untilShown = `new Promise((shown) => {
  const look = () => document.querySelector('[data-source=page] [data-status-id] input') && shown(performance.now());
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
})`;

/** From the click to a list that can be used, in both browsers, on the sandbox's order overview. */
export async function benchPopup(): Promise<void> {
  for (const name of ['chromium', 'firefox'] as const) {
    const bench = await openWorkbench(name);
    try {
      const { popup } = await bench.open();
      await popup.sourceIs('page');
      const times: number[] = [];
      for (let run = -2; run < runs; run += 1) {
        await popup.reopen();
        times.push(await popup.page.evaluate<number>(untilShown));
      }
      const sorted = times.slice(-runs).sort((one, other) => one - other);
      const at = (share: number): number => sorted[Math.round((runs - 1) * share)] ?? Number.NaN;
      print({
        name: `popup to interactive/${name}`,
        value: at(0.5),
        unit: 'ms',
        spread: [at(0.25), at(0.75)],
        runs,
        note: 'at most: from opening its address to a list of the page’s ids with checkboxes, the reading of the page included',
      });
    } finally {
      await bench.close();
    }
  }
}
