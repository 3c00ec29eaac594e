import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { render } from '../../platform/i18n/message.js';
import { refuseDealing, refuseRow, sanctionActions } from './sanction.rules.js';

describe('R30 who may deal', () => {
  it('is verified, and on no list', () => {
    expect(refuseDealing({ verification: 'verified' }, undefined)).toBeUndefined();
  });

  it.each(['submitted', 'rejected', 'suspended'])('is not one that is %s', (verification) => {
    expect(refuseDealing({ verification }, undefined)).toMatchObject({ code: 'RULE_VIOLATED', rule: 'R30' });
  });

  it('is told the list and the reason', () => {
    const sanction = { list: 'wage_arrears', reason: '拖欠 12 人工资 {list}' } as const;
    const refusal = refuseDealing({ verification: 'verified' }, sanction);
    expect(refusal).toMatchObject({ code: 'RULE_VIOLATED', rule: 'R30' });
    const text = refusal && render(refusal.message, 'zh-CN', refusal.params);
    expect(text).toContain('拖欠农民工工资失信名单');
    expect(text).toContain('拖欠 12 人工资 {list}');
  });
});

describe('a row of a list', () => {
  const row = { registrationScheme: 'USCC', registrationCode: '91350100M000100Y43', startsOn: '2026-01-02' };

  it('names a registration', () => {
    expect(refuseRow(row, 'USCC', 'r')).toBeUndefined();
    expect(refuseRow({ ...row, registrationCode: '913501' }, 'USCC', 'r')).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'r.registrationCode',
    });
    expect(refuseRow({ ...row, registrationScheme: 'ERP', registrationCode: '913501' }, 'USCC', 'r')).toBeUndefined();
  });

  it('does not end before it starts', () => {
    expect(refuseRow({ ...row, endsOn: '2026-01-02' }, 'USCC', 'r')).toBeUndefined();
    expect(refuseRow({ ...row, endsOn: '2026-01-01' }, 'USCC', 'r')).toMatchObject({ field: 'r.endsOn' });
  });

  it('is lifted by the bureau that brought it, once', () => {
    const officer: Viewer = {
      kind: 'bureau',
      accountId: 'a',
      sessionId: 's',
      bureauId: 'b',
      regionId: 'r',
      language: 'en',
    };
    expect(sanctionActions({ bureauId: 'b', liftedAt: null }, officer)).toEqual(['lift']);
    expect(sanctionActions({ bureauId: 'b', liftedAt: new Date(0) }, officer)).toEqual([]);
    expect(sanctionActions({ bureauId: 'other', liftedAt: null }, officer)).toEqual([]);
    expect(sanctionActions({ bureauId: 'b', liftedAt: null }, { kind: 'system' })).toEqual([]);
  });
});
