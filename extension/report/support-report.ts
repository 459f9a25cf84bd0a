import type { FrameReport } from '../messages.js';
import type { Reading } from '../popup/tab-reading.js';

/** What a report is made of. */
export interface ReportFacts {
  readonly reading: Reading;
  readonly versions: { readonly extension: string; readonly browser: string };
  readonly language: string;
}

/**
 * A report for support, in English, so that whoever helps can read it: what was found and how, in which frames, with
 * which versions. It holds no label of the account's own, no order, no address of a record, nothing personal.
 *
 * @example supportReport({ reading, versions: { extension: '0.1.0', browser: 'Firefox 142 (Windows)' }, language: 'de' })
 */
export function supportReport({ reading, versions, language }: ReportFacts): string {
  const frames = 'frames' in reading ? reading.frames : [];
  const lines = [
    'Status IDs for Billbee: report',
    `extension ${versions.extension}, ${versions.browser}, texts ${language}`,
    `result: ${result(reading)}`,
    ...(reading.source === 'page'
      ? [`ids: ${reading.statuses.map(({ id }) => id).join(',')}`, ...strategies(reading.statuses)]
      : []),
    ...('conflicts' in reading ? [`contradictions: ${reading.conflicts.length}`] : []),
    ...('truncated' in reading ? [`read to the end: ${reading.truncated ? 'no' : 'yes'}`] : []),
    `page generation: ${generation(frames)}`,
    `frames: ${frames.length}`,
    ...frames.flatMap(describeFrame),
  ];
  return `${lines.join('\n')}\n`;
}

function result(reading: Reading): string {
  switch (reading.source) {
    case 'page':
      return `${reading.statuses.length} ids from the page`;
    case 'kept':
      return `last reading, page gives no ids: ${reading.silence}`;
    case 'standard':
      return `standard list, page gives no ids: ${reading.silence}`;
    case 'unsupported':
      return reading.reason === 'no-permission' ? 'no access to app.billbee.io' : 'not a Billbee page';
    case 'loading':
      return 'still reading';
  }
}

/** Ids by the way they were found, e.g. `select-option: 16`. */
function strategies(statuses: readonly { readonly foundBy: readonly string[] }[]): string[] {
  const counts = new Map<string, number>();
  for (const { foundBy } of statuses) for (const way of foundBy) counts.set(way, (counts.get(way) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([way, count]) => `  ${way}: ${count}`);
}

/** Billbee's user interfaces by the selectors that show them. */
const generations: Readonly<Record<string, string>> = {
  '#gridBody': 'legacy',
  '[ng-version]': 'angular',
};

/** Which of Billbee's user interfaces the frames are made of. */
function generation(frames: readonly FrameReport[]): string {
  const seen = frames.flatMap(({ facts }) => facts.signs.map((sign) => generations[sign] ?? sign));
  return [...new Set(seen)].sort().join(', ') || 'unknown';
}

function describeFrame({ location, isTop, statuses, truncated, facts }: FrameReport): string[] {
  const cut = truncated ? ', not read to its end' : '';
  const size = `${facts.elements} elements, ${facts.milliseconds} ms`;
  return [
    `  ${isTop ? 'top' : 'inner'} ${withoutRecords(location)}: ${statuses.length} ids, ${size}${cut}`,
    ...facts.lists.map(
      ({ strategy, place, entries, agreeing, contradicting, accepted }) =>
        `    ${accepted ? 'taken' : 'left'} ${strategy} ${place}: ${entries} entries, ${agreeing} agree, ${contradicting} contradict`,
    ),
  ];
}

/** A path tells its kind by its words; what may name a record or a person (anything else) becomes `…`. */
function withoutRecords(location: string): string {
  return location
    .split('/')
    .map((part, index) => (index === 0 || /^[a-z_]{0,20}$|^app_v\d$/i.test(part) ? part : '…'))
    .join('/');
}
