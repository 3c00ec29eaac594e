import type { Requirement } from '../requirement.js';

/** What an order takes. */
export interface Bill {
  readonly product: string;
  readonly recipe: { readonly id: string; readonly version: number } | undefined;
  readonly requirements: readonly Requirement[];
  /** Where in the input they stand. */
  readonly field: string;
}
