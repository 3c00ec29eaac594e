/** Where in a file a fault lies: a line of a text, counted from 1, or a byte of a binary file, counted from 0. */
export type Place = { readonly line: number } | { readonly byte: number };

/** A file is not what its form demands. The message is one sentence; the place is left out where none is at fault. */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  constructor(
    message: string,
    readonly place?: Place,
  ) {
    super(message);
  }
}
