/**
 * Lines of a table for people: columns left-aligned, two spaces between, a heading in the first line.
 *
 * @param heading one text per column
 * @param rows the same number of texts each
 * @example formatTable(['id', 'label'], [['3', 'Bezahlt']]) // ['id  label', '3   Bezahlt']
 */
export function formatTable(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** Characters as people count them; one of several code points is one. */
function widthOf(text: string): number {
  return [...segmenter.segment(text)].length;
}

const segmenter = new Intl.Segmenter();
