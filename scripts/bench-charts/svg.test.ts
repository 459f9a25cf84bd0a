import { expect, it } from 'vitest';
import { barChart, figure, lineChart } from './svg.js';

it('draws each bar as long as its value', () => {
  const svg = barChart('A & B', 'orders/s', [
    { label: 'ours', value: 200 },
    { label: '<peer>', value: 100, isPeer: true, spread: [90, 110] },
  ]);
  expect([...svg.matchAll(/height="22" rx="3" fill="(#\w+)"/g)].map(([, colour]) => colour)).toEqual([
    '#0b5cad',
    '#8a94a3',
  ]);
  const lengths = [...svg.matchAll(/<rect x="250" y="\d+" width="([\d.]+)"/g)].map(([, length]) =>
    Number(length),
  );
  expect(lengths[0]).toBeCloseTo(2 * (lengths[1] ?? 0), 0);
  expect(svg).toContain('A &amp; B');
  expect(svg).toContain('&lt;peer&gt;: 100');
});

it('draws a point for each measurement, higher for more', () => {
  const svg = lineChart('Memory', 'MiB', 'orders', [
    { x: 10_000, y: 100 },
    { x: 100_000, y: 150 },
  ]);
  const heights = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(2);
  expect(heights[1]).toBeLessThan(heights[0] ?? 0);
});

it.each([
  [12_345.6, '12,346'],
  [99.94, '99.9'],
  [0.8123, '0.812'],
  [0, '0'],
])('writes %d as %s', (value, text) => {
  expect(figure(value)).toBe(text);
});
