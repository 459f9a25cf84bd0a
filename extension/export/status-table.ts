import { describeStatus } from 'importer-core/statuses';

/** A status as a row of a table. */
export interface TableStatus {
  readonly id: number;
  readonly label: string;
}

/** A table format: its name is the same in every language. */
export interface TableFormat {
  readonly name: 'CSV' | 'Markdown' | 'JSON';
  readonly extension: string;
  readonly mediaType: string;
  write(statuses: readonly TableStatus[], language: 'de' | 'en'): string;
}

/** Head of the table, by language; JSON has the same keys everywhere. */
const heads = {
  de: ['ID', 'Name in Billbee', 'Standardname', 'API-Name'],
  en: ['ID', 'Name in Billbee', 'Standard name', 'API name'],
} as const;

const cells = ({ id, label }: TableStatus, language: 'de' | 'en'): string[] => {
  const known = describeStatus(id);
  return [String(id), label, known.apiName === undefined ? '' : known.label[language], known.apiName ?? ''];
};

/** The formats in which the table can be had. Labels come from a web page: in each format they stay data. */
export const tableFormats: readonly TableFormat[] = [
  {
    name: 'CSV',
    extension: 'csv',
    mediaType: 'text/csv',
    write(statuses, language) {
      // Spreadsheets set to German read commas as decimal marks and expect semicolons.
      const separator = language === 'de' ? ';' : ',';
      const rows = [heads[language], ...statuses.map((status) => cells(status, language))];
      return rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('');
    },
  },
  {
    name: 'Markdown',
    extension: 'md',
    mediaType: 'text/markdown',
    write(statuses, language) {
      const rows = [
        heads[language],
        ['--:', '---', '---', '---'],
        ...statuses.map((status) => cells(status, language).map(markdownCell)),
      ];
      return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
    },
  },
  {
    name: 'JSON',
    extension: 'json',
    mediaType: 'application/json',
    write(statuses) {
      const list = statuses.map(({ id, label }) => ({ id, label, apiName: describeStatus(id).apiName }));
      return `${JSON.stringify(list, undefined, 2)}\n`;
    },
  },
];

/** A spreadsheet would run a cell that begins like a formula; an apostrophe makes it text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const markdownCell = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/\s+/g, ' ');
