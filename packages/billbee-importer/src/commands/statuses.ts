import { createBillbeeClient } from 'importer-core';
import { describeStatus } from 'importer-core/statuses';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
import { readCredentials } from '../settings/credentials.js';

/** `statuses`: what Billbee knows, with the label its screens show. */
export async function statuses(context: CommandContext, options: { json?: boolean }): Promise<ExitCode> {
  const { terminal, env, fetch, clock, stop } = context;
  const billbee = createBillbeeClient({ connection: readCredentials(env, terminal), fetch, clock });
  const found = (await billbee.listOrderStatuses(stop)).map(({ id, apiName }) => ({
    id,
    apiName,
    label: describeStatus(id).apiName === undefined ? readable(apiName) : describeStatus(id).label.de,
  }));
  if (options.json) {
    terminal.json(found);
    return 0;
  }
  const heading = [terminal.say('column.id'), terminal.say('column.apiName'), terminal.say('column.label')];
  const rows = found.map(({ id, apiName, label }) => [String(id), apiName, label]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
  return 0;
}

/** A status this version does not know: its name is all there is to show. */
function readable(apiName: string): string {
  return apiName.replaceAll('_', ' ');
}
