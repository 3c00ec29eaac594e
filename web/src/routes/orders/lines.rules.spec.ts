import { describe, expect, it } from 'vitest';
import { blankLine, draftOf, type LineDraft, recipeLines, requirementsOf } from './lines.rules';

const weaver: LineDraft = {
  ...blankLine,
  ...{ occupation: { id: 'GJ:RT-WEAVE', name: '藤编工' }, amount: '4', own: '1', ceiling: '30.5' },
};
const oven: LineDraft = { ...blankLine, leg: 'CAPACITY', thingId: 'GJ:POWDER', amount: '9.5', own: '' };

describe('lines of recipes and orders', () => {
  it('are not sent before they are complete: people need a wage', () => {
    expect(recipeLines([])).toBeUndefined();
    expect(recipeLines([{ ...weaver, ceiling: '' }])).toBeUndefined();
    expect(recipeLines([{ ...weaver, occupation: null }])).toBeUndefined();
    expect(requirementsOf([weaver, { ...oven, amount: '' }])).toBeUndefined();
  });

  it('say what each leg asks, in fen', () => {
    expect(recipeLines([weaver, oven])).toEqual([
      { leg: 'LABOUR', thingId: 'GJ:RT-WEAVE', minLevel: 2, wageUnit: 'HOUR', ceilingFen: 3_050, perUnit: '4' },
      { leg: 'CAPACITY', thingId: 'GJ:POWDER', perUnit: '9.5' },
    ]);
  });

  it('count the machine time of an order by the minute', () => {
    expect(requirementsOf([weaver, { ...oven, own: '1' }])).toMatchObject([
      { quantity: '4', ownQuantity: '1' },
      { quantity: '570', ownQuantity: '60' },
    ]);
  });

  it('come back as they were filled in', () => {
    const terms = { minLevel: null, minimumGrade: null, ceilingFen: null, wageUnit: null };
    const lines = draftOf({
      lines: [
        {
          ...terms,
          leg: 'LABOUR',
          thingId: 'GJ:RT-WEAVE',
          name: '藤编工',
          perUnit: '4',
          unit: 'hour',
          minLevel: 2,
          ceilingFen: 3_050,
        },
        { ...terms, leg: 'CAPACITY', thingId: 'GJ:POWDER', name: '喷粉', perUnit: '9.5', unit: 'minute' },
      ],
    });
    expect(lines).toEqual([{ ...weaver, own: '', ceiling: '30.50' }, oven]);
  });
});
