/** `npm run check:extension`: the store's own linter over the Firefox build; no errors, no warnings. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const result = spawnSync(
  'npx',
  ['--no-install', 'web-ext', 'lint', '--source-dir', 'dist/firefox', '--warnings-as-errors'],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = result.status ?? 1;
