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
