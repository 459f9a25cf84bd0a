/**
 * Stands for one of our commands while a document is played. Commands that end are run as they are; those that serve until
 * they are stopped are started, and the shell goes on when they say that they are ready.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, openSync, readFileSync } from 'node:fs';

const [, , bin, name, ...given] = process.argv;
// A port that the document does not name can be in use here.
const args = given[0] === 'serve' && !given.includes('--port') ? [...given, '--port', '0'] : given;
const serves = name.endsWith('-sandbox') || ['serve', 'work'].includes(args[0]);
const isHelp = args.includes('--help') || args.includes('--version');
const readyWithin = 60_000;

if (!serves || isHelp) {
  const child = spawn(process.execPath, [...process.execArgv, bin, ...args], { stdio: 'inherit' });
  child.once('exit', (code) => process.exit(code ?? 1));
} else {
  const log = `${process.env.DOCUMENT_SERVICES}.${process.pid}.log`;
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [...process.execArgv, bin, ...args], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  appendFileSync(process.env.DOCUMENT_SERVICES, `${child.pid} ${name}\n`);
  const said = () => readFileSync(log, 'utf8');
  const give = (code) => {
    process.stdout.write(said());
    process.exit(code);
  };
  child.once('exit', () => give(1));
  const end = Date.now() + readyWithin;
  setInterval(() => {
    if (/^(?:\{"|Listening|Lauscht|Working|.*ready)/im.test(said())) give(0);
    if (Date.now() > end) give(1);
  }, 50);
}
