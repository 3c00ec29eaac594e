import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { TableBlock } from '../../platform/documents/document-model.js';
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

const fenOf = (yuan: string | undefined): number => Number(yuan?.replace(/[,.]/g, ''));

const data: StatementData = {
  isOwn: false,
  settlement: {
    ...{ id: 's', periodStartsOn: '2026-10-01', periodEndsOn: '2026-10-31', state: 'confirmed', currency: 'CNY' },
    ...{ hostPaysBy: '2026-11-10', workersPaidBy: '2026-11-15', computedAt: new Date(0), issuedAt: null },
    ...{ confirmedAt: null, paidAt: null, disputedBy: null, disputeReason: '' },
  } as Settlement,
  ...{ agreementNumber: 'GJ-2026-000001', hostName: '用工', lenderName: '原单位', findings: [] },
  lines: [
    { row: line({}), name: '李四', payments: [] },
    { row: line({ paidToWorkerFen: 400_000 }), name: undefined, payments: [] },
  ],
  hostPayments: [{ voucher: 'V1', paidOn: '2026-11-09', amountFen: 1_067_610 } as SettlementPayment],
};

/** The tables of a statement: hours, pay, what the host pays. */
function tablesOf(changes: Partial<StatementData> = {}): TableBlock[] {
  const { sections } = statementModel({ ...data, ...changes }, 'en');
  return sections
    .slice(1, 3)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
}

describe('a statement', () => {
  it('shows hours, money to the fen, and totals that are the sums of its rows', () => {
    const [hours, pay, hostPays] = tablesOf();
    expect(hours?.rows).toEqual([
      ['李四', '21', '168:15'],
      ['Worker 0190aaaa', '21', '168:15'],
    ]);
    expect(hours?.totals).toEqual([['Total', '42', '336:30']]);
    expect(pay?.columns.map(({ heading }) => heading)).toEqual([
      'Worker',
      'Wage',
      'Due to the worker',
      'Paid to the worker',
    ]);
    expect(pay?.rows[1]).toEqual(['Worker 0190aaaa', '4,038.05', '4,038.05', '4,000.00']);
    expect(pay?.totals).toEqual([['Total', '8,076.10', '8,076.10', '8,038.05']]);
    expect(hostPays?.totals).toEqual([['Total', '8,076.10', '2,000.00', '600.00', '10,676.10']]);
  });

  it('R9 says that what the host pays is what is passed on, and adds up without a rest', () => {
    const fen = fc.integer({ min: 0, max: 900_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fen, fen, fen, fen), { minLength: 2, maxLength: 20 }), (amounts) => {
        const lines = amounts.map(([wageFen, overtimeFen, contributionsFen, reimbursementsFen]) => {
          const totalFen = wageFen + overtimeFen + contributionsFen + reimbursementsFen;
          const row = line({ wageFen, overtimeFen, contributionsFen, reimbursementsFen, totalFen });
          return { row, name: '李四', payments: [] };
        });
        const sums = (tablesOf({ lines })[2]?.totals?.[0] ?? []).slice(1).map(fenOf);
        expect(sums.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(sums.at(-1));
      }),
    );
    const texts = statementModel(data, 'en').sections.flatMap(({ blocks }) => blocks);
    expect(texts).toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(/no margin, fee or commission/) }),
    );
  });

  it('shows proof of both legs, and no findings where there are none', () => {
    const { sections } = statementModel(data, 'zh-CN');
    expect(sections.map(({ heading }) => heading)).toEqual(['双方', '工时', '金额（元）', '付款凭证', '办理记录']);
    expect(sections[3]?.blocks).toMatchObject([{ rows: [['用工企业 → 原单位', 'V1', '2026-11-09', '10,676.10']] }]);
    const unpaid = statementModel({ ...data, hostPayments: [] }, 'zh-CN');
    expect(unpaid.sections[3]?.blocks).toEqual([{ kind: 'paragraph', text: '尚无付款凭证。' }]);
  });

  it('says who issued and who confirmed it, and when', () => {
    const settlement = { ...data.settlement, issuedAt: new Date('2026-11-03T01:30:00Z') };
    const { sections } = statementModel({ ...data, settlement }, 'en');
    expect(sections.at(-1)?.blocks).toEqual([
      {
        kind: 'facts',
        facts: [
          { label: 'Issued', value: '原单位, 2026-11-03 09:30:00 UTC+8' },
          { label: 'Confirmed', value: 'not yet' },
        ],
      },
    ]);
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
