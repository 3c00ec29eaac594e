import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { type ErrorCode, platformMessages, type Refusal, RefusedError, ruleText } from '../errors/index.js';
import { translate } from '../database/database.js';
import { type Language, render } from '../i18n/message.js';

interface Reader {
  readonly language: Language;
  readonly requestId: string;
}

/** What a caller is told of an error, in the caller's language; `unexpected` is what the log should hear about. */
export interface ClientError {
  readonly formatted: GraphQLFormattedError;
  readonly unexpected?: unknown;
}

export function toClientError(error: GraphQLError, reader: Reader): ClientError {
  const cause = translate(originOf(error));
  if (cause instanceof RefusedError) return { formatted: located(error, refusedExtensions(cause.refusals, reader)) };
  const refusal = refusalOfRequest(error);
  if (refusal) return { formatted: located(error, refusedExtensions([refusal], reader)) };
  const message = render(platformMessages.internal, reader.language, { requestId: reader.requestId });
  return {
    formatted: located(error, {
      message,
      extensions: { code: 'INTERNAL' satisfies ErrorCode, requestId: reader.requestId },
    }),
    unexpected: cause,
  };
}

function originOf(error: GraphQLError): unknown {
  return error.originalError instanceof GraphQLError ? originOf(error.originalError) : (error.originalError ?? error);
}

function located(
  error: GraphQLError,
  rest: Pick<GraphQLFormattedError, 'message' | 'extensions'>,
): GraphQLFormattedError {
  return { ...rest, ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
}

function refusedExtensions(
  refusals: readonly [Refusal, ...Refusal[]],
  { language, requestId }: Reader,
): Pick<GraphQLFormattedError, 'message' | 'extensions'> {
  const [first] = refusals;
  const fields = refusals.flatMap((refusal) =>
    refusal.field ? [{ path: refusal.field, message: render(refusal.message, language, refusal.params) }] : [],
  );
  const rules = refusals.flatMap(({ rule }) => (rule ? [shownRule(rule, language)] : []));
  return {
    message: refusals.map((refusal) => messageOf(refusal, language)).join(' '),
    extensions: {
      code: first.code,
      requestId,
      ...(fields.length > 0 && { fields }),
      ...(rules.length > 0 && { rules }),
      ...(first.allowed && { allowed: first.allowed }),
      ...(first.retryAfterSeconds !== undefined && { retryAfterSeconds: first.retryAfterSeconds }),
    },
  };
}

/** The legal rule behind a refusal, with its clause, in the caller's language. */
function shownRule(id: string, language: Language): { id: string; title?: string; clause?: string } {
  const text = ruleText(id);
  return { id, ...(text && { title: render(text.title, language), clause: render(text.clause, language) }) };
}

/** A field's fault reads on its own only with the field's name before it. */
function messageOf(refusal: Refusal, language: Language): string {
  const text = render(refusal.message, language, refusal.params);
  return refusal.code === 'VALIDATION_FAILED' && refusal.field && !text.includes(refusal.field)
    ? `${refusal.field}: ${text}`
    : text;
}

/** What graphql-js or Apollo found wrong with the request before any of our code ran. */
function refusalOfRequest(error: GraphQLError): Refusal | undefined {
  switch (error.extensions['code']) {
    case 'BAD_USER_INPUT':
      return refusalOfVariable(error.message);
    case 'GRAPHQL_PARSE_FAILED':
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'BAD_REQUEST':
    case 'OPERATION_RESOLUTION_FAILURE':
    case 'PERSISTED_QUERY_NOT_SUPPORTED':
      return { code: 'REQUEST_REFUSED', message: platformMessages.requestRefused, params: { reason: error.message } };
    default:
      // GraphQL Armor throws plain GraphQLErrors while parsing and validating: no path, no original error.
      if (!error.path && originOf(error) instanceof GraphQLError)
        return { code: 'REQUEST_REFUSED', message: platformMessages.requestRefused, params: { reason: error.message } };
      return undefined;
  }
}

/** `Variable "$input" got invalid value … at "input.headcount"; …`: the path is all that a caller needs of it. */
function refusalOfVariable(text: string): Refusal {
  const unknown = /Field "([\w.]+)" is not defined/.exec(text)?.[1];
  const missing = /Field "([\w.]+)" of required type/.exec(text)?.[1];
  const variable = /Variable "\$(\w+)"/.exec(text)?.[1] ?? 'input';
  const at = /at "([^"]+)"/.exec(text)?.[1] ?? variable;
  const field = unknown || missing ? `${at}.${unknown ?? missing ?? ''}` : at;
  return {
    code: 'VALIDATION_FAILED',
    message: unknown ? platformMessages.unknownField : platformMessages.invalidValue,
    params: { field },
    field,
  };
}
