import { describe, expect, it } from 'vitest';
import { blankRule, draftOf, saveInput, termsOf, turned, withKind } from './alerts.rules';
import type { RuleTermsFragment } from './alerts.graphql.ts';

const rule: RuleTermsFragment = {
  ...{ id: 'r', name: '满足率偏低', isShipped: true, regionId: 'GB2260:350524', occupationId: null, industryId: null },
  ...{ splitBy: null, kind: 'THRESHOLD', isAbove: false, bound: 0.7, releaseAt: 0.75, least: 20, days: 14 },
  ...{ severity: 'WARNING', escalateHours: 48, isOn: true, region: { id: 'GB2260:350524', name: '安溪县' } },
  indicator: { code: 'FILL_RATE', name: '用工满足率', unit: 'SHARE' },
};

describe('a rule on screen', () => {
  it('is written in per cent where it is of a share', () => {
    expect(draftOf(rule)).toMatchObject({ bound: '70', releaseAt: '75', escalateHours: '48' });
    expect(termsOf(draftOf(rule), 'SHARE')).toMatchObject({ bound: 0.7, releaseAt: 0.75, days: 14, splitBy: null });
    expect(termsOf({ ...draftOf(rule), kind: 'TREND', bound: '3' }, 'SHARE')).toMatchObject({ bound: 3 });
  });

  it('waits for its numbers and its name', () => {
    expect(termsOf({ ...blankRule, bound: '' }, 'SHARE')).toBeUndefined();
    const terms = termsOf(blankRule, 'SHARE');
    expect(saveInput(blankRule, terms, 'k')).toBeUndefined();
    expect(saveInput({ ...blankRule, name: ' 新规则 ' }, terms, 'k')).toMatchObject({
      name: '新规则',
      escalateHours: null,
    });
  });

  it('of a forecast is of the shortage, and written in weeks', () => {
    const draft = withKind({ ...blankRule, name: 'x' }, 'FORECAST');
    expect(termsOf(draft, 'HEADS')).toMatchObject({ indicatorCode: 'SHORTAGE', kind: 'FORECAST', bound: 20, days: 28 });
    expect(draftOf({ ...rule, kind: 'FORECAST', days: 42 }).days).toBe('6');
    expect(withKind(draft, 'CHANGE')).toMatchObject({ indicatorCode: 'FILL_RATE', days: '14' });
    expect(withKind(blankRule, 'CHANGE')).toEqual({ ...blankRule, kind: 'CHANGE' });
  });

  it('stays as it is when it is turned off', () => {
    const { terms, isOn } = turned(rule, false, 'k');
    expect(isOn).toBe(false);
    expect(terms).toMatchObject({ indicatorCode: 'FILL_RATE', bound: 0.7, regionId: 'GB2260:350524' });
  });
});
