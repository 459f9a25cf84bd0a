import { expect, it } from 'vitest';
import { chooseParts } from './choose-parts.js';

const parts = { sizes: 'what it weighs', stages: 'what a stage costs', fleet: 'many accounts' };

it('measures everything when nothing is named, else what is named, in its own sequence', () => {
  expect(chooseParts([], parts)).toEqual({ parts: ['sizes', 'stages', 'fleet'] });
  expect(chooseParts(['--long'], parts)).toEqual({ parts: ['sizes', 'stages', 'fleet'] });
  expect(chooseParts(['fleet', 'sizes', '--long'], parts)).toEqual({ parts: ['sizes', 'fleet'] });
});

it.each([[['--help']], [['-h']], [['stages', '--help']]])(
  'measures nothing for %j, and says what there is',
  (args) => {
    const choice = chooseParts(args, parts);
    expect(choice).not.toHaveProperty('parts');
    expect(choice).toMatchObject({ help: expect.stringContaining('--long') });
    for (const [name, text] of Object.entries(parts)) {
      expect(choice).toMatchObject({ help: expect.stringMatching(new RegExp(`${name} +${text}`)) });
    }
  },
);

it('names what it does not know', () => {
  expect(() => chooseParts(['stages', 'speed'], parts)).toThrow(/no part speed.*sizes, stages, fleet/);
  expect(() => chooseParts(['--quick'], parts)).toThrow(/--quick/);
});
