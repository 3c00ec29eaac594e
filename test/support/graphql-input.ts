import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { inDays, key, mobile, residentId } from './facts.js';

/**
 * A value of a type in its right form; `ids` gives what stands in a field that takes an id, undefined where it is none of
 * its business.
 */
export function fill(type: GraphQLInputType, name: string, ids: (field: string) => string | undefined): unknown {
  if (isNonNullType(type)) return fill(type.ofType, name, ids);
  if (isListType(type)) return [fill(type.ofType, name, ids)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        // Of alternatives (a proposal or an application) the first will do.
        .filter((field) => field.name !== 'applicationId' || !('proposalId' in type.getFields()))
        .map((field) => [field.name, fill(field.type, field.name, ids)]),
    );
  }
  if (name === 'idempotencyKey') return key();
  const id = ids(name);
  if (id !== undefined) return id;
  const byType: Record<string, unknown> = {
    LocalDate: inDays(5),
    Decimal: '1',
    Fen: 1,
    DateTime: new Date().toISOString(),
    Int: 1,
    Float: 25,
    Boolean: true,
    ID: 'GB2260:350524',
    String: name === 'phone' ? mobile() : name === 'idNumber' ? residentId() : 'some text',
  };
  return byType[String(type)];
}
