import * as Plot from '@observablehq/plot';
import { Window } from 'happy-dom';

/** Charts as SVG text that needs no script and no style sheet, readable on light and dark pages. */

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Lower and upper quartile. */
  readonly spread?: readonly [number, number] | undefined;
  /** Something that is not ours: drawn in grey. */
  readonly isPeer?: boolean | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const ours = '#0b5cad';
const peer = '#8a94a3';
const look = {
  width: 860,
  marginRight: 80,
  style: { fontSize: '13px', color: '#1b2430', background: '#ffffff' },
};

/** Bars below each other, one per line, each with its value. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): string {
  const end = ({ value, spread }: Bar): number => Math.max(value, spread?.[1] ?? 0);
  return draw(title, `${unit}. ${bars.map(({ label, value }) => `${label}: ${figure(value)}`).join('; ')}`, {
    marginLeft: 250,
    x: { label: unit, grid: true },
    y: { label: null, domain: bars.map(({ label }) => label) },
    marks: [
      Plot.barX(bars, { x: 'value', y: 'label', fill: (bar: Bar) => (bar.isPeer ? peer : ours) }),
      Plot.ruleY(
        bars.filter(({ spread }) => spread),
        { x1: (bar: Bar) => bar.spread?.[0], x2: (bar: Bar) => bar.spread?.[1], y: 'label', marker: 'tick' },
      ),
      Plot.text(bars, {
        x: end,
        y: 'label',
        text: (bar: Bar) => figure(bar.value),
        textAnchor: 'start',
        dx: 8,
      }),
      Plot.ruleX([0]),
    ],
  });
}

/** A curve through measured points. */
export function lineChart(title: string, unit: string, xLabel: string, points: readonly Point[]): string {
  return draw(title, `${unit}. ${points.map(({ x, y }) => `${figure(x)}: ${figure(y)}`).join('; ')}`, {
    height: 320,
    marginTop: 35,
    marginLeft: 70,
    marginBottom: 45,
    x: { label: xLabel, inset: 30, ticks: points.map(({ x }) => x), tickFormat: figure },
    y: { label: unit, grid: true, zero: true, nice: true },
    marks: [
      Plot.ruleY([0]),
      Plot.lineY(points, { x: 'x', y: 'y', stroke: ours, strokeWidth: 2 }),
      Plot.dot(points, { x: 'x', y: 'y', fill: ours, r: 4 }),
      Plot.text(points, { x: 'x', y: 'y', text: ({ y }: Point) => figure(y), dy: -12 }),
    ],
  });
}

function draw(title: string, words: string, options: Plot.PlotOptions): string {
  const { document } = new Window();
  const svg = Plot.plot({
    ...look,
    ...options,
    // Its types are those of a browser's own document.
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    ariaLabel: title,
    // The serializer leaves it as it is in attributes, and XML does not allow it there.
    ariaDescription: words.replaceAll('<', '‹'),
  });
  // Its rules are for a picture within a page.
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', 'img');
  // As a file of its own it has to name its language.
  return `${svg.outerHTML.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
}

/** E.g. `20,400` or `0.81`. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
