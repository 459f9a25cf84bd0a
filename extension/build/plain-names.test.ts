import { expect, test } from 'vitest';
import { plainNames } from './plain-names.js';

const { entryFileNames, chunkFileNames } = plainNames;

test.each(['/home/main/extension/', '/home/styles/my-extension/extension/', 'C:\\main\\extension\\'])(
  'names a file after its source folder, wherever the repository lies: %s',
  (root) => {
    const moduleIds = [`${root}export/save-file.ts`, `${root}popup/main.tsx`, `${root}popup/styles/base.ts`];
    expect(chunkFileNames({ name: 'main', moduleIds })).toBe('popup/main.js');
    expect(chunkFileNames({ name: 'styles', moduleIds })).toBe('popup/styles.js');
    expect(entryFileNames({ name: 'panel', facadeModuleId: `${root}panel/index.html` })).toBe(
      'panel/panel.js',
    );
  },
);

test('names what is not the extension’s own, or is no one folder’s, as shared', () => {
  expect(chunkFileNames({ name: 'hooks', moduleIds: ['/home/node_modules/preact/hooks.js'] })).toBe(
    'shared/hooks.js',
  );
});
