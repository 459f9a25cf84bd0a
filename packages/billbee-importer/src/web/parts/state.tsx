/** @jsxImportSource hono/jsx */
import type { AccountOverview } from 'importer-accounts';
import type { View } from '../view.js';

/** How an account is, in a word and, when it fails, with the code. */
export function State({ view: { say, wording }, account }: { view: View; account: AccountOverview }) {
  const { enabled, failure, lastRun, held, outbox } = account;
  if (enabled === false) return <span class="soft">{say('state.off')}</span>;
  if (failure !== null || lastRun?.outcome === 'failed') {
    return (
      <span class="bad">
        {say('state.failed')}
        {failure === null ? null : <> {wording.title(failure)}</>}
      </span>
    );
  }
  if (!lastRun) return <span class="soft">{say('state.new')}</span>;
  if (held + outbox.dead > 0) return <span class="warn">{say('state.attention')}</span>;
  return <span class="good">{say('state.ok')}</span>;
}

/** How long ago everything was read: changes since then may not be here yet. */
export function lagOf({ completeSince }: AccountOverview, { format, say, now }: View): string {
  return completeSince === undefined ? say('never') : format.duration(now - Date.parse(completeSince));
}
