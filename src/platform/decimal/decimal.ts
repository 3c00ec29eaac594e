import { Decimal } from 'decimal.js';

/**
 * Decimal numbers without rounding: sums and products of what the database keeps (18 digits, 6 decimals) are exact, and
 * written without an exponent. What does not divide is divided as a fraction, see `quotient`.
 */
export const Exact = Decimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });
export type Exact = Decimal;

/** A number as the API and the database write it: '12.5', without an exponent or closing zeros. */
export function plain(value: Decimal.Value): string {
  return new Exact(value).toFixed();
}

/** numerator / denominator to the nearest whole number, halves up; both are at least 0 and exact. */
export function roundedQuotient(numerator: Decimal, denominator: Decimal): Decimal {
  return numerator.times(2).plus(denominator).divToInt(denominator.times(2));
}

/** Whether a number has no more than so many decimals. */
export function fits(value: Decimal, decimals: number): boolean {
  return value.decimalPlaces() <= decimals;
}
