import type { Figure } from '../bench/figure.js';
import { type Bar, barChart, lineChart, type Point } from './plot.js';

/** One picture, the part of the bench it comes from, and what it says. */
export interface Chart {
  /** File name without folder. */
  readonly file: string;
  readonly title: string;
  /** Argument of `npm run bench --` that measures it. */
  readonly part: string;
  readonly says: string;
  /** Undefined when the figures for it are missing. */
  draw(figures: readonly Figure[]): string | undefined;
}

const measured = (figures: readonly Figure[]): (Figure & { value: number })[] =>
  figures.filter((figure): figure is Figure & { value: number } => figure.value !== null);

const bars =
  (title: string, unit: string, pick: (figure: Figure) => Omit<Bar, 'value' | 'spread'> | undefined) =>
  (figures: readonly Figure[]): string | undefined => {
    const found = measured(figures).flatMap((figure): Bar[] => {
      const bar = pick(figure);
      return bar ? [{ ...bar, value: figure.value, spread: figure.spread }] : [];
    });
    return found.length === 0 ? undefined : barChart(title, unit, found);
  };

const line =
  (title: string, unit: string, xLabel: string, name: RegExp) =>
  (figures: readonly Figure[]): string | undefined => {
    const points = measured(figures).flatMap((figure): Point[] => {
      const x = Number(name.exec(figure.name)?.[1]);
      return Number.isFinite(x) ? [{ x, y: figure.value }] : [];
    });
    const byX = [...new Map(points.map((point) => [point.x, point])).values()].sort((a, b) => a.x - b.x);
    return byX.length < 2 ? undefined : lineChart(title, unit, xLabel, byX);
  };

const named =
  (beginning: string, peers: Readonly<Record<string, string>> = {}) =>
  ({ name }: Figure): Omit<Bar, 'value'> | undefined => {
    if (!name.startsWith(beginning)) return undefined;
    const peer = peers[name];
    return { label: peer ?? name.slice(beginning.length), isPeer: peer !== undefined };
  };

/** A reading that failed is quick for a bad reason. */
function howFar(note: string | undefined): string {
  const [, orders = '?'] = /^(\d+) orders read/.exec(note ?? '') ?? [];
  return note?.includes('failed') ? `, failed after ${orders}` : '';
}

/** Every chart of docs/performance.md. */
export const charts: readonly Chart[] = [
  {
    file: 'performance-merchants.svg',
    title: 'What a run that finds nothing new costs: less is better',
    part: 'fleet',
    says: 'Most runs of a fleet are such. Processor time of a worker and of PostgreSQL, by number of workers on the same cores; a worker that has just started is slower, and with more of them each has fewer runs to get warm.',
    draw: bars('What a run that finds nothing new costs: less is better', 'ms', ({ name }) => {
      const [, workers, what] = /quiet-accounts\/(\d+)-workers\/(worker|database)-time$/.exec(name) ?? [];
      return workers === undefined
        ? undefined
        : {
            label: `${workers} ${workers === '1' ? 'worker' : 'workers'}: ${what}`,
            isPeer: what === 'database',
          };
    }),
  },
  {
    file: 'performance-throttled.svg',
    title: '5,000 orders at Billbee’s limits: less is better',
    part: 'throttled',
    says: 'Twenty pages of 250 orders at two calls a second, ours beside the npm package that can be installed; the note in the table says how many orders each has read.',
    draw: (figures) => {
      const throttled = bars('5,000 orders at Billbee’s limits: less is better', 'ms', ({ name, note }) =>
        name === 'throttled/20-pages'
          ? { label: `importer-core${howFar(note)}` }
          : name === 'throttled/20-pages/billbee-node-api'
            ? { label: `billbee-node-api${howFar(note)}`, isPeer: true }
            : undefined,
      );
      return throttled(figures);
    },
  },
  {
    file: 'performance-fleet.svg',
    title: 'First imports of many accounts on PostgreSQL, by worker processes',
    part: 'fleet',
    says: 'Workers, database and the sandbox that answers them share the cores of one machine; the notes in the table say which of them is the limit.',
    draw: line(
      'First imports of many accounts on PostgreSQL, by worker processes',
      'orders/s',
      'worker processes',
      /^fleet\/\d+-accounts\/(\d+)-workers$/,
    ),
  },
  {
    file: 'performance-webhooks.svg',
    title: 'From an order at Billbee to its confirmed delivery',
    part: 'fleet',
    says: 'By webhook, two processes, Billbee’s limits on.',
    draw: bars(
      'From an order at Billbee to its confirmed delivery',
      'ms',
      named('fleet/webhook-to-delivery/'),
    ),
  },
  {
    file: 'performance-memory.svg',
    title: 'Peak memory against the number of orders',
    part: 'memory',
    says: 'It stays nearly the same: an import reads pages, not accounts.',
    draw: line(
      'Peak memory against the number of orders',
      'MiB',
      'orders in one import',
      /^memory\/(\d+)-orders$/,
    ),
  },
  {
    file: 'performance-stages.svg',
    title: 'What each stage of an import can do: more is better',
    part: 'stages',
    says: 'One process, one order after another; `JSON.parse` of the same bytes is the yardstick.',
    draw: bars('What each stage of an import can do: more is better', 'orders/s', (figure) =>
      figure.unit === 'orders/s' ? named('stage/', { 'stage/JSON.parse': 'JSON.parse' })(figure) : undefined,
    ),
  },
  {
    file: 'performance-pipeline.svg',
    title: 'The whole import: more is better',
    part: 'stages',
    says: 'Parse, validate, map, store, deliver, on the embedded database on disk, from a source without a network. `roomy` is the same with `NODE_OPTIONS=--max-semi-space-size=32`. The stages above tell what the time goes into: most of it is the database, one thread of WebAssembly.',
    draw: bars('The whole import: more is better', 'orders/s', named('pipeline/')),
  },
  {
    file: 'performance-startup.svg',
    title: 'Start of the command line: less is better',
    part: 'startup',
    says: 'Each in a process of its own. `first` creates the embedded database.',
    draw: bars(
      'Start of the command line: less is better',
      'ms',
      named('startup/', { 'startup/node': 'node -e ""' }),
    ),
  },
  {
    file: 'performance-detector.svg',
    title: 'One look of the extension at a page',
    part: 'detector',
    says: 'Against the number of rows of the page, in Chromium; the table has Firefox, too.',
    draw: (figures) =>
      line(
        'One look of the extension at a page',
        'ms',
        'rows of the page',
        /^detector look\/([\d]+) rows$/,
      )(figures.filter(({ note }) => note?.startsWith('chromium'))),
  },
  {
    file: 'performance-popup.svg',
    title: 'From the click to a list that can be used',
    part: 'popup',
    says: 'The popup on the order overview, its reading of the page included.',
    draw: bars('From the click to a list that can be used', 'ms', named('popup to interactive/')),
  },
  {
    file: 'performance-sizes.svg',
    title: 'What the extension weighs',
    part: 'sizes',
    says: 'After gzip. The content script is what every Billbee page loads.',
    draw: bars('What the extension weighs', 'bytes gzip', named('size/')),
  },
];
