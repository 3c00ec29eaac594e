import { FormatError } from './format.errors.js';

export const MAX_INTEGER = 2 ** 31 - 1;

const TAB = 9;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export interface LineSyntax {
  readonly separator: 'blanks' | 'comma';
  /** Lines that begin with this character are skipped. */
  readonly comment: string;
}

/**
 * Walks the lines of a text and their fields without copying them. Blank lines and comments are skipped, a line may end
 * in CR LF, and blanks around a field do not count.
 */
export class LineReader {
  /** Number of the current line; the first is 1. */
  line = 0;
  /** The current field: the bytes `from .. to - 1`. */
  from = 0;
  to = 0;
  /** Where the next field begins; past `end` when there is none. */
  private at = 0;
  private end = 0;
  private nextLine = 0;
  private readonly separator: number;
  private readonly comment: number;

  constructor(
    readonly bytes: Uint8Array,
    { separator, comment }: LineSyntax,
  ) {
    if (bytes.length === 0) throw new FormatError('The file is empty');
    this.separator = separator === 'comma' ? COMMA : SPACE;
    this.comment = comment.charCodeAt(0);
    if (BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte)) this.nextLine = BYTE_ORDER_MARK.length;
  }

  /** Goes to the next line that says something; false when there is none. */
  next(): boolean {
    const { bytes } = this;
    while (this.nextLine < bytes.length) {
      const newline = bytes.indexOf(NEWLINE, this.nextLine);
      let end = newline < 0 ? bytes.length : newline;
      this.at = this.nextLine;
      this.nextLine = end + 1;
      this.line++;
      if (end > this.at && bytes[end - 1] === CARRIAGE_RETURN) end--;
      this.end = end;
      this.skipBlanks();
      if (this.at < end && bytes[this.at] !== this.comment) return true;
    }
    return false;
  }

  /** Goes to the line's next field; false when there is none. */
  nextField(): boolean {
    if (!this.hasField()) return false;
    this.skipBlanks();
    const { bytes, end, separator } = this;
    let at = this.at;
    this.from = at;
    while (at < end && bytes[at] !== separator && !(separator === SPACE && bytes[at] === TAB)) at++;
    this.at = at + 1;
    while (at > this.from && isBlank(bytes[at - 1])) at--;
    this.to = at;
    return true;
  }

  hasField(): boolean {
    if (this.separator === SPACE) {
      this.skipBlanks();
      return this.at < this.end;
    }
    return this.at <= this.end;
  }

  isField(word: string): boolean {
    if (this.to - this.from !== word.length) return false;
    for (let i = 0; i < word.length; i++) if (this.bytes[this.from + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  /** Goes to the next field, which must be there and not be empty. */
  demandField(what: string): void {
    if (!this.nextField() || this.from === this.to) throw this.fault(`The ${what} is missing`);
  }

  /** The next field as a whole number from `least` to `most`. */
  integer(what: string, least: number, most = MAX_INTEGER): number {
    this.demandField(what);
    const { bytes, to } = this;
    const isNegative = bytes[this.from] === MINUS;
    let at = isNegative ? this.from + 1 : this.from;
    let size = at < to ? 0 : NaN;
    for (; at < to; at++) {
      const digit = bytes[at] - ZERO;
      size = digit >= 0 && digit <= 9 ? 10 * size + digit : NaN;
    }
    if (Number.isNaN(size)) throw this.fault(`The ${what} is not an integer`);
    const value = isNegative ? -size : size;
    if (value < least) throw this.fault(`The ${what} is below ${least}`);
    if (value > most) throw this.fault(`The ${what} is above ${most}`);
    return value;
  }

  endLine(): void {
    if (this.nextField()) throw this.fault('There is more on the line than belongs there');
  }

  fault(message: string): FormatError {
    return new FormatError(message, { line: this.line });
  }

  private skipBlanks(): void {
    while (this.at < this.end && isBlank(this.bytes[this.at])) this.at++;
  }
}

/** Number of the line that is the n-th (from 0) of those whose first field begins with the character. */
export function lineOfRecord(bytes: Uint8Array, syntax: LineSyntax, first: string, n: number): number {
  const lines = new LineReader(bytes, syntax);
  for (let left = n; left >= 0 && lines.next();) {
    lines.nextField();
    if (bytes[lines.from] === first.charCodeAt(0)) left--;
  }
  return lines.line;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}
