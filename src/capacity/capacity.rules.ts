import type { EnterpriseViewer } from '../platform/auth/viewer.js';
import type { Refusal } from '../platform/errors/index.js';

/** Whether the viewer may change anything of capacity: an API key may only with the scope for it. */
export function mayWriteCapacity({ scopes }: EnterpriseViewer): boolean {
  return scopes?.includes('capacity:write') ?? true;
}

/** The actions that no rule refuses, in the order given. */
export function unrefused<A extends string>(asked: readonly (readonly [A, Refusal | undefined])[]): A[] {
  return asked.filter(([, refusal]) => !refusal).map(([action]) => action);
}
