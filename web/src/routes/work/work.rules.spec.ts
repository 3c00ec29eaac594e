import { describe, expect, it } from 'vitest';
import { placesOf, searchOf, variablesOf } from './work.rules';

const asked = (address: string) => variablesOf(searchOf(new URLSearchParams(address)));

describe('a search for work', () => {
  it('asks for everything when the address says nothing', () => {
    expect(asked('')).toEqual({});
  });

  it('asks for what the address says', () => {
    expect(asked('text= 焊工 &wage=25.5&unit=DAY&lodging=yes&at=25.06,118.19&km=10')).toEqual({
      text: '焊工',
      minWageFen: 2550,
      wageUnit: 'DAY',
      lodging: true,
      near: { latitude: 25.06, longitude: 118.19, radiusM: 10_000 },
    });
  });

  it('orders by nearness only from somewhere, by wage only in a unit', () => {
    expect(asked('sort=NEAREST')).toEqual({});
    expect(asked('sort=HIGHEST_WAGE')).toEqual({ sort: 'HIGHEST_WAGE', wageUnit: 'HOUR' });
  });

  it.each(['at=abc', 'at=', 'at=91,0', 'at=0,181', 'wage=-3', 'wage=x', 'km=7', 'unit=CENTURY', 'sort=WORST'])(
    'leaves out what makes no sense: %s',
    (address) => {
      expect(asked(address)).toEqual({});
    },
  );
});

describe('the places of work', () => {
  it('are each one point, with all that is there', () => {
    const [a, b, c] = [1, 2, 1].map((latitude, id) => ({ id, latitude, longitude: 3 }));
    if (!a || !b || !c) throw new Error('three');
    expect(placesOf([a, b, c])).toEqual([
      { place: '1,3', all: [a, c], latitude: 1, longitude: 3 },
      { place: '2,3', all: [b], latitude: 2, longitude: 3 },
    ]);
  });
});
