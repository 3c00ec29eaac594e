/** What a lender's loans look like, counted; what the screen for disguised dispatch goes by (R26). */
export interface LendingFacts {
  /** Its industry is business services, where human-resources services belong (GB/T 4754 division 72). */
  readonly isBusinessServices: boolean;
  /** Workers under contract with it, as it states them, and all it has brought here. */
  readonly staff: number;
  /** Of them, on loan now. */
  readonly lent: number;
  /** Loans of the last twelve months to the host that took most. */
  readonly mostToOneHost: number;
  /** The months of the last twelve in which it lent to that host. */
  readonly monthsToThatHost: number;
  /** Loans of the last twelve months. */
  readonly loans: number;
  /** Of them, of workers whose contract began less than thirty days before. */
  readonly hiredToLend: number;
}

export type DispatchFlag = 'BUSINESS_SERVICES' | 'SHARE_LENT' | 'SAME_HOST' | 'HIRED_TO_LEND';

/** From where on each sign counts. Signs for a person to look at: none of them bans anybody. */
export const thresholds = {
  /** Of the staff; fewer than so many lent are no sign. */
  sharePercent: 50,
  fewestLent: 10,
  monthsToOneHost: 6,
  loansToOneHost: 10,
  /** Of the loans; fewer than so many are no sign. */
  hiredPercent: 30,
  fewestHired: 3,
  hiredDaysBefore: 30,
} as const;

type Sign = (facts: LendingFacts) => boolean;

const signs: readonly (readonly [DispatchFlag, Sign])[] = [
  ['BUSINESS_SERVICES', ({ isBusinessServices, loans }) => isBusinessServices && loans > 0],
  ['SHARE_LENT', ({ staff, lent }) => lent >= thresholds.fewestLent && lent * 100 >= staff * thresholds.sharePercent],
  [
    'SAME_HOST',
    ({ mostToOneHost, monthsToThatHost }) =>
      mostToOneHost >= thresholds.loansToOneHost && monthsToThatHost >= thresholds.monthsToOneHost,
  ],
  [
    'HIRED_TO_LEND',
    ({ loans, hiredToLend }) =>
      hiredToLend >= thresholds.fewestHired && hiredToLend * 100 >= loans * thresholds.hiredPercent,
  ],
];

/** Every sign that a lender's loans may be dispatch under another name (R26). */
export function dispatchFlagsOf(facts: LendingFacts): DispatchFlag[] {
  return signs.filter(([, shows]) => shows(facts)).map(([flag]) => flag);
}
