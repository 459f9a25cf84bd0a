import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `.env` is there but cannot be read. */
export class UnreadableDotEnv extends Error {
  override readonly name = 'UnreadableDotEnv';
  readonly path: string;
  /** The system's word for it, e.g. `EACCES`. */
  readonly reason: string;

  constructor(path: string, cause: unknown) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    super(`${path}: ${reason}`, { cause });
    this.path = path;
    this.reason = reason;
  }
}

/**
 * The settings of the environment and of `.env` in a folder; the environment wins, also with an empty value.
 *
 * @param env the process's environment
 * @param folder where `.env` may lie, e.g. the working directory
 * @throws UnreadableDotEnv
 */
export function readEnvironment(env: Environment, folder: string): Environment {
  const path = join(folder, '.env');
  try {
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    return { ...parseEnv(text), ...env };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return env;
    throw new UnreadableDotEnv(path, error);
  }
}

/** A setting's value without white space around it; undefined when it is empty or not there. */
export function settingOf(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}
