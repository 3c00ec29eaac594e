import { orRefuse, type Refusal } from '../../platform/errors/index.js';
import { bureauMessages } from '../bureau.messages.js';
import type { Dimension, Indicator } from './indicator.js';
import { indicatorOf } from './indicators.js';

/** The indicator of a code; VALIDATION_FAILED at `field` where there is none. */
export function requireIndicator(code: string, field: string): Indicator {
  return orRefuse(indicatorOf(code), {
    ...{ code: 'VALIDATION_FAILED', message: bureauMessages.unknownIndicator, params: { code }, field },
  });
}

/** What is asked of an indicator besides region and period. */
export interface Detail {
  readonly splitBy?: string | null | undefined;
  readonly industryId?: string | null | undefined;
  readonly occupationId?: string | null | undefined;
}

/** An indicator is split and restricted only by what it knows. */
export function refuseDetail(
  { code, dimensions }: Pick<Indicator, 'code' | 'dimensions'>,
  { splitBy, industryId, occupationId }: Detail,
  field: string,
): Refusal | undefined {
  const isAsked = (dimension: Dimension): boolean =>
    splitBy === dimension || ({ industry: industryId, occupation: occupationId }[dimension] ?? null) !== null;
  const isKnown = (['industry', 'occupation'] as const).every((one) => !isAsked(one) || dimensions.includes(one));
  if (isKnown) return undefined;
  return { code: 'VALIDATION_FAILED', message: bureauMessages.noDimension, params: { code }, field };
}
