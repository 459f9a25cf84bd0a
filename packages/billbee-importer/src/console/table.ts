/**
 * Lines of a table for people: columns left-aligned, two spaces between, a heading in the first line.
 *
 * @param heading one text per column
 * @param rows the same number of texts each
 * @example formatTable(['id', 'label'], [['3', 'Bezahlt']]) // ['id  label', '3   Bezahlt']
 */
export function formatTable(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heading, ...rows];
  // Lists may be longer than a call may have arguments.
  const widths = heading.map((_, column) =>
    all.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0),
  );
  return all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** Characters as people count them; one of several code points is one. */
function widthOf(text: string): number {
  // Nothing of these is ever joined, and to segment a text takes a hundred times as long.
  if (/^[\x20-\u02ff\u2010-\u2027]*$/.test(text)) return text.length;
  return [...segmenter.segment(text)].length;
}

const segmenter = new Intl.Segmenter();
