import type {
  OneSettlementQuery,
  SettledLineFragment,
  SettlementFactsFragment,
  SettlementState,
} from './settlements.graphql.ts';

export type Settlement = NonNullable<OneSettlementQuery['settlement']>;
export type Line = SettledLineFragment;
export type Side = 'host' | 'lender';

export const stateTones = {
  DRAFT: 'plain',
  ISSUED: 'call',
  CONFIRMED: 'call',
  PAID: 'good',
  DISPUTED: 'bad',
} as const satisfies Record<SettlementState, 'plain' | 'good' | 'call' | 'bad'>;

/** Which side of a settlement an enterprise is on. */
export function sideOf(
  { host, lender }: Pick<SettlementFactsFragment, 'host' | 'lender'>,
  enterpriseId: string | undefined,
): Side | undefined {
  if (enterpriseId === undefined) return undefined;
  if (host?.id === enterpriseId) return 'host';
  return lender?.id === enterpriseId ? 'lender' : undefined;
}

interface Leg {
  readonly name: 'host' | 'workers';
  readonly paidFen: number;
  readonly dueFen: number;
  readonly share: number;
}

/** How far the money got: from the host to the lender, and from there to the workers. */
export function legsOf({
  hostPaidFen,
  totalFen,
  workersPaidFen,
  payFen,
}: Pick<SettlementFactsFragment, 'hostPaidFen' | 'totalFen' | 'workersPaidFen' | 'payFen'>): readonly Leg[] {
  const leg = (name: Leg['name'], paidFen: number, dueFen: number): Leg => ({
    ...{ name, paidFen, dueFen },
    share: dueFen === 0 ? 1 : Math.min(1, paidFen / dueFen),
  });
  return [leg('host', hostPaidFen, totalFen), leg('workers', workersPaidFen, payFen)];
}

/** By the month in which each period ends, in the order in which they come. */
export function byMonth<T extends { readonly periodEndsOn: string }>(
  settlements: readonly T[],
): readonly (readonly [month: string, settlements: readonly T[]])[] {
  const months = [...new Set(settlements.map(({ periodEndsOn }) => periodEndsOn.slice(0, 7)))].sort().reverse();
  return months.map((month) => [month, settlements.filter(({ periodEndsOn }) => periodEndsOn.startsWith(month))]);
}

export type PayClass = 'wage' | 'overtime' | 'restDay' | 'holiday' | 'pieces';

export interface PayPart {
  readonly name: PayClass;
  /** Hours, or pieces. */
  readonly quantity: number;
  readonly amountFen: number;
  /** What one hour or piece comes to. */
  readonly rateFen: number;
}

type Worked = Pick<
  Line,
  | 'normalMinutes'
  | 'overtimeMinutes'
  | 'restDayMinutes'
  | 'holidayMinutes'
  | 'pieces'
  | 'wageFen'
  | 'overtimeFen'
  | 'restDayFen'
  | 'holidayFen'
>;

/** What a line's pay is made of: hours of each class, or pieces, by what one comes to. */
export function payParts(line: Worked): readonly PayPart[] {
  const part = (name: PayClass, quantity: number, amountFen: number): PayPart[] =>
    quantity === 0 && amountFen === 0
      ? []
      : [{ name, quantity, amountFen, rateFen: quantity === 0 ? 0 : amountFen / quantity }];
  return [
    line.pieces > 0 ? part('pieces', line.pieces, line.wageFen) : part('wage', line.normalMinutes / 60, line.wageFen),
    part('overtime', line.overtimeMinutes / 60, line.overtimeFen),
    part('restDay', line.restDayMinutes / 60, line.restDayFen),
    part('holiday', line.holidayMinutes / 60, line.holidayFen),
  ].flat();
}

export function hoursOf(line: Worked): number {
  return (line.normalMinutes + line.overtimeMinutes + line.restDayMinutes + line.holidayMinutes) / 60;
}

/** What a worker has still to get. */
export function missingFen({ payFen, paidToWorkerFen }: Pick<Line, 'payFen' | 'paidToWorkerFen'>): number {
  return Math.max(0, payFen - paidToWorkerFen);
}

export type PaidState = 'nothing' | 'short' | 'full';

export function paidState(line: Pick<Line, 'payFen' | 'paidToWorkerFen'>): PaidState {
  if (missingFen(line) === 0) return 'full';
  return line.paidToWorkerFen > 0 ? 'short' : 'nothing';
}

/** An amount as typed, in yuan, as fen; nothing where it is no amount. */
export function fenOf(yuan: string): number {
  const fen = Math.round(100 * Number(yuan));
  return Number.isFinite(fen) ? fen : 0;
}

interface Proof {
  readonly voucher: string;
  readonly paidOn: string;
}

interface WorkerPayment extends Proof {
  readonly lineId: string;
  readonly amountFen: number;
  readonly toOwnAccount: boolean;
}

/** What is recorded for many lines by one proof: lines without an amount are left out. */
export function paymentsOf(
  lines: readonly Line[],
  amounts: ReadonlyMap<string, string>,
  { voucher, paidOn, toOwnAccount }: Proof & { readonly toOwnAccount: boolean },
): readonly WorkerPayment[] {
  return lines
    .map((line) => ({
      ...{ lineId: line.id, voucher, paidOn, toOwnAccount },
      amountFen: fenOf(amounts.get(line.id) ?? yuanOf(missingFen(line))),
    }))
    .filter(({ amountFen }) => amountFen > 0);
}

/** Fen as a field for yuan holds them. */
export function yuanOf(fen: number): string {
  return (fen / 100).toFixed(2);
}
