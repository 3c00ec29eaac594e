import { platformMessages, type Refusal } from '../../platform/errors/index.js';
import { directoryMessages } from '../directory.messages.js';

/** What every coded catalogue shares: a code within its scheme, and the id made of both. */
export interface Coded {
  readonly scheme: string;
  readonly code: string;
}

/** 'GB2260' and '350524' → 'GB2260:350524'. */
export function idOfCode({ scheme, code }: Coded): string {
  return `${scheme}:${code}`;
}

export function unknownCode(id: string, field: string): Refusal {
  return { code: 'VALIDATION_FAILED', message: directoryMessages.unknownCode, params: { id }, field };
}

/** What a foreign key's violation means where a bulk write did not look the code up first. */
export function unknownReference(field: string): Refusal {
  return { code: 'VALIDATION_FAILED', message: platformMessages.invalidValue, params: { field }, field };
}

/** The scheme that ships with the product is never written by an import. */
export function refuseReservedScheme(rows: readonly Coded[], scheme: string): Refusal | undefined {
  if (!rows.some((row) => row.scheme === scheme)) return undefined;
  return { code: 'VALIDATION_FAILED', message: directoryMessages.reservedScheme, params: { scheme } };
}

/** The first id that a list names twice. */
export function refuseDuplicate(ids: readonly string[], field: string): Refusal | undefined {
  const id = ids.find((one, index) => ids.indexOf(one) !== index);
  return id === undefined
    ? undefined
    : { code: 'VALIDATION_FAILED', message: directoryMessages.duplicate, params: { id }, field };
}

interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

/** A ring of parents within these rows: nothing in it could ever be inserted parents first. */
export function refuseParentCycle(rows: readonly Node[]): Refusal | undefined {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const settled = new Set<string>();
  for (const { id } of rows) {
    const path = new Set<string>();
    let at: string | null | undefined = id;
    while (at && parents.has(at) && !settled.has(at)) {
      if (path.has(at))
        return { code: 'VALIDATION_FAILED', message: directoryMessages.parentCycle, params: { id: at } };
      path.add(at);
      at = parents.get(at);
    }
    path.forEach((one) => settled.add(one));
  }
  return undefined;
}

/** The same rows, each once (the last of an id wins) and none before its parent. Needs rows without a ring. */
export function parentsFirst<T extends Node>(rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const placed = new Set<string>();
  const ordered: T[] = [];
  for (const row of byId.values()) {
    const chain: T[] = [];
    for (
      let at: T | undefined = row;
      at && !placed.has(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    ) {
      placed.add(at.id);
      chain.push(at);
    }
    ordered.push(...chain.reverse());
  }
  return ordered;
}

/** What a person typed, as catalogues are searched: full-width folded, lower-case, single spaces. */
export function searchText(typed: string | null | undefined): string {
  return (typed ?? '').normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** Text as a LIKE pattern that means itself: what a user types is never a wildcard. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
