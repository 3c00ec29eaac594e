import type { Refusal } from '../../platform/errors/index.js';
import type { ArrangeMarketInput } from './market-arrangement.input.js';
import { arrangementMessages } from './market-arrangement.messages.js';

export function refuseUnnamed({ marketId, nameZh, nameEn }: Partial<ArrangeMarketInput>): Refusal | undefined {
  if (marketId || (nameZh && nameEn)) return undefined;
  const field = nameZh ? 'input.nameEn' : 'input.nameZh';
  return { code: 'VALIDATION_FAILED', message: arrangementMessages.unnamed, field };
}

/** `outsiders`: those of the regions named in `field` that lie outside the officer’s jurisdiction. */
export function refuseOutside(outsiders: readonly string[], field: string): Refusal | undefined {
  const [region] = outsiders;
  if (region === undefined) return undefined;
  return { code: 'FORBIDDEN', message: arrangementMessages.outside, params: { region }, field };
}

/** `outsiders`: regions of the market that lie outside the officer’s jurisdiction. */
export function refuseReachesOutside(outsiders: readonly string[]): Refusal | undefined {
  if (outsiders.length === 0) return undefined;
  return { code: 'FORBIDDEN', message: arrangementMessages.reachesOutside, field: 'input.marketId' };
}
