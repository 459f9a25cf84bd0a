import type { Store } from 'importer-core';
import { runSql } from 'importer-core/store';

const channel = 'billbee_importer_work';
const againMs = 5000;

/** Tells every process that listens that there is something to do. A lost word costs half a second: they look anyway. */
export async function announceWork({ db }: Store): Promise<void> {
  await runSql(db, `notify ${channel}`);
}

/**
 * Calls back whenever some process says that there is something to do, until the returned function is called.
 *
 * @param url of the PostgreSQL database; it takes one connection of its own
 */
export function listenForWork(url: string, onWork: () => void): () => Promise<void> {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let close: (() => Promise<void>) | undefined;
  const connect = async (): Promise<void> => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url, application_name: 'billbee-importer listen' });
    close = () => client.end();
    const again = (): void => {
      if (ended || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        void connect();
      }, againMs);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', onWork);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      again();
    }
  };
  void connect();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await close?.().catch(() => {});
  };
}
