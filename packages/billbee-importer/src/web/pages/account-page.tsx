/** @jsxImportSource hono/jsx */
import type { AccountOverview, LagPoint, RunOverview } from 'importer-accounts';
import { LagChart } from '../parts/lag-chart.js';
import { Layout } from '../parts/layout.js';
import { lagOf, State } from '../parts/state.js';
import type { WebTextKey } from '../texts.js';
import type { View } from '../view.js';

/** One account: how it is, how far it lags, its last runs. */
export function AccountPage({
  view,
  account,
  runs,
  lag,
}: {
  view: View;
  account: AccountOverview;
  runs: readonly RunOverview[];
  lag: readonly LagPoint[];
}) {
  const { say, format } = view;
  const { id, label, held, outbox, lastRun } = account;
  const card = (title: WebTextKey, value: unknown, href?: string) => (
    <li>
      {href === undefined ? say(title) : <a href={href}>{say(title)}</a>}
      <b>{value}</b>
    </li>
  );
  return (
    <Layout view={view} title={label}>
      <p>
        <a href="/">{say('accounts')}</a>
      </p>
      <ul class="cards">
        {card('state', <State view={view} account={account} />)}
        {card('lastRun', lastRun ? format.time(lastRun.endedAt) : say('never'))}
        {card('lag', lagOf(account, view))}
        {card('orders', say('orders.look'), `/accounts/${id}/orders`)}
        {card('held', format.number(held), `/accounts/${id}/held`)}
        {card('reports.waiting', format.number(outbox.waiting), `/accounts/${id}/outbox?state=waiting`)}
        {card('reports.dead', format.number(outbox.dead), `/accounts/${id}/outbox?state=dead`)}
      </ul>
      <h2>{say('lag.title')}</h2>
      <LagChart view={view} points={lag} />
      <h2>{say('runs')}</h2>
      {runs.length === 0 ? <p>{say('runs.none')}</p> : <Runs view={view} runs={runs} />}
    </Layout>
  );
}

function Runs({ view, runs }: { view: View; runs: readonly RunOverview[] }) {
  const { say, format } = view;
  const figures = ['runs.read', 'runs.created', 'held', 'runs.calls'] as const;
  return (
    <section class="scroll" tabindex={0} aria-label={say('runs')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('runs.start')}</th>
            <th scope="col">{say('runs.outcome')}</th>
            <th scope="col" class="figure">
              {say('runs.duration')}
            </th>
            {figures.map((key) => (
              <th scope="col" class="figure">
                {say(key)}
              </th>
            ))}
            <th scope="col">{say('held.target')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr>
              <td class="time">{format.time(run.startedAt)}</td>
              <td>
                <span class={run.outcome === 'failed' ? 'bad' : undefined}>
                  {say(outcomeKey(run.outcome))}
                </span>
              </td>
              <td class="figure">
                {run.endedAt === null
                  ? '–'
                  : format.duration(Date.parse(run.endedAt) - Date.parse(run.startedAt))}
              </td>
              {[run.read, run.created, run.held, run.calls].map((value) => (
                <td class="figure">{format.number(value)}</td>
              ))}
              <td>
                <code>{run.target}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function outcomeKey(outcome: string | null): WebTextKey {
  const known = ['complete', 'limited', 'aborted', 'failed'] as const;
  const found = known.find((one) => one === outcome);
  return found ? `outcome.${found}` : 'outcome.none';
}
