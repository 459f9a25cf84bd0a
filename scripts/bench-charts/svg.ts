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

const width = 860;
const left = 250;
const right = 110;
const row = 30;
const top = 52;
const colours = {
  ours: '#0b5cad',
  peer: '#8a94a3',
  text: '#1b2430',
  soft: '#566072',
  line: '#d5dae2',
  back: '#ffffff',
};

/** Bars beside each other, one per line, each with its value. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): string {
  const height = top + bars.length * row + 16;
  const most = Math.max(...bars.map(({ value, spread }) => Math.max(value, spread?.[1] ?? 0)));
  const x = (value: number): number => round(left + (value / most) * (width - left - right));
  const parts = bars.map(({ label, value, spread, isPeer }, index) => {
    const y = top + index * row;
    const whisker = spread
      ? `<path d="M${x(spread[0])} ${y + 11}H${x(spread[1])}M${x(spread[0])} ${y + 7}v8M${x(spread[1])} ${y + 7}v8" stroke="${colours.text}" fill="none"/>`
      : '';
    const end = Math.max(x(value), x(spread?.[1] ?? 0)) + 8;
    return `<text x="${left - 10}" y="${y + 16}" text-anchor="end" fill="${colours.text}">${escapeXml(label)}</text>
<rect x="${left}" y="${y}" width="${round(Math.max(1, x(value) - left))}" height="22" rx="3" fill="${isPeer ? colours.peer : colours.ours}"/>${whisker}
<text x="${end}" y="${y + 16}" fill="${colours.text}">${figure(value)}</text>`;
  });
  return frame(
    title,
    unit,
    height,
    parts.join('\n'),
    bars.map(({ label, value }) => `${label}: ${figure(value)}`),
  );
}

/** A curve through measured points. */
export function lineChart(title: string, unit: string, xLabel: string, points: readonly Point[]): string {
  const height = 320;
  const [start, end, base] = [90, width - 60, height - 54];
  const mostX = Math.max(...points.map(({ x }) => x));
  const mostY = Math.max(...points.map(({ y }) => y)) * 1.15;
  const x = (value: number): number => round(start + (value / mostX) * (end - start));
  const y = (value: number): number => round(base - (value / mostY) * (base - top));
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = y(mostY * share);
    return `<path d="M${start} ${at}H${end}" stroke="${colours.line}"/><text x="${start - 8}" y="${at + 4}" text-anchor="end" fill="${colours.soft}">${figure(mostY * share)}</text>`;
  });
  const marks = points.map(
    (point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="4" fill="${colours.ours}"/>
<text x="${x(point.x)}" y="${y(point.y) - 10}" text-anchor="middle" fill="${colours.text}">${figure(point.y)}</text>
<text x="${x(point.x)}" y="${base + 20}" text-anchor="middle" fill="${colours.soft}">${figure(point.x)}</text>`,
  );
  const line = points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
  const body = `${grid.join('\n')}
<polyline points="${line}" fill="none" stroke="${colours.ours}" stroke-width="2"/>
${marks.join('\n')}
<text x="${(start + end) / 2}" y="${height - 14}" text-anchor="middle" fill="${colours.soft}">${escapeXml(xLabel)}</text>`;
  return frame(
    title,
    unit,
    height,
    body,
    points.map((point) => `${figure(point.x)}: ${figure(point.y)}`),
  );
}

function frame(title: string, unit: string, height: number, body: string, words: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>${escapeXml(title)}</title>
<desc>${escapeXml(`${unit}. ${words.join('; ')}`)}</desc>
<rect width="${width}" height="${height}" rx="8" fill="${colours.back}" stroke="${colours.line}"/>
<text x="16" y="28" font-size="16" font-weight="600" fill="${colours.text}">${escapeXml(title)}</text>
<text x="${width - 16}" y="28" text-anchor="end" fill="${colours.soft}">${escapeXml(unit)}</text>
${body}
</svg>
`;
}

/** E.g. `20,400` or `0.81`. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const round = (value: number): number => Math.round(value * 10) / 10;
