import { describe, expect, it } from 'vitest';
import { amountOf, blankChange, draftOf, fieldsOf, inputOf, isNeeded, kinds, type Remedy } from './change.rules';

const anxi = { id: 'GB2260:350524', name: '安溪县' };
const weaving = { id: 'GJ:RT-WEAVE', name: '藤编工' };
const packing = { id: 'GJ:PACK', name: '包装工' };
const asked = { region: anxi, occupation: weaving };
const remedy: Remedy = {
  ...{ kind: 'WAGE', seats: 3, marketSeats: 1, addFen: null, lowerBy: null, addM: null, percent: null },
  ...{ workers: null, fromRegion: null, fromOccupation: null, occupation: null },
};

describe('a change of the workbench', () => {
  it('asks for what its kind needs before the part of the market that it is for', () => {
    expect(fieldsOf('WAGE_FLOOR')).toEqual(['wage', 'wageUnit', 'region', 'occupation']);
    expect(fieldsOf('TRAINING')).toEqual(['fromOccupation', 'occupation', 'workers', 'region']);
    expect(fieldsOf('CLOSING')).toEqual(['host']);
    expect(fieldsOf('LODGING')).toEqual(['region', 'occupation']);
  });

  it('is not sent before all that it needs is there', () => {
    const blank = blankChange('a');
    for (const kind of kinds) {
      const isComplete = fieldsOf(kind).every((field) => !isNeeded(kind, field) || blank[field]);
      expect(inputOf({ ...blank, kind }) !== undefined).toBe(isComplete);
    }
  });

  it('is sent with nothing that another kind was asked', () => {
    const draft = { ...blankChange('a'), wage: '2.35', ...asked, fromRegion: anxi };
    const scope = { regionId: anxi.id, occupationId: weaving.id };
    expect(inputOf(draft)).toEqual({ kind: 'WAGE', addFen: 235, ...scope });
    expect(inputOf({ ...draft, kind: 'WAGE_FLOOR' })).toEqual({
      ...{ kind: 'WAGE_FLOOR', wageFen: 235, wageUnit: 'HOUR', ...scope },
    });
    expect(inputOf({ ...draft, kind: 'REACH', region: null })).toEqual({
      ...{ kind: 'REACH', addM: 10_000, occupationId: weaving.id },
    });
    expect(inputOf({ ...draft, kind: 'SHUTTLE' })).toEqual({ kind: 'SHUTTLE', fromRegionId: anxi.id, ...scope });
    expect(inputOf({ ...draft, kind: 'ARRIVALS' })).toEqual({
      ...{ kind: 'ARRIVALS', level: 1, workers: 10, wageFen: 235, wageUnit: 'HOUR', radiusM: 10_000, ...scope },
    });
  });

  it('means one thing by an amount for each kind', () => {
    expect(amountOf('WAGE', 'wage').name).toBe('addFen');
    expect(amountOf('ARRIVALS', 'wage')).toMatchObject({ label: 'floor', name: 'wageFen' });
    expect(amountOf('REACH', 'km').name).toBe('addM');
    expect(amountOf('ARRIVALS', 'km').name).toBe('radiusM');
    expect(amountOf('OVERLAP', 'percent')).toMatchObject({ name: 'percent', max: 100 });
  });
});

describe('a remedy in the workbench', () => {
  it('is for the part of the market that was asked about', () => {
    expect(inputOf(draftOf({ ...remedy, addFen: 250 }, asked, 'a'))).toEqual({
      ...{ kind: 'WAGE', addFen: 250, regionId: anxi.id, occupationId: weaving.id },
    });
    expect(inputOf(draftOf({ ...remedy, kind: 'LODGING' }, { region: null, occupation: null }, 'a'))).toEqual({
      kind: 'LODGING',
    });
  });

  it('that is a class says who learns what', () => {
    const training = { ...remedy, kind: 'TRAINING', workers: 8, fromOccupation: packing, occupation: weaving } as const;
    expect(inputOf(draftOf(training, asked, 'a'))).toEqual({
      ...{ kind: 'TRAINING', fromOccupationId: packing.id, occupationId: weaving.id, workers: 8, regionId: anxi.id },
    });
  });
});
