/** Why a file that should be a table could not be read as one. */
export type UnreadableReason =
  'empty' | 'binary' | 'encoding' | 'quotes' | 'legacy-format' | 'not-a-workbook' | 'broken' | 'too-complex';

/** Why a workbook's ZIP container was refused before (or while) it was inflated. */
export type ArchiveReason =
  | 'encrypted'
  | 'macros'
  | 'external-links'
  | 'embedded-objects'
  | 'path'
  | 'duplicate-entry'
  | 'compression'
  | 'overlap'
  | 'size-mismatch'
  | 'too-many-entries'
  | 'inflated-size'
  | 'ratio'
  | 'doctype';

/** A column that a file lacks: its key, and the headers by which it would have been found. */
export interface MissingColumn {
  readonly column: string;
  readonly headers: readonly string[];
}

/** What each problem carries for its message. Sizes are bytes, lines are rows of the sheet counted from 1. */
interface ProblemParams {
  FILE_TOO_LARGE: { readonly bytes: number; readonly maxBytes: number };
  FILE_UNREADABLE: { readonly reason: UnreadableReason; readonly line?: number };
  ARCHIVE_REFUSED: { readonly reason: ArchiveReason; readonly entry?: string };
  TOO_MANY_ROWS: { readonly maxRows: number };
  TOO_MANY_COLUMNS: { readonly maxColumns: number };
  NO_HEADER: Readonly<Record<string, never>>;
  /** A header of the file that belongs to no column, or a header named by a mapping that the file lacks. */
  UNKNOWN_HEADER: { readonly headers: readonly string[] };
  /** A key in a mapping or among the constants that is not one of the columns. */
  UNKNOWN_COLUMN: { readonly columns: readonly string[] };
  MISSING_COLUMN: { readonly missing: readonly MissingColumn[] };
  /** Two headers of the file that name the same column. */
  DUPLICATE_COLUMN: { readonly column: string; readonly headers: readonly string[] };
  BAD_CONSTANT: { readonly column: string; readonly value: string; readonly cellCode: string };
}

export type SpreadsheetErrorCode = keyof ProblemParams;

/** One code with its parameters; a `switch` on `code` narrows `params`. */
export type SpreadsheetProblem = {
  [C in SpreadsheetErrorCode]: { readonly code: C; readonly params: ProblemParams[C] };
}[SpreadsheetErrorCode];

/**
 * An expected no about a whole file (faults of single cells are `CellError`s instead). Holds no text for
 * users: the caller words `problem` in the user's language.
 */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';

  constructor(
    readonly problem: SpreadsheetProblem,
    options?: ErrorOptions,
  ) {
    super('reason' in problem.params ? `${problem.code}: ${problem.params.reason}` : problem.code, options);
  }

  get code(): SpreadsheetErrorCode {
    return this.problem.code;
  }
}

export const unreadable = (reason: UnreadableReason, cause?: unknown): SpreadsheetError =>
  new SpreadsheetError({ code: 'FILE_UNREADABLE', params: { reason } }, { cause });

export const archiveRefused = (reason: ArchiveReason, entry?: string, cause?: unknown): SpreadsheetError =>
  new SpreadsheetError(
    { code: 'ARCHIVE_REFUSED', params: { reason, ...(entry && { entry: entry.slice(0, 100) }) } },
    { cause },
  );
