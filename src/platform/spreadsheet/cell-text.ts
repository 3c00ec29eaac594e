/** Characters that change what a reader sees without being seen: zero-width, bidi controls, soft hyphens. */
const INVISIBLE =
  /\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F]|\uFEFF|[\uFFF9-\uFFFB]/gu;
const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;
/** Controls but the line feed (so NUL too), and surrogates without their other half. */
const NOT_TEXT = /(?!\n)\p{Cc}|\p{Cs}/gu;
/** What needs no cleaning, which in a full sheet is most of the cells. */
const PLAIN = /^(?:[!-&(-~](?:[ -~]*[!-~])?)?$/;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

const FORMULA_START = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;
const NEUTRALISED = /^'+\s*[=+\-@＝＋－＠]|^'+[\t\r\n]/u;

/**
 * Text that is safe to store and to put into XML: no NUL, control, lone surrogate or invisible character.
 * They are removed, not reported: a user cannot see, find or correct them. Line breaks become `\n`.
 */
export function stripUnsafe(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(/\t/g, ' ').replace(NOT_TEXT, '').replace(INVISIBLE, '');
}

/**
 * The one form in which a cell's text is read: safe (`stripUnsafe`), NFC, digits and letters at half width
 * (CJK punctuation stays), trimmed, and without the apostrophe that our own exports put before a formula sign.
 */
export function cleanCell(text: string): string {
  if (PLAIN.test(text)) return text;
  const half = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET);
  return stripUnsafe(NEUTRALISED.test(text) ? text.slice(1) : text)
    .normalize('NFC')
    .replace(FULL_WIDTH, half)
    .trim();
}

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before anything that starts like one
 * (= + - @, their full-width forms, TAB, CR, LF). `cleanCell` takes it off again, so a round trip is exact.
 */
export function neutralise(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/**
 * A number as people write it: no exponent, and no digits beyond the 15 that spreadsheets keep
 * (a stored 0.30000000000000004 reads 0.3). Infinite or missing numbers give an empty text.
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number(value.toPrecision(15)));
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  return sign + (point > 0 ? digits.padEnd(point, '0') : `0.${'0'.repeat(-point)}${digits}`);
}

/**
 * A date cell, whose wall-clock time is held in the UTC fields: `2026-11-23`; with a time of day
 * `2026-11-23 08:30`; a time of day alone (a fraction of a day) `08:30`. What is no date shows as in Excel, `#####`.
 */
export function dateText(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return '#####';
  const [day = '', clock = ''] = rounded.toISOString().split('T');
  const time = clock.slice(0, clock.slice(6, 8) === '00' ? 5 : 8);
  if (day === '1899-12-30' || day === '1899-12-31') return time;
  return clock.startsWith('00:00:00') ? day : `${day} ${time}`;
}
