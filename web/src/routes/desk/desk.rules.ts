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

/** Rows as they are copied from a spreadsheet or a CSV file: code, list, reason, first day, last day. The last may be left out. */
export function sanctionRowsOf(text: string): SanctionRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|,|，/).map((cell) => cell.trim()))
    .filter(([code = '']) => /^[0-9A-Za-z-]{6,}$/.test(code))
    .map(([registrationCode = '', list = '', reason = '', startsOn = '', endsOn = '']) => ({
      registrationCode,
      list: lists.find(([, words]) => words.test(list))?.[0] ?? 'DISHONEST',
      reason,
      startsOn,
      endsOn: endsOn === '' ? null : endsOn,
    }));
}
