import type { CombinedError } from '@urql/core';

/** Why the API refused, as a person is told it: in their language. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** Faults of single inputs, by their path below `input`, e.g. `person.phone`. */
  readonly fields: ReadonlyMap<string, string>;
  /** The legal rules that it rests on, where it does. */
  readonly rules?: readonly BrokenRule[];
}

export interface BrokenRule {
  readonly id: string;
  readonly clause: string;
}

interface Extensions {
  readonly code?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly rules?: readonly BrokenRule[];
}

/** What went wrong; undefined where nothing did. `offline` is said where no answer came at all. */
export function problemOf(error: CombinedError | undefined, offline: string): Problem | undefined {
  if (!error) return undefined;
  const [first] = error.graphQLErrors;
  if (!first) return { code: 'OFFLINE', message: offline, fields: new Map() };
  const { code, fields = [], rules = [] } = first.extensions as Extensions;
  return {
    code: code ?? 'INTERNAL',
    message: first.message,
    fields: new Map(fields.map(({ path, message }) => [path.replace(/^input\./, ''), message])),
    rules,
  };
}
