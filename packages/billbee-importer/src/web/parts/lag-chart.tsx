/** @jsxImportSource hono/jsx */
import type { LagPoint } from 'importer-accounts';
import type { View } from '../view.js';

const width = 900;
const height = 220;
const [left, right, top, bottom] = [96, 12, 12, 28];
/** Fewer points than these are hard to see as a line alone. */
const fewPoints = 24;
const dayMs = 86_400_000;
/** More would be finer than a pixel; of those in one column the longest counts. */
const columns = 288;

/** How far the account lagged behind Billbee in the last 24 hours; the figure says in words what the lines show. */
export function LagChart({ view, points }: { view: View; points: readonly LagPoint[] }) {
  const { say, format, now } = view;
  if (points.length < 2) return <p class="soft">{say('lag.none')}</p>;
  const start = now - dayMs;
  const longest = points.reduce((most, { lagMs }) => Math.max(most, lagMs), 0);
  const scale = niceAbove(longest);
  const x = (at: number): number => round(left + ((at - start) / dayMs) * (width - left - right));
  const y = (lagMs: number): number => round(height - bottom - (lagMs / scale) * (height - top - bottom));
  const shown = thin(points, start);
  const line = shown.map(({ at, lagMs }) => `${x(at)},${y(lagMs)}`).join(' ');
  const [first, last] = [shown[0], shown.at(-1)];
  const base = height - bottom;
  const words = say('lag.describe', {
    count: format.number(points.length),
    longest: format.duration(longest),
    latest: format.duration(points.at(-1)?.lagMs ?? 0),
  });
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${say('lag.title')}: ${words}`}>
        {[0, 0.5, 1].map((share) => (
          <g>
            <line class="grid" x1={left} x2={width - right} y1={y(scale * share)} y2={y(scale * share)} />
            <text x={left - 8} y={y(scale * share) + 4} text-anchor="end">
              {format.duration(scale * share)}
            </text>
          </g>
        ))}
        {[0, 6, 12, 18, 24].map((hours) => (
          <text
            x={x(start + hours * 3_600_000)}
            y={height - 8}
            text-anchor={hours === 0 ? 'start' : hours === 24 ? 'end' : 'middle'}
          >
            {format.clock(start + hours * 3_600_000)}
          </text>
        ))}
        <polygon
          class="area"
          points={`${x(first?.at ?? start)},${base} ${line} ${x(last?.at ?? now)},${base}`}
        />
        <polyline class="lag" points={line} />
        {shown.length > fewPoints
          ? null
          : shown.map(({ at, lagMs }) => <circle class="lag" cx={x(at)} cy={y(lagMs)} r={4} />)}
      </svg>
      <figcaption class="soft">
        {words} {say('lag.explain')}
      </figcaption>
    </figure>
  );
}

/** One point for each column of the chart: the longest lag in it. */
function thin(points: readonly LagPoint[], start: number): LagPoint[] {
  const byColumn = new Map<number, LagPoint>();
  for (const point of points) {
    const column = Math.floor(((point.at - start) / dayMs) * columns);
    const there = byColumn.get(column);
    if (!there || there.lagMs < point.lagMs) byColumn.set(column, point);
  }
  return [...byColumn.values()];
}

/** The next round length of time. */
function niceAbove(milliseconds: number): number {
  const seconds = milliseconds / 1000;
  const steps = [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400];
  return (steps.find((step) => step >= seconds) ?? Math.ceil(seconds / 86_400) * 86_400) * 1000;
}

const round = (value: number): number => Math.round(value * 10) / 10;
