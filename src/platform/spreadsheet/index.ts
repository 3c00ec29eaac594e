export type { CellErrorCode, CellErrorParams } from './cell-readers.js';
export { column, type Column, type ColumnKind, type Columns, defineColumns, type RowOf } from './columns.js';
export type { TextEncoding } from './csv-reader.js';
export { type ErrorReportOptions, writeErrorReport } from './error-report.js';
export { type CellError, type MappedRow, type MappedTable, type MapOptions, mapTable } from './map-table.js';
export { defaultLimits, type ReadLimits } from './read-limits.js';
export { type RawTable, readTable } from './read-table.js';
export {
  type ArchiveReason,
  type MissingColumn,
  SpreadsheetError,
  type SpreadsheetErrorCode,
  type SpreadsheetProblem,
  type UnreadableReason,
} from './spreadsheet.errors.js';
export type { OutputValue } from './output-text.js';
export { type OutputCell, type OutputSheet, writeCsv, writeXlsx } from './write-table.js';
export { type BookCell, type BookChart, type BookSheet, writeWorkbook } from './write-workbook.js';
export type { SheetRow } from './sheet-row.js';
