interface Fill {
  readonly seats: number;
  readonly filled: number;
}

export interface Compared {
  readonly before: Fill;
  readonly after: Fill;
}

/** Seats more that are filled; less than none where some are lost. */
export function gainOf({ before, after }: Compared): number {
  return after.filled - before.filled;
}

/** Those for which something changes, what gains most first. */
export function gains<Row extends Compared>(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter((row) => gainOf(row) !== 0 || row.before.seats !== row.after.seats)
    .toSorted((a, b) => gainOf(b) - gainOf(a));
}
