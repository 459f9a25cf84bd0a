import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import type { Store } from 'importer-core';
import type { Language } from 'importer-core/statuses';
import type { Caller, CommandRequest, ExitCode, Streams } from './caller.js';
import { Terminal } from './console/terminal.js';
import { type CommandContext, ownVersion, type Runner } from './context.js';
import { tellFailure } from './error-boundary.js';
import { buildProgram, exitCodeOf } from './program.js';
import { dataDir } from './settings/data-dir.js';
import { type Environment, settingOf } from './settings/read-environment.js';
import { hideSecrets } from './settings/secrets.js';
import { germanUsage } from './texts/usage-errors.js';

/** What a run of the program gets from the process, or from another one for which it is carried out. */
export interface ProgramParts extends Streams {
  /** Without program and script. */
  readonly argv: readonly string[];
  readonly language: Language;
  /** The environment alone, before anything can fail. */
  readonly variables: Environment;
  /** Environment and `.env`. @throws UnreadableDotEnv */
  environment(): Environment;
  /** Called once a command runs: aborted when it is to end. */
  stop(): AbortSignal;
  readonly unread: AbortSignal;
  /** The database that this process has open. */
  readonly store?: Store | undefined;
  /** Has the command carried out by the process that has the data folder open; `lost`: that is gone; undefined: nobody has. */
  beside?(folder: string, request: CommandRequest, stop: AbortSignal): Promise<ExitCode | 'lost' | undefined>;
}

/** Runs the command that the arguments name; complains of wrong ones. */
export async function runProgram(parts: ProgramParts): Promise<ExitCode> {
  const { stdin, stdout, stderr, language, variables, unread, store } = parts;
  const terminal = new Terminal({ stdout, stderr, env: variables, language });
  let code: ExitCode = 0;

  const run: Runner = async (json, work, where) => {
    const stop = parts.stop();
    let env = variables;
    terminal.hide(hideSecrets(env));
    try {
      env = parts.environment();
      terminal.hide(hideSecrets(env));
      const elsewhere = where === 'here' ? undefined : await carriedOutBeside(env, stop);
      if (elsewhere !== undefined) {
        code = elsewhere;
        return;
      }
      const context: CommandContext = {
        terminal,
        env,
        fetch: (url, init) => fetch(url, init),
        clock: (await import('importer-core/node')).systemClock,
        stop,
        unread,
        stdin,
        stderr,
        store,
        runFor: (caller, shared) => runFor(caller, shared),
      };
      code = await work(context);
    } catch (error) {
      code = await tellFailure({ terminal, env, stop }, error, json);
    }
  };

  async function carriedOutBeside(env: Environment, stop: AbortSignal): Promise<ExitCode | undefined> {
    if (!parts.beside || settingOf(env, 'DATABASE_URL') !== undefined) return undefined;
    const folder = dataDir(env);
    if (folder.startsWith('memory://')) return undefined;
    const request = {
      argv: parts.argv.map(absoluteFile),
      env: withAbsolutePaths(env),
      language,
      stdin: { isTTY: stdin.isTTY ?? false },
      stdout: { isTTY: stdout.isTTY ?? false, columns: stdout.columns },
      stderr: { isTTY: stderr.isTTY ?? false, columns: stderr.columns },
    };
    const ended = await parts.beside(folder, request, stop);
    if (ended !== 'lost') return ended;
    terminal.complain(terminal.say('beside.lost'));
    return 1;
  }

  try {
    const write = {
      out: (text: string) => void stdout.write(text),
      err: (text: string) => void stderr.write(language === 'de' ? germanUsage(text) : text),
    };
    await buildProgram({ say: terminal.say, version: ownVersion(), run, write }).parseAsync([...parts.argv], {
      from: 'user',
    });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return exitCodeOf(error);
  }
  return code;
}

/** Carries out a command of another process on the database that this one has open. */
function runFor({ request, ...caller }: Caller, store: Store): Promise<ExitCode> {
  return runProgram({
    ...caller,
    argv: request.argv,
    language: request.language,
    variables: request.env,
    environment: () => request.env,
    stop: () => caller.stop,
    store,
  });
}

/** Settings that name a file or folder, which the other process would look for in its own folder. */
const paths = ['BILLBEE_SETTINGS', 'BILLBEE_DATA_DIR'] as const;

function withAbsolutePaths(env: Environment): Environment {
  const absolute = paths.flatMap((name) => {
    const path = settingOf(env, name);
    return path === undefined || path.startsWith('memory://') ? [] : [[name, resolve(path)]];
  });
  return { ...env, ...Object.fromEntries(absolute) };
}

/** The same for switches that name a file. */
function absoluteFile(argument: string, index: number, argv: readonly string[]): string {
  const [, name, path] = /^(--(?:out|settings))=(.+)$/s.exec(argument) ?? [];
  if (name !== undefined && path !== undefined) return `${name}=${resolve(path)}`;
  return /^--(?:out|settings)$/.test(argv[index - 1] ?? '') ? resolve(argument) : argument;
}
