import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar date between 1900 and 2199, written YYYY-MM-DD. */
export function isLocalDate(value: unknown): value is string {
  const [, year = '', month = '', day = ''] = (typeof value === 'string' && shape.exec(value)) || [];
  if (!year || Number(year) < 1900 || Number(year) > 2199) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function parseLocalDate(value: unknown): string {
  if (!isLocalDate(value)) throw new GraphQLError('LocalDate must be a calendar date YYYY-MM-DD');
  return value;
}

/** A date of work, in the calendar of the place where it is done. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar date `YYYY-MM-DD` at the place of work, without time or zone.',
  serialize: String,
  parseValue: parseLocalDate,
  parseLiteral: (node) => parseLocalDate(node.kind === Kind.STRING ? node.value : undefined),
});

const decimalShape = /^-?\d{1,18}(\.\d{1,9})?$/;

function parseDecimal(value: unknown): string {
  if (typeof value !== 'string' || !decimalShape.test(value))
    throw new GraphQLError('Decimal must be a decimal number in a string, e.g. "12.5"');
  return value;
}

/** An exact quantity: a string, because numbers of JSON are binary fractions to most readers. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number in a string, e.g. `"12.5"`, without an exponent.',
  serialize: String,
  parseValue: parseDecimal,
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING ? node.value : undefined),
});

function parseFen(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new GraphQLError('Fen must be a whole number');
  return Number(value);
}

/** Money beyond what a 32-bit Int holds. */
export const FenScalar = new GraphQLScalarType<number, number>({
  name: 'Fen',
  description: 'An amount of money in fen, the hundredth part of the currency: a whole number below 2^53.',
  serialize: parseFen,
  parseValue: parseFen,
  parseLiteral: (node) => parseFen(node.kind === Kind.INT ? Number(node.value) : undefined),
});
