import { plainNumber } from './cell-text.js';

export type CellErrorCode =
  | 'REQUIRED'
  | 'NOT_A_NUMBER'
  | 'NOT_AN_INTEGER'
  | 'TOO_PRECISE'
  | 'OUT_OF_RANGE'
  | 'NOT_A_DATE'
  | 'NOT_A_BOOLEAN'
  | 'NOT_ONE_OF'
  | 'TOO_LONG'
  | 'TOO_MANY_ITEMS'
  | 'BAD_FORMAT'
  /** The cell holds a formula that failed, such as #N/A. */
  | 'FORMULA_ERROR'
  /** Content to the right of the last header, usually an unquoted delimiter. */
  | 'UNEXPECTED_CELL';

/**
 * For the message: OUT_OF_RANGE has the bound that was passed, `min` or `max` (money in yuan); TOO_LONG and
 * TOO_MANY_ITEMS `max`; TOO_PRECISE `max` decimal places; NOT_ONE_OF `allowed`, joined by 、.
 */
export type CellErrorParams = Readonly<Record<string, string | number>>;

export type Reading<T> = { readonly value: T } | { readonly code: CellErrorCode; readonly params: CellErrorParams };

/** Turns a cell's text, never empty, into a value or the reason why not. */
export type CellReader<T> = (text: string) => Reading<T>;

export interface TextOptions {
  /** In characters as people count them (code points); 1000 unless told. */
  readonly maxLength?: number;
  readonly pattern?: RegExp;
}
export interface IntegerOptions {
  readonly min?: number;
  readonly max?: number;
}
export interface DecimalOptions {
  readonly min?: number | string;
  readonly max?: number | string;
  /** Decimal places allowed; any number of them unless told. */
  readonly maxScale?: number;
}
export interface MoneyOptions {
  /** 0 unless told. */
  readonly minFen?: number;
  readonly maxFen?: number;
}
export interface DateOptions {
  /** First and last day allowed, ISO. */
  readonly min?: string;
  readonly max?: string;
}
export interface ChoiceOptions {
  /** Spellings by code, in any language; the code itself is one too. Matched without regard to case, width and spaces. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}
export interface ListOptions {
  /** 100 unless told. */
  readonly maxItems?: number;
  /** 100 characters unless told. */
  readonly itemMaxLength?: number;
}

const fail = (code: CellErrorCode, params: CellErrorParams = {}): { code: CellErrorCode; params: CellErrorParams } => ({
  code,
  params,
});

/** Half-width, composed, lower case, without spaces: how headers, choices and numbers are compared. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const lengthOf = (text: string): number => Array.from(text).length;

export function textReader({ maxLength = 1000, pattern }: TextOptions): CellReader<string> {
  return (text) => {
    if (lengthOf(text) > maxLength) return fail('TOO_LONG', { max: maxLength });
    return pattern && !pattern.test(text) ? fail('BAD_FORMAT') : { value: text };
  };
}

const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

interface Decimal {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** A decimal as written, in full or grouped by thousands; no exponent, no sign but a leading one. */
function decimalOf(text: string): Decimal | undefined {
  const [, sign, whole, fraction = ''] = NUMBER.exec(folded(text)) ?? [];
  if (whole === undefined) return undefined;
  return { isNegative: sign === '-', whole: whole.replace(/,/g, '').replace(/^0+(?=\d)/, ''), fraction };
}

/** The decimal times ten to the `scale`, exactly. `scale` must cover its fraction. */
function scaled({ isNegative, whole, fraction }: Decimal, scale: number): bigint {
  const magnitude = BigInt(whole + fraction.padEnd(scale, '0'));
  return isNegative ? -magnitude : magnitude;
}

const withoutTrailingZeros = (value: Decimal): Decimal => ({ ...value, fraction: value.fraction.replace(/0+$/, '') });

export function integerReader({
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
}: IntegerOptions): CellReader<number> {
  return (text) => {
    const decimal = decimalOf(text);
    if (!decimal) return fail('NOT_A_NUMBER');
    const exact = withoutTrailingZeros(decimal);
    if (exact.fraction !== '') return fail('NOT_AN_INTEGER');
    const value = scaled(exact, 0);
    if (value < BigInt(min)) return fail('OUT_OF_RANGE', { min });
    if (value > BigInt(max)) return fail('OUT_OF_RANGE', { max });
    return { value: Number(value) };
  };
}

/** The value keeps every digit as written; only a plus sign, grouping commas and leading zeros go. */
export function decimalReader({ min, max, maxScale = Infinity }: DecimalOptions): CellReader<string> {
  const lowest = boundOf(min);
  const highest = boundOf(max);
  return (text) => {
    const decimal = decimalOf(text);
    if (!decimal) return fail('NOT_A_NUMBER');
    if (withoutTrailingZeros(decimal).fraction.length > maxScale) return fail('TOO_PRECISE', { max: maxScale });
    if (lowest && compare(decimal, lowest.value) < 0) return fail('OUT_OF_RANGE', { min: lowest.text });
    if (highest && compare(decimal, highest.value) > 0) return fail('OUT_OF_RANGE', { max: highest.text });
    return { value: `${decimal.isNegative ? '-' : ''}${decimal.whole}${decimal.fraction && `.${decimal.fraction}`}` };
  };
}

function boundOf(bound: number | string | undefined): { text: string; value: Decimal } | undefined {
  if (bound === undefined) return undefined;
  const text = typeof bound === 'number' ? plainNumber(bound) : bound;
  const value = decimalOf(text);
  if (!value) throw new TypeError(`A decimal column's bound must be a decimal, not ${JSON.stringify(bound)}`);
  return { text, value };
}

function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.fraction.length, b.fraction.length);
  const difference = scaled(a, scale) - scaled(b, scale);
  return difference < 0n ? -1 : Number(difference > 0n);
}

const yuan = (fen: number): string =>
  (BigInt(fen) < 0n ? '-' : '') +
  String(Math.abs(fen))
    .padStart(3, '0')
    .replace(/(\d\d)$/, '.$1');

/** Yuan as text ("23.50", "¥1,200", "23.5元") to integer fen, without a float on the way. */
export function moneyReader({ minFen = 0, maxFen = Number.MAX_SAFE_INTEGER }: MoneyOptions): CellReader<number> {
  return (text) => {
    const amount = folded(text)
      .replace(/^(¥|rmb|cny|人民币)/, '')
      .replace(/(元|rmb|cny)$/, '');
    const decimal = decimalOf(amount);
    if (!decimal) return fail('NOT_A_NUMBER');
    const exact = withoutTrailingZeros(decimal);
    if (exact.fraction.length > 2) return fail('TOO_PRECISE', { max: 2 });
    const fen = scaled(exact, 2);
    if (fen < BigInt(minFen)) return fail('OUT_OF_RANGE', { min: yuan(minFen) });
    if (fen > BigInt(maxFen)) return fail('OUT_OF_RANGE', { max: yuan(maxFen) });
    return { value: Number(fen) };
  };
}

const WRITTEN_DATE = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/;
const TIME_OF_DAY = /[t\s]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?z?$/i;
/** Serial day numbers of 1954 to 2119; shorter and longer numbers are more likely something else. */
const SERIAL_DATE = /^[2-7]\d{4}(\.\d+)?$/;
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;

/** A day as ISO text: written (2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123) or an Excel serial. A time of day is dropped. */
export function dateReader({ min, max }: DateOptions): CellReader<string> {
  return (text) => {
    const value = isoDateOf(text.normalize('NFKC').replace(TIME_OF_DAY, '').replace(/\s+/g, ''));
    if (value === undefined) return fail('NOT_A_DATE');
    if (min !== undefined && value < min) return fail('OUT_OF_RANGE', { min });
    if (max !== undefined && value > max) return fail('OUT_OF_RANGE', { max });
    return { value };
  };
}

function isoDateOf(text: string): string | undefined {
  if (SERIAL_DATE.test(text))
    return new Date((Math.floor(Number(text)) - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10);
  const match = WRITTEN_DATE.exec(text);
  if (!match) return undefined;
  const [year = '', month = '', day = ''] = [
    match[1],
    match[3] ?? match[5] ?? match[7],
    match[4] ?? match[6] ?? match[8],
  ];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return exists && year >= '1900' ? iso : undefined;
}

const booleans = new Map([
  ...['是', '有', 'yes', 'y', 'true', 't', '1', '√', '✓'].map((text) => [text, true] as const),
  ...['否', '无', '没有', 'no', 'n', 'false', 'f', '0', '×', 'x'].map((text) => [text, false] as const),
]);

export const booleanReader: CellReader<boolean> = (text) => {
  const value = booleans.get(folded(text));
  return value === undefined ? fail('NOT_A_BOOLEAN') : { value };
};

export function choiceReader({ choices }: ChoiceOptions): CellReader<string> {
  const codes = new Map<string, string>();
  for (const [code, spellings] of Object.entries(choices)) {
    for (const spelling of [code, ...spellings]) codes.set(folded(spelling), code);
  }
  const allowed = Object.entries(choices)
    .map(([code, [spelling]]) => spelling ?? code)
    .join('、');
  return (text) => {
    const value = codes.get(folded(text));
    return value === undefined ? fail('NOT_ONE_OF', { allowed }) : { value };
  };
}

/** Items between 、 , ; / (at either width) or line breaks, each once, in order. */
export function listReader({ maxItems = 100, itemMaxLength = 100 }: ListOptions): CellReader<readonly string[]> {
  return (text) => {
    const items = text
      .split(/[、,，;；/／\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    const value = [...new Set(items)];
    if (value.length > maxItems) return fail('TOO_MANY_ITEMS', { max: maxItems });
    return value.some((item) => lengthOf(item) > itemMaxLength) ? fail('TOO_LONG', { max: itemMaxLength }) : { value };
  };
}
