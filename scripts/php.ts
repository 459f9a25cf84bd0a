import { installWithApt, isExecutable, onPath, type ProgramMachine, thisMachine } from './programs.js';

const packages = ['php-cli', 'php-curl'];
/** PHP 8.1 is what the connector needs, and curl what OpenXE needs anyway. */
const question = 'exit(PHP_VERSION_ID >= 80100 && extension_loaded("curl") ? 0 : 1);';

/**
 * Finds PHP with curl, or installs it: `PHP_PATH`, else a program on the PATH, else Debian's packages where apt and root
 * are there.
 *
 * @throws Error with what was tried and the variable that helps
 *
 * @example
 * const php = findPhp(); // '/usr/bin/php'
 */
export function findPhp(machine: ProgramMachine = thisMachine): string {
  const named = machine.env['PHP_PATH'];
  if (named) {
    if (isExecutable(named) && machine.run(named, ['-r', question])) return named;
    throw new Error(
      `PHP_PATH is set to ${named}, which is no PHP from 8.1 with curl. Correct it or unset it.`,
    );
  }
  const php = usable(machine) ?? (installWithApt(packages, machine) ? usable(machine) : undefined);
  if (php) return php;
  throw new Error(
    'PHP from 8.1 with curl not found: not on the PATH, and installing failed or was not possible (Debian packages ' +
      'need apt-get and root). Install php-cli and php-curl, or set PHP_PATH to the program.',
  );
}

function usable(machine: ProgramMachine): string | undefined {
  const php = onPath(['php'], machine);
  return php !== undefined && machine.run(php, ['-r', question]) ? php : undefined;
}
