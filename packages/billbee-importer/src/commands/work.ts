import type { CommandContext, ExitCode } from '../context.js';
import { pinoLog } from '../log/pino-log.js';
import { withAccounts } from '../open-accounts.js';
import { settingOf } from '../settings/read-environment.js';
import { hideSecrets } from '../settings/secrets.js';
import { connectionsFor, openWorker } from '../work/open-worker.js';
import { readWorkSettings } from '../work/work-settings.js';

/** The switches of `work` as they were typed. */
export interface WorkSwitches {
  readonly port?: string;
  readonly host?: string;
  readonly publicUrl?: string;
}

/** `work`: a worker, until it is stopped; its log goes to stdout as JSON lines. */
export async function work(context: CommandContext, _switches: WorkSwitches): Promise<ExitCode> {
  const { env, terminal } = context;
  const settings = readWorkSettings(env, terminal);
  const log = pinoLog(settingOf(env, 'BILLBEE_LOG_LEVEL'), hideSecrets(env));
  return withAccounts<ExitCode>(
    context,
    async (all, store) => {
      const { worker, queue } = await openWorker({
        context,
        store,
        accounts: all,
        settings,
        log,
        publicUrlOf: async () => undefined,
      });
      try {
        await worker.run();
      } finally {
        await queue.close();
      }
      return 0;
    },
    connectionsFor(settings),
  );
}
