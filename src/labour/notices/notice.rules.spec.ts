import { describe, expect, it } from 'vitest';
import { termsFromNeed } from '../agreements/standard-terms.js';
import { WageUnit } from '../wage.js';
import { type NoticeFacts, noticeOf } from './notice.rules.js';

const terms = termsFromNeed({
  ...{ occupationId: 'GJ:RT-WEAVE', occupationName: '藤编工', minLevel: 2, headcount: 3 },
  ...{ startsOn: '2026-12-05', endsOn: '2027-02-05', shift: 'day', wageFen: 2400, wageUnit: WageUnit.HOUR },
  ...{ currency: 'CNY', lodging: true, address: '尚卿乡', description: '坐面编织' },
});
const facts: NoticeFacts = {
  ...{ lenderName: '藤云', hostName: '竹韵', occupation: 'Rattan weaver', site: '尚卿乡' },
  ...{ startsOn: '2026-12-05', endsOn: '2027-02-05', wageFen: 2400, wageUnit: WageUnit.HOUR, terms },
};

describe('what a worker is told before their yes', () => {
  it('R6 names lender, host, work, place, period, hours, pay, payer, hazards, protection and insurance', () => {
    const { lines } = noticeOf({ ...facts, occupation: '藤编工' }, '藤编工', 'zh-CN');
    const said = lines.map(({ value }) => value).join('\n');
    for (const part of [
      '藤云',
      '竹韵',
      '藤编工',
      '尚卿乡',
      '2026-12-05',
      '8 小时',
      '24.00 元/小时',
      '150/200/300%',
      '15 日',
    ])
      expect(said).toContain(part);
    expect(lines.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['职业危害', '劳动保护', '工伤责任', '社会保险']),
    );
  });

  it('R38 says which data go to whom; R5 that a no costs nothing', () => {
    const { lines, rights } = noticeOf(facts, '藤编工', 'en');
    expect(lines.find(({ label }) => label.includes('data'))?.value).toContain('never your ID number');
    expect(rights[0]).toContain('no effect on your job');
  });

  it('R7 has one hash in every language, and another as soon as anything of it changes', () => {
    const { hash } = noticeOf(facts, '藤编工', 'zh-CN');
    expect(noticeOf(facts, '藤编工', 'en').hash).toBe(hash);
    expect(noticeOf({ ...facts, endsOn: '2027-02-06' }, '藤编工', 'en').hash).not.toBe(hash);
    expect(noticeOf({ ...facts, terms: { ...terms, hazards: '粉尘' } }, '藤编工', 'en').hash).not.toBe(hash);
  });
});
