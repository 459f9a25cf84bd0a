import type { Plugin } from 'vite';

const assignment = /\(\w+\.innerHTML=\w+\.__html\)/;

/**
 * Removes Preact's one assignment to `innerHTML`, which serves `dangerouslySetInnerHTML`. The view never uses that,
 * and without the assignment no text of a page can become markup, by the bundle's own text. The build fails when
 * Preact changes so that the assignment is not found, instead of shipping it unnoticed.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]preact[\\/]dist[\\/]preact\.mjs$/ },
      handler(code) {
        return { code: removeInnerHtml(code), map: null };
      },
    },
  };
}

/**
 * @param code - Preact's published module
 * @returns the same module without the assignment
 * @throws {Error} when the assignment is not there exactly once
 */
export function removeInnerHtml(code: string): string {
  const without = code.replace(assignment, '(0)');
  if (without === code || /innerHTML=(?!=)/.test(without)) {
    throw new Error(
      'Preact assigns innerHTML in another way than expected: adapt extension/build/without-inner-html.ts.',
    );
  }
  return without;
}
