import { Exact } from '../../platform/decimal/decimal.js';
import type { Refusal } from '../../platform/errors/index.js';
import type { MaterialKind } from '../catalogue/material-kind.entity.js';
import { type GivenQuantity, inWords, refuseNoQuantity } from '../catalogue/unit.rules.js';
import { type Grade, isAtLeast, type Terms } from '../lots/grade.rules.js';
import { refuseDate, refuseKind } from '../lots/material-lot.rules.js';
import { materialMessages } from '../materials.messages.js';
import type { MaterialRequest } from './material-request.entity.js';

/** What an enterprise asks for. */
export interface RequestFacts {
  readonly kindIds: readonly string[];
  readonly quantity: GivenQuantity;
  readonly acceptsSale: boolean;
  readonly acceptsLoan: boolean;
  readonly neededBy: string;
}

/** What a request has got so far, in base units. */
export interface Secured {
  readonly reserved: Exact;
  readonly delivered: Exact;
}

export const nothingSecured: Secured = { reserved: new Exact(0), delivered: new Exact(0) };

/** All that is wrong with a request, each at its field. */
export function requestRefusals(
  request: RequestFacts,
  kinds: ReadonlyMap<string, MaterialKind>,
  today: string,
): (Refusal | undefined)[] {
  const wanted = kinds.get(request.kindIds[0] ?? '');
  return [
    ...request.kindIds.map(
      (kindId, index) => refuseAccepted(request, kinds, index) ?? refuseTwice(request, kindId, index),
    ),
    wanted && refuseNoQuantity(wanted, request.quantity, 'input.quantity'),
    refuseDate(request.neededBy, today, 'input.neededBy'),
    request.acceptsSale || request.acceptsLoan
      ? undefined
      : { code: 'VALIDATION_FAILED', message: materialMessages.termsNeeded, field: 'input.acceptsSale' },
  ];
}

function refuseAccepted(
  { kindIds }: RequestFacts,
  kinds: ReadonlyMap<string, MaterialKind>,
  index: number,
): Refusal | undefined {
  const [wanted, kind] = [kinds.get(kindIds[0] ?? ''), kinds.get(kindIds[index] ?? '')];
  const field = `input.kindIds.${index}`;
  const unknown = refuseKind(kindIds[index] ?? '', kind, field);
  if (unknown || !wanted || wanted.baseUnit === kind?.baseUnit) return unknown;
  return {
    code: 'VALIDATION_FAILED',
    message: materialMessages.otherBaseUnit,
    params: { kind: kindIds[index] ?? '', wanted: wanted.id, unit: wanted.baseUnit },
    field,
  };
}

function refuseTwice({ kindIds }: RequestFacts, kindId: string, index: number): Refusal | undefined {
  if (kindIds.indexOf(kindId) === index) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: materialMessages.kindTwice,
    params: { kind: kindId },
    field: `input.kindIds.${index}`,
  };
}

/** What a request still lacks; never below zero. */
export function unmetOf({ quantity }: Pick<MaterialRequest, 'quantity'>, { reserved, delivered }: Secured): Exact {
  return Exact.max(0, new Exact(quantity).minus(reserved).minus(delivered));
}

/** Goods that somebody would take for a request. */
export interface Taking {
  readonly kind: MaterialKind;
  readonly grade: Grade;
  readonly terms: Terms;
  readonly quantity: Exact;
}

/** Why goods cannot be reserved for a request. What they cost is for the requester to decide: the ceiling is for the matching. */
export function refuseUnfit(request: MaterialRequest, secured: Secured, taking: Taking): Refusal | undefined {
  const field = 'input.requestId';
  const conflict = (message: Refusal['message'], params?: Refusal['params']): Refusal => ({
    ...{ code: 'CONFLICT', message, field },
    ...(params && { params }),
  });
  if (request.state !== 'open') return conflict(materialMessages.requestNotOpen);
  if (!request.kindIds.includes(taking.kind.id)) return conflict(materialMessages.kindUnfit);
  if (!isAtLeast(taking.grade, request.minimumGrade)) return conflict(materialMessages.gradeUnfit);
  if (!(taking.terms === 'sale' ? request.acceptsSale : request.acceptsLoan))
    return conflict(materialMessages.termsUnfit);
  const unmet = unmetOf(request, secured);
  const words = { unmet: inWords(unmet, taking.kind.baseUnit) };
  if (taking.quantity.gt(unmet)) return { ...conflict(materialMessages.aboveUnmet, words), field: 'input.quantity' };
  if (!request.splitAllowed && taking.quantity.lt(unmet))
    return { ...conflict(materialMessages.noSplit, words), field: 'input.quantity' };
  return undefined;
}
