import { v7 } from 'uuid';

/** A new UUIDv7: sorts by the time it was made, so it is also the stable order of every list. */
export function newId(): string {
  return v7();
}
