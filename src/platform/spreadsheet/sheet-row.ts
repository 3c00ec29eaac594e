/** A row as a file holds it: its number in the sheet, from 1, and the text of its cells. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}
