import type { Refusal } from '../../platform/errors/index.js';
import { surplusMessages } from './surplus.messages.js';

/** Only a head that is on offer is named: who is off the market need not be known to it (R42). */
export function refuseNotOffered(head: { readonly state: string }): Refusal | undefined {
  return head.state === 'open'
    ? undefined
    : { code: 'CONFLICT', message: surplusMessages.headNotOffered, field: 'input.workerId' };
}

/** The codes of lines, each once, with the path of the input that named it first. */
export function codesWithPaths<K extends string>(
  lines: readonly Readonly<Record<K, string>>[],
  column: K,
): Map<string, string> {
  const paths = new Map<string, string>();
  lines.forEach((line, index) => {
    const code = line[column];
    if (!paths.has(code)) paths.set(code, `input.lines.${index}.${column}`);
  });
  return paths;
}

/** Consecutive parts of at most `size`, in order. */
export function* partsOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
