import { describe, expect, it } from 'vitest';
import type { AccountKind } from '../api/session.graphql.ts';
import { isAt, placesOf } from './places';

function at(kind: AccountKind, pathname: string): string[] {
  const places = placesOf(kind);
  return places.filter((place) => isAt(place, pathname, places)).map(({ to }) => to);
}

describe('where one is', () => {
  it.each([
    '/host/placements',
    '/host/placements/0198',
    '/host/on-site',
    '/host/attendance',
    '/host/attendance/import',
    '/host/attendance/',
  ])('a host at %s is on site', (pathname) => {
    expect(at('ENTERPRISE', pathname)).toEqual(['/host/placements']);
  });

  it('a place with others below it is only its own screen', () => {
    expect(at('ENTERPRISE', '/host')).toEqual(['/host']);
    expect(at('ENTERPRISE', '/host/')).toEqual(['/host']);
    expect(at('ENTERPRISE', '/host/new')).toEqual([]);
    expect(at('WORKER', '/my/pass')).toEqual(['/my/pass']);
  });

  it('a place without others below it is all that lies there', () => {
    expect(at('ENTERPRISE', '/lender/listings/0198')).toEqual(['/lender']);
    expect(at('ENTERPRISE', '/settlements/0198')).toEqual(['/settlements']);
    expect(at('ENTERPRISE', '/lenders')).toEqual([]);
  });
});
