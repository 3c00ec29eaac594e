import {
  booleanReader,
  type CellReader,
  choiceReader,
  type ChoiceOptions,
  dateReader,
  type DateOptions,
  decimalReader,
  type DecimalOptions,
  folded,
  integerReader,
  type IntegerOptions,
  listReader,
  type ListOptions,
  moneyReader,
  type MoneyOptions,
  textReader,
  type TextOptions,
} from './cell-readers.js';

interface ColumnOptions {
  /** Headers that name the column, compared without case, width, spaces, `_`, `-`, `*` and colons; its key names it too. */
  readonly headers?: readonly string[];
  /** The file must have the column and each row a value in it. */
  readonly required?: boolean;
}

interface OptionsByKind {
  readonly text: ColumnOptions & TextOptions;
  readonly integer: ColumnOptions & IntegerOptions;
  readonly decimal: ColumnOptions & DecimalOptions;
  readonly money: ColumnOptions & MoneyOptions;
  readonly date: ColumnOptions & DateOptions;
  readonly boolean: ColumnOptions;
  readonly choice: ColumnOptions & ChoiceOptions;
  readonly list: ColumnOptions & ListOptions;
}

export type ColumnKind = keyof OptionsByKind;

type ValueOf<K extends ColumnKind, O> = K extends 'choice'
  ? O extends { readonly choices: Readonly<Record<infer C extends string, unknown>> }
    ? C
    : never
  : K extends 'integer' | 'money'
    ? number
    : K extends 'boolean'
      ? boolean
      : K extends 'list'
        ? readonly string[]
        : string;

type EmptyOf<K extends ColumnKind, O> = O extends { readonly required: true }
  ? never
  : K extends 'list'
    ? never
    : undefined;

/** A column whose cells read as `T`; `T` includes undefined where a cell may be empty (an empty list is []). */
export interface Column<out T> {
  readonly kind: ColumnKind;
  readonly headers: readonly string[];
  readonly required: boolean;
  readonly read: CellReader<T>;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** What one row of a table with these columns holds. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

const readers: { readonly [K in ColumnKind]: (options: OptionsByKind[K]) => CellReader<unknown> } = {
  text: textReader,
  integer: integerReader,
  decimal: decimalReader,
  money: moneyReader,
  date: dateReader,
  boolean: () => booleanReader,
  choice: choiceReader,
  list: listReader,
};

/** One column. Values: integer a number, decimal exact text, money integer fen, date ISO text, choice its code, list texts. */
export function column<const O extends OptionsByKind['choice']>(
  kind: 'choice',
  options: O,
): Column<ValueOf<'choice', O> | EmptyOf<'choice', O>>;
export function column<K extends Exclude<ColumnKind, 'choice'>, const O extends OptionsByKind[K] = OptionsByKind[K]>(
  kind: K,
  options?: O,
): Column<ValueOf<K, O> | EmptyOf<K, O>>;
export function column<K extends ColumnKind>(
  kind: K,
  options: OptionsByKind[K] = {} as OptionsByKind[K],
): Column<unknown> {
  const { headers = [], required = false } = options;
  return { kind, headers, required, read: readers[kind](options) };
}

/** Fixes the row type and refuses, as a programming error, columns that answer to the same header. */
export function defineColumns<const C extends Columns>(columns: C): C {
  const owners = new Map<string, string>();
  for (const [key, target] of Object.entries(columns)) {
    for (const header of headersOf(key, target)) {
      const other = owners.get(header);
      if (other !== undefined) throw new TypeError(`Columns ${other} and ${key} both answer to the header ${header}`);
      owners.set(header, key);
    }
  }
  return columns;
}

/** How headers are compared. */
export const foldedHeader = (header: string): string => folded(header).replace(/[_\-*:]/g, '');

/** Every header that a column answers to, folded. */
export const headersOf = (key: string, { headers }: Column<unknown>): readonly string[] => [
  ...new Set([key, ...headers].map(foldedHeader)),
];
