import { isAtLeast } from '../../materials/index.js';
import { distanceM } from '../edges/distance.js';
import type { FreeLot, MaterialGroup, OpenRequest } from './material-market.js';
import { type Freight, transportFenPerUnit } from './transport.rules.js';

/** Ways of goods: from which lot to which request, and what a base unit costs there, in fen, transport included. */
export interface MaterialEdges {
  readonly lot: Int32Array;
  readonly request: Int32Array;
  readonly fenPerUnit: Float64Array;
  readonly transportFenPerUnit: Float64Array;
}

export interface EdgeRules {
  readonly freight: Freight;
  /** Pairs that the requester has declined, as `requestId lotId`. */
  readonly declined: ReadonlySet<string>;
}

/** All ways that are allowed within a group, by lot, then by request. */
export function edgesOf({ lots, requests }: MaterialGroup, rules: EdgeRules): MaterialEdges {
  const lot: number[] = [];
  const request: number[] = [];
  const fenPerUnit: number[] = [];
  const transport: number[] = [];
  const byKind = requestsByKind(requests);
  for (const [l, offered] of lots.entries()) {
    for (const r of byKind.get(offered.kindId) ?? []) {
      const wanted = requests[r];
      if (!wanted || !suits(offered, wanted) || rules.declined.has(`${wanted.requestId} ${offered.lotId}`)) continue;
      const metres = distanceM(offered, wanted);
      if (metres > rules.freight.reachM) continue;
      const freight = transportFenPerUnit(offered.baseUnit, metres, rules.freight, offered.terms === 'loan');
      lot.push(l);
      request.push(r);
      fenPerUnit.push(goodsFenPerUnit(offered) + freight);
      transport.push(freight);
    }
  }
  return {
    lot: Int32Array.from(lot),
    request: Int32Array.from(request),
    fenPerUnit: Float64Array.from(fenPerUnit),
    transportFenPerUnit: Float64Array.from(transport),
  };
}

/** Whether goods of the lot may go to the request: other owner, grade, terms, price, and all at once where it must be. */
export function suits(lot: FreeLot, request: OpenRequest): boolean {
  if (lot.enterpriseId === request.enterpriseId) return false;
  if (!(lot.terms === 'loan' ? request.acceptsLoan : request.acceptsSale)) return false;
  if (!isAtLeast(lot.grade, request.minimumGrade)) return false;
  if (request.ceilingFen !== null && goodsFenPerUnit(lot) > request.ceilingFen) return false;
  return request.splitAllowed || Number(lot.available) >= Number(request.unmet);
}

/** Fen of a base unit, as a ratio; amounts are computed exactly elsewhere. */
function goodsFenPerUnit({ priceFen, priceFactor }: FreeLot): number {
  return priceFen === null ? 0 : priceFen / Number(priceFactor);
}

function requestsByKind(requests: readonly OpenRequest[]): ReadonlyMap<string, readonly number[]> {
  const byKind = new Map<string, number[]>();
  for (const [r, { kindIds }] of requests.entries())
    for (const kindId of kindIds) {
      const at = byKind.get(kindId);
      if (at) at.push(r);
      else byKind.set(kindId, [r]);
    }
  return byKind;
}
