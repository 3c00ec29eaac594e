import { describe, expect, it } from 'vitest';
import { changeOf, groupingsOf, sparkLines, turnOf } from './indicators.rules';

describe('an indicator on the board', () => {
  it('tells good news from bad', () => {
    expect(turnOf('MORE', 0.8, 0.7)).toBe('better');
    expect(turnOf('LESS', 0.8, 0.7)).toBe('worse');
    expect(turnOf('LESS', 0.7, 0.7)).toBe('same');
    expect(turnOf('NEITHER', 2, 1)).toBe('other');
    expect(turnOf('MORE', null, 1)).toBe('other');
  });

  it('changes by points where it is a share, else by per cent', () => {
    expect(changeOf('SHARE', 0.846, 0.8)).toBe(4.6);
    expect(changeOf('HEADS', 150, 120)).toBe(25);
    expect(changeOf('HEADS', 150, 0)).toBeNull();
    expect(changeOf('SHARE', 0.5, null)).toBeNull();
  });

  it('is drawn in lines that break where nothing is known', () => {
    expect(sparkLines([0, 10])).toEqual(['0.0,26.0 100.0,2.0']);
    expect(sparkLines([1, null, 1, 2])).toHaveLength(2);
    expect(sparkLines([null, null])).toEqual([]);
    expect(sparkLines([0])).toEqual(['50.0,14.0']);
  });

  it('is split by region, and by what it knows besides', () => {
    expect(groupingsOf({ dimensions: [] })).toEqual(['REGION']);
    expect(groupingsOf({ dimensions: ['INDUSTRY', 'OCCUPATION'] })).toEqual(['REGION', 'OCCUPATION', 'INDUSTRY']);
    expect(groupingsOf({ dimensions: ['INDUSTRY', 'SIZE'] })).toEqual(['REGION', 'INDUSTRY', 'SIZE']);
  });
});
