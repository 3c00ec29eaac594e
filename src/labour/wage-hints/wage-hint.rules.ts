/** Wages of the needs of one region and all below it. */
export interface WageSample {
  readonly regionId: string;
  readonly level: string;
  readonly needs: number;
  readonly hosts: number;
  /** Quarter, half and three quarters of the wages are at or below these, in fen. */
  readonly quartiles: readonly [number, number, number];
}

/** The nearer the better: other levels tell too little, or too much of too few. */
export const scopes = ['prefecture', 'province'] as const;
const leastNeeds = 5;
const leastHosts = 3;

/** Whether so few wages would tell what a single host pays. */
export function tellsOfSingleHosts({ needs, hosts }: Pick<WageSample, 'needs' | 'hosts'>): boolean {
  return needs < leastNeeds || hosts < leastHosts;
}

/** The nearest sample that gives no host away; undefined when there is none. */
export function nearestSample(samples: readonly WageSample[]): WageSample | undefined {
  return scopes
    .flatMap((level) => samples.filter((sample) => sample.level === level))
    .find((sample) => !tellsOfSingleHosts(sample));
}
