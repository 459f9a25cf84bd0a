import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { idsInStatus, oneJson, openWorkplace } from './support/workplace.js';

const importing = ['import', '--status', '3', '--since', '2000-01-01', '--json'];

it.each(['orders.ndjson', './out/orders.ndjson', '../out/orders.ndjson'])(
  'delivers nothing twice when the data folder and the file move, are copied, or the file is taken away: %s',
  async (out) => {
    const { sandbox, folder, path, run } = await openWorkplace({ orders: 20, database: 'new' });
    const places = ['one/app', 'two/app', 'three/deeper/app'].map((place) => path(place));
    const [first = '', second = '', third = ''] = places;
    const prepare = (place: string): void => {
      for (const inside of ['', 'out', '../out']) mkdirSync(`${place}/${inside}`, { recursive: true });
    };
    prepare(first);
    const go = (cwd: string, more: readonly string[] = []) =>
      run([...importing, '--out', out, ...more], {}, { cwd });
    const count = idsInStatus(sandbox, 3).length;
    expect(oneJson(await go(first))).toMatchObject({ created: count, held: 0 });

    renameSync(`${folder}/one`, `${folder}/two`);
    expect(oneJson(await go(second))).toMatchObject({ created: 0, skipped: count });

    // A consumer has taken the file, and the whole moves again.
    rmSync(`${second}/${out}`);
    mkdirSync(`${folder}/three`);
    renameSync(`${folder}/two`, `${folder}/three/deeper`);
    expect(oneJson(await go(third, ['--dry-run']))).toMatchObject({ created: 0, skipped: count });
    expect(oneJson(await go(third))).toMatchObject({ created: 0, skipped: count });

    // A copy knows the same.
    cpSync(`${folder}/three/deeper`, `${folder}/four`, { recursive: true });
    expect(oneJson(await go(`${folder}/four/app`))).toMatchObject({ created: 0, skipped: count });

    // Another file is another target.
    const other = await run([...importing, '--out', 'other.ndjson'], {}, { cwd: `${folder}/four/app` });
    expect(oneJson(other)).toMatchObject({ created: count });
  },
);
