import { type Refusal } from '../../platform/errors/index.js';
import { capacityMessages } from '../capacity.messages.js';

/** The greatest amount of one booking, in fen: what the API's Int and SQL's integer carry. */
export const maxBookingFen = 2_000_000_000;

/** Whole division of whole numbers, half up; `divisor` is positive. Exact: everything is a whole number below 2^53. */
function divideHalfUp(dividend: number, divisor: number): number {
  const [whole, rest] = [Math.floor(dividend / divisor), dividend % divisor];
  return rest * 2 >= divisor ? whole + 1 : whole;
}

/** What minutes of machine time cost: minutes times the price of an hour, by sixty, half up to the fen, once for all of them. */
export function amountFen(minutes: number, fenPerHour: number): number {
  return divideHalfUp(minutes * fenPerHour, 60);
}

/** The stated share of an amount, half up to the fen. */
export function shareFen(amount: number, percent: number): number {
  return divideHalfUp(amount * percent, 100);
}

export function refuseLargeAmount(minutes: number, fenPerHour: number, field: string): Refusal | undefined {
  if (amountFen(minutes, fenPerHour) <= maxBookingFen) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.amountTooLarge, field };
}
