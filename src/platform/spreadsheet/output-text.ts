import { neutralise, plainNumber, stripUnsafe } from './cell-text.js';

export type OutputValue = string | number | boolean | null | undefined;

/** A value as text that no spreadsheet takes for a formula. */
export function safeText(value: OutputValue): string {
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return neutralise(stripUnsafe(value ?? ''));
}
