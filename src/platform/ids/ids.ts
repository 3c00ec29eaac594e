import { v7 } from 'uuid';

/** A new UUIDv7: sorts by the time it was made, so it is also the stable order of every list. */
export function newId(): string {
  return v7();
}

/** When an id of ours was made, milliseconds since 1970: the first 48 bits of a UUIDv7. */
export function madeAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
