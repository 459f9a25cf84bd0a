/** `npm run simulate:polls`: calls per merchant and month by the rule of docs/workers.md, for 10 to 10,000 merchants. */
import { planPoll } from 'importer-accounts';
import { merchantsOf, simulateMonth } from './simulate/month.js';

const settings = { shortestMs: 5 * 60_000, longestMs: 60 * 60_000 };
console.log(
  '| merchants | limit for all | calls per merchant: median | p95 | most | calls in all | polls only every 5 minutes | p95 wait for an order without webhooks |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const [count, callsPerMonth] of [
  [10, undefined],
  [1000, undefined],
  [10_000, undefined],
  [10_000, 10_000_000],
] as const) {
  const { calls, waits } = simulateMonth(merchantsOf(count), { ...settings, callsPerMonth }, planPoll);
  const sorted = [...calls].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const constant = (count * 30 * 86_400_000) / settings.shortestMs;
  waits.sort((one, other) => one - other);
  const wait = (waits[Math.floor(waits.length * 0.95)] ?? 0) / 60_000;
  const cells = [count, callsPerMonth ?? 'none', at(0.5), at(0.95), at(1), total, constant].map((value) =>
    typeof value === 'number' ? value.toLocaleString('en') : value,
  );
  console.log(`| ${cells.join(' | ')} | ${wait.toFixed(1)} min |`);
}
