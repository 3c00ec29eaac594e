/** What values a column takes: any within its bounds, whole ones, or whole ones within its bounds and 0. */
export type ColumnKind = 'continuous' | 'integer' | 'semiinteger';

/** Codes of the solver. */
const kindCodes: Readonly<Record<ColumnKind, number>> = { continuous: 0, integer: 1, semiinteger: 3 };

export type Entry = readonly [column: number, coefficient: number];

/** A mixed-integer programme to be maximised, in compressed sparse rows; plain arrays, so that a thread can be given it. */
export interface ProgramData {
  readonly gain: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly kind: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly coefficient: Float64Array;
}

/** Collects columns and rows of a programme: maximise gain · x, subject to bounds of columns and of rows. */
export class Program {
  private readonly gain: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly kind: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly rowStart: number[] = [0];
  private readonly columns: number[] = [];
  private readonly coefficients: number[] = [];

  get columnCount(): number {
    return this.gain.length;
  }

  get rowCount(): number {
    return this.rowLower.length;
  }

  /** Returns the column's index. */
  column(gain: number, lower: number, upper: number, kind: ColumnKind = 'continuous'): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.kind.push(kindCodes[kind]);
    return this.gain.push(gain) - 1;
  }

  /** Returns the row's index; a column stands in a row once. */
  row(lower: number, upper: number, entries: readonly Entry[]): number {
    for (const [column, coefficient] of entries) {
      this.columns.push(column);
      this.coefficients.push(coefficient);
    }
    this.rowStart.push(this.columns.length);
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  finish(): ProgramData {
    return {
      gain: Float64Array.from(this.gain),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      kind: Int32Array.from(this.kind),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      rowStart: Int32Array.from(this.rowStart),
      column: Int32Array.from(this.columns),
      coefficient: Float64Array.from(this.coefficients),
    };
  }
}
