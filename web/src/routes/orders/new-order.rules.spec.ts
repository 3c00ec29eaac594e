import { describe, expect, it } from 'vitest';
import { blankOrder, orderInput } from './new-order.rules';

const place = { latitude: 25, longitude: 118, regionId: 'GB2260:350524', regionName: '安溪县' };
const draft = { ...blankOrder, reference: 'PO-1', quantity: '100', value: '50000', place };
const terms = { minLevel: null, minimumGrade: null, ceilingFen: null, wageUnit: null };
const recipe = {
  id: 'r',
  lines: [
    { ...terms, leg: 'MATERIAL' as const, thingId: 'RATTAN-CORE-8', name: '藤芯', perUnit: '1', unit: 'kg' },
    { ...terms, leg: 'CAPACITY' as const, thingId: 'GJ:POWDER', name: '喷粉', perUnit: '9', unit: 'minute' },
  ],
};

describe('a new order', () => {
  it('waits for its place, and by hand for what it takes', () => {
    expect(orderInput({ ...draft, place: null }, recipe, 'k')).toBeUndefined();
    expect(orderInput({ ...draft, product: '椅' }, undefined, 'k')).toBeUndefined();
  });

  it('by a recipe says what one has oneself, line by line', () => {
    expect(orderInput({ ...draft, own: ['', '2'] }, recipe, 'k')).toMatchObject({
      ...{ recipeId: 'r', valueFen: 5_000_000, regionId: 'GB2260:350524' },
      own: [{ position: 2, quantity: '120' }],
    });
  });
});
