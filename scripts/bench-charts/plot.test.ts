import { expect, it } from 'vitest';
import { barChart, figure, lineChart } from './plot.js';

/** What a screen reader says of a picture, and the texts in it. */
const read = (svg: string) => ({
  words: /aria-description="([^"]*)"/.exec(svg)?.[1],
  texts: [...svg.matchAll(/<text[^>]*>(?:<tspan[^>]*>)?([^<]+)/g)].map(([, text]) => text),
  bars: [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width)),
});

it('draws each bar as long as its value, and says what it shows', () => {
  const svg = barChart('A & B', 'orders/s', [
    { label: 'ours', value: 200 },
    { label: '<peer>', value: 100, isPeer: true, spread: [90, 110] },
  ]);
  const { words, texts, bars } = read(svg);
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(bars[0]).toBeCloseTo(2 * (bars[1] ?? 0), 0);
  expect(svg).toContain('aria-label="A &amp; B"');
  expect(words).toBe('orders/s. ours: 200; ‹peer>: 100');
  expect(texts).toEqual(expect.arrayContaining(['ours', '&lt;peer&gt;', '200', '100']));
});

it('draws a point for each measurement, higher for more', () => {
  const svg = lineChart('Memory', 'MiB', 'orders', [
    { x: 10_000, y: 100 },
    { x: 100_000, y: 150 },
  ]);
  const heights = [...svg.matchAll(/<circle[^>]* cy="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(2);
  expect(heights[1]).toBeLessThan(heights[0] ?? 0);
  expect(read(svg).texts).toEqual(expect.arrayContaining(['10,000', '100,000', '150']));
});

it.each([
  [12_345.6, '12,346'],
  [99.94, '99.9'],
  [0.8123, '0.812'],
  [0, '0'],
])('writes %d as %s', (value, text) => {
  expect(figure(value)).toBe(text);
});
