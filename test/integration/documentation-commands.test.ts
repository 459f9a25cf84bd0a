import { describe, expect, it } from 'vitest';
import { playDocument } from '../support/documentation/play-document.js';
import {
  documents,
  isCommands,
  isWithoutAccount,
  onBareServer,
  readBlocks,
} from '../support/documentation/read-blocks.js';

/** Every document that has commands, with its blocks. */
const withCommands = documents()
  .map((document) => ({ document, blocks: readBlocks(document) }))
  .filter(({ blocks }) => blocks.some(isCommands));

const remedy =
  'Correct the command, or say above its block why it cannot run here: <!-- not run: reason in a few words -->';

describe.each(withCommands)('$document', ({ document, blocks }) => {
  const commands = blocks.filter(isCommands);

  it('marks its commands as sh, and gives a reason for those that are not run', () => {
    for (const { line, language, notRun } of commands) {
      expect(language, `${document}:${line}: use \`\`\`sh for commands`).toBe('sh');
      if (notRun !== undefined) {
        expect(notRun.split(' ').length, `${document}:${line}: the reason is too short`).toBeGreaterThan(2);
      }
    }
  });

  if (onBareServer.includes(document) || commands.every(({ notRun }) => notRun !== undefined)) return;
  it('every command works as printed', async () => {
    const failed = (await playDocument(blocks, { account: !isWithoutAccount(document) })).filter(
      ({ code }) => code !== 0,
    );
    const report = failed.map(
      ({ line, code, output }) => `${document}:${line} ended with ${code}:\n${output}`,
    );
    expect(report.join('\n'), remedy).toBe('');
  });
});

describe('reading a document', () => {
  it('finds blocks, reasons and files', () => {
    const text = [
      '```sh',
      'npx billbee-importer check',
      '```',
      '<!-- not run: needs a cluster -->',
      '',
      '- ```sh',
      '<!-- file: settings.json -->',
      '  ```json',
      '  {"a": 1}',
      '  ```',
      '<!-- not run: needs a cluster -->',
      '```bash',
      'kubectl',
      '```',
    ].join('\n');
    expect(readBlocks('x.md', text)).toEqual([
      { line: 1, language: 'sh', text: 'npx billbee-importer check', notRun: undefined, file: undefined },
      { line: 8, language: 'json', text: '{"a": 1}', notRun: undefined, file: 'settings.json' },
      { line: 12, language: 'bash', text: 'kubectl', notRun: 'needs a cluster', file: undefined },
    ]);
  });

  it('notices a command that fails, in the middle of a block too', async () => {
    const block = { line: 7, language: 'sh', notRun: undefined, file: undefined };
    const played = await playDocument([
      { ...block, text: 'npx billbee-importer check' },
      { ...block, text: 'npx billbee-importer statusses\necho done' },
      { ...block, text: 'npx somebody-elses-command' },
      { ...block, text: 'npx billbee-importer serve --status 3 --port 0\nbillbee-importer held --nonsense' },
      { ...block, text: 'npx billbee-importer held' },
    ]);
    expect(played.map(({ code }) => code === 0)).toEqual([true, false, false, false, true]);
    expect(played[3]?.output).toMatch(/Listening[\s\S]*unknown option/);
  });
});
