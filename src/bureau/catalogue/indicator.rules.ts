import type { EnterpriseSize } from '../../directory/index.js';
import { orRefuse, type Refusal } from '../../platform/errors/index.js';
import { bureauMessages } from '../bureau.messages.js';
import { type Dimension, dimensions, type Indicator } from './indicator.js';
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
  readonly size?: EnterpriseSize | null | undefined;
}

/** An indicator is split and restricted only by what it knows, and by the size of enterprises without anything else. */
export function refuseDetail(
  { code, dimensions: known }: Pick<Indicator, 'code' | 'dimensions'>,
  { splitBy, industryId, occupationId, size }: Detail,
  field: string,
): Refusal | undefined {
  const isAsked = (dimension: Dimension): boolean =>
    splitBy === dimension || ({ industry: industryId, occupation: occupationId, size }[dimension] ?? null) !== null;
  const asked = dimensions.filter(isAsked);
  const refusal = { code: 'VALIDATION_FAILED', params: { code }, field } as const;
  if (asked.some((one) => !known.includes(one))) return { ...refusal, message: bureauMessages.noDimension };
  if (asked.length > 1 && asked.includes('size')) return { ...refusal, message: bureauMessages.sizeAlone };
  return undefined;
}
