/** What a file may cost us. Sizes in bytes, time in milliseconds. */
export interface ReadLimits {
  readonly maxBytes: number;
  /** Sum over all parts of a workbook, as its directory declares it and as inflating finds it. */
  readonly maxInflatedBytes: number;
  readonly maxEntries: number;
  /** Inflated ÷ compressed, of the archive and of each part above 1 MB. */
  readonly maxRatio: number;
  /** Rows with content below the header. Empty rows are free up to ten times this number. */
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Heap of the process that parses a workbook, in MB. */
  readonly maxHeapMb: number;
  readonly parseTimeoutMs: number;
}

const MB = 1024 * 1024;

export const defaultLimits: ReadLimits = {
  maxBytes: 5 * MB,
  maxInflatedBytes: 50 * MB,
  maxEntries: 200,
  maxRatio: 100,
  maxRows: 10_000,
  maxColumns: 200,
  maxHeapMb: 256,
  parseTimeoutMs: 10_000,
};

/** Rows looked at, empty ones included: sheets are often formatted far below their last row of data. */
export const maxScannedRows = (limits: ReadLimits): number => limits.maxRows * 10;
