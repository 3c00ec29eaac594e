import { describe, expect, it } from '@jest/globals';
import type { Settlement, SettlementLine, SettlementPayment } from './settlement.entity.js';
import { type StatementData, statementModel, statementSheet } from './statement.rules.js';

const line = (changes: Partial<SettlementLine>): SettlementLine =>
  ({
    ...{ workerId: '0190aaaa-0000-7000-8000-000000000000', days: 21, normalMinutes: 10_095, overtimeMinutes: 0 },
    ...{
      restDayMinutes: 0,
      holidayMinutes: 0,
      pieces: 0,
      wageFen: 403_805,
      overtimeFen: 0,
      restDayFen: 0,
      holidayFen: 0,
    },
    ...{
      correctionFen: 0,
      contributionsFen: 100_000,
      reimbursementsFen: 30_000,
      totalFen: 533_805,
      paidToWorkerFen: 403_805,
    },
    ...changes,
  }) as SettlementLine;

const data: StatementData = {
  settlement: {
    ...{ id: 's', periodStartsOn: '2026-10-01', periodEndsOn: '2026-10-31', state: 'confirmed', currency: 'CNY' },
    ...{ hostPaysBy: '2026-11-10', workersPaidBy: '2026-11-15', computedAt: new Date(0), issuedAt: null },
  } as Settlement,
  ...{ agreementNumber: 'GJ-2026-000001', hostName: '用工', lenderName: '原单位', findings: [] },
  lines: [
    { row: line({}), name: '李四', payments: [] },
    { row: line({ paidToWorkerFen: 400_000 }), name: undefined, payments: [] },
  ],
  hostPayments: [{ voucher: 'V1', paidOn: '2026-11-09', amountFen: 1_067_610 } as SettlementPayment],
};

describe('a statement', () => {
  it('shows hours, money to the fen, and totals that are the sums of its rows', () => {
    const { sections } = statementModel(data, 'en');
    const [hours, pay, settled] = sections.slice(1, 4).map(({ blocks }) => blocks[0]);
    if (hours?.kind !== 'table' || pay?.kind !== 'table' || settled?.kind !== 'table') throw new Error('no table');
    expect(hours.rows[0]?.slice(0, 3)).toEqual(['李四', '21', '168:15']);
    expect(hours.rows[1]?.[0]).toBe('Worker 0190aaaa');
    expect(pay.columns.map(({ heading }) => heading)).toEqual(['Worker', 'Wage', 'Due to the worker']);
    expect(settled.rows[1]?.at(-1)).toBe('-38.05');
    expect(settled.totals?.[0]).toContain('10676.10');
    for (const table of [hours, pay, settled])
      for (const row of [...table.rows, ...(table.totals ?? [])]) expect(row).toHaveLength(table.columns.length);
  });

  it('shows proof of both legs, and no findings where there are none', () => {
    const { sections } = statementModel(data, 'zh-CN');
    expect(sections.map(({ heading }) => heading)).toEqual(['双方', '工时', '工资（元）', '结算（元）', '付款凭证']);
    expect(sections[4]?.blocks).toMatchObject([{ rows: [['用工企业 → 原单位', 'V1', '2026-11-09', '10676.10']] }]);
  });

  it('as a sheet holds numbers that add up, and marks who got less than is due', () => {
    const { headers, rows } = statementSheet(data, 'en');
    expect(rows).toHaveLength(3);
    expect(rows.every((row) => row.length === headers.length)).toBe(true);
    expect(rows[0]?.[2]).toBe(168.25);
    expect(rows[1]?.at(-1)).toEqual({ value: -38.05, marked: true });
    expect(rows[2]?.[15]).toBe(10_676.1);
  });
});
