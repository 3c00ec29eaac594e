import type { SanctionList } from './desk.graphql.ts';

export const tabs = [
  'verify',
  'complaints',
  'injuries',
  'returns',
  'penalties',
  'reviews',
  'dispatch',
  'sanctions',
] as const;
export type Tab = (typeof tabs)[number];

/** The tab that an address asks for. */
export function tabOf(address: URLSearchParams): Tab {
  return tabs.find((tab) => tab === address.get('tab')) ?? 'verify';
}

export interface SanctionRow {
  readonly registrationCode: string;
  readonly list: SanctionList;
  readonly reason: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

const lists: readonly (readonly [SanctionList, RegExp])[] = [
  ['WAGE_ARREARS', /拖欠|wage/i],
  ['PENALISED', /处罚|penal/i],
  ['DISHONEST', /失信|dishonest/i],
];

export interface PastedSanctions {
  readonly rows: readonly SanctionRow[];
  /** Lines that were not understood, as they stand: whom a list names must never be guessed. */
  readonly unread: readonly string[];
}

/** Rows as they are copied from a spreadsheet or a CSV file: code, list, reason, first day, last day. The last may be left out. */
export function sanctionRowsOf(text: string): PastedSanctions {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line, index) => line !== '' && !(index === 0 && /代码|code/i.test(line)));
  const read = lines.map((line) => ({ line, row: rowOf(line) }));
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    unread: read.flatMap(({ line, row }) => (row ? [] : [line])),
  };
}

function rowOf(line: string): SanctionRow | undefined {
  const cells = line.split(/\t|,|，/).map((cell) => cell.trim());
  const [registrationCode = '', words = '', reason = '', startsOn = '', endsOn = ''] = cells;
  const list = lists.find(([, known]) => known.test(words))?.[0];
  const isDated = [startsOn, endsOn || startsOn].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  if (!list || !isDated || cells.length > 5 || !/^[0-9A-Za-z-]{6,}$/.test(registrationCode)) return undefined;
  return { registrationCode, list, reason, startsOn, endsOn: endsOn === '' ? null : endsOn };
}
