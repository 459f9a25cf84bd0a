import { expect, it } from 'vitest';
import { buildProgram } from '../program.js';
import { textsIn } from './index.js';
import { germanUsage } from './usage-errors.js';

it.each([
  [['imprt'], 'Den Befehl „imprt“ gibt es nicht.\n(Meinten Sie import?)\n'],
  [['import', '--statis', '3'], 'Den Schalter „--statis“ gibt es nicht.\n(Meinten Sie --status?)\n'],
  [['report', 'shipment', '1'], 'Es fehlt: tracking.\n'],
  [['import', '--status'], 'Hinter „--status <ids>“ fehlt der Wert.\n'],
  [
    ['held', 'a', 'b'],
    expect.stringMatching(/^Zu viele Angaben: erwartet 0, gegeben 2\.\n$|^Den Befehl „a“ gibt es nicht\.\n$/),
  ],
])('says in German what is wrong with %j', async (args, expected) => {
  let said = '';
  const write = {
    out: () => {},
    err: (text: string) => {
      said += germanUsage(text);
    },
  };
  const program = buildProgram({ say: textsIn('de'), version: '0', run: async () => {}, write });
  await program.parseAsync(args, { from: 'user' }).catch(() => {});
  expect(said).toEqual(expected);
  expect(said).not.toMatch(/error|Expected|missing/);
});
