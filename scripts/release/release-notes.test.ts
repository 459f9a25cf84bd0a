import { expect, it } from 'vitest';
import { releaseNotes } from './release-notes.js';

const changelog = `# Changelog

## Unreleased

## 1.2.3 - 2026-12-01

### Added

- One thing.

## 1.2.2 - 2026-11-01

- Another.
`;
const versions = { 'package.json': '1.2.3', 'packages/b/package.json': '1.2.3' };

it('prints what the changelog says of the version', () => {
  expect(releaseNotes('v1.2.3', versions, changelog)).toBe('### Added\n\n- One thing.');
  expect(releaseNotes('v1.2.2', { 'package.json': '1.2.2' }, changelog)).toBe('- Another.');
});

it.each([
  ['1.2.3', versions, 'names no version'],
  [
    'v1.2.3',
    { ...versions, 'packages/a/package.json': '1.2.2' },
    'packages/a/package.json has version 1.2.2',
  ],
  ['v1.2.4', { 'package.json': '1.2.4' }, 'CHANGELOG.md says nothing of 1.2.4'],
  ['v1.2', { 'package.json': '1.2' }, 'names no version'],
])('refuses %s where %j', (tag, files, why) => {
  expect(() => releaseNotes(tag, files, changelog)).toThrow(why);
});
