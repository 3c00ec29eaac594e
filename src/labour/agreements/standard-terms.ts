import { defineMessages, type Language, render } from '../../platform/i18n/message.js';
import type { WageUnit } from '../wage.js';
import type { AgreementTerms, Term } from './terms.js';
import { wholeTerms } from './terms.rules.js';

/** Wording that both sides can start from; whatever they change is theirs. */
export const standardTexts = defineMessages({
  restAndLeave: {
    'zh-CN': '每周至少休息一日；法定节假日、带薪年休假、婚丧假、产假等按国家规定执行，请假由用工企业批准后告知原单位。',
    en: 'At least one rest day a week. Public holidays, paid annual leave and other statutory leave apply; the host grants leave and tells the lender.',
  },
  payMethod: {
    'zh-CN':
      '用工企业将劳动报酬足额支付给原单位，原单位以银行转账方式全额发放给员工本人，不得克扣，不收取任何名目费用。',
    en: 'The host pays the wages in full to the lender, who passes them on in full by bank transfer to the worker in person, with no deduction and no fee of any name.',
  },
  hazards: {
    'zh-CN': '经双方确认，岗位无职业病危害因素。',
    en: 'Both sides confirm that the post has no occupational disease hazards.',
  },
  protection: {
    'zh-CN': '用工企业提供符合国家标准的劳动安全卫生条件和劳动防护用品，并对上岗员工进行安全培训。',
    en: 'The host provides safe and healthy working conditions and protective equipment to national standards, and trains workers in safety before they begin.',
  },
  injuryProcess: {
    'zh-CN':
      '发生工伤时，用工企业立即救治并当日通知原单位；原单位自事故发生之日起三十日内申请工伤认定，用工企业协助调查取证。工伤保险待遇以外的费用由双方按约定比例分担。',
    en: 'After an accident at work the host sees to treatment at once and tells the lender the same day; the lender applies for recognition within thirty days of the accident, and the host helps to gather evidence. Costs beyond work-injury insurance are shared as agreed.',
  },
  returnCases: {
    'zh-CN': '员工严重违反用工企业依法制定并已告知的规章制度；经培训或调整岗位后仍不能胜任工作。',
    en: 'The worker seriously breaks lawful rules of the host that were made known, or remains unable to do the work after training or a change of post.',
  },
  travelAndOtherCosts: {
    'zh-CN': '上岗和期满返回的交通费由用工企业承担；其他费用须经双方书面同意。',
    en: 'The host bears the travel to the place of work and back at the end; other costs need the written consent of both.',
  },
  confidentiality: {
    'zh-CN': '双方及员工对在合作中知悉的商业秘密和个人信息负有保密义务，合作结束后继续有效。',
    en: 'Both sides and the workers keep trade secrets and personal data that they learn of confidential, also after the end.',
  },
});
type StandardTerm = keyof typeof standardTexts;

/** What a need says about the terms that a negotiation begins with. */
export interface NeedFacts {
  readonly occupationId: string;
  readonly minLevel: number;
  readonly headcount: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly shift: 'day' | 'night' | 'rotating';
  readonly wageFen: number;
  readonly wageUnit: WageUnit;
  readonly currency: string;
  readonly lodging: boolean;
  readonly address: string;
  readonly description: string;
  /** What the occupation is called, in Chinese. */
  readonly occupationName: string;
}

/** Terms to begin with: the need's facts, what the law sets, and standard wording in Chinese, the language that binds. */
export function termsFromNeed(need: NeedFacts): AgreementTerms {
  return wholeTerms({
    ...{
      startsOn: need.startsOn,
      endsOn: need.endsOn,
      shift: need.shift,
      site: need.address,
      duties: need.description || need.occupationName,
    },
    heads: [{ occupationId: need.occupationId, level: need.minLevel, headcount: need.headcount }],
    ...{ wageFen: need.wageFen, wageUnit: need.wageUnit, currency: need.currency },
    ...{ dailyMinutes: 480, breakMinutes: 60, weeklyDays: 6, trialDays: 0 },
    ...{ overtimePercent: 150, restDayPercent: 200, holidayPercent: 300 },
    ...{ cutOffDay: 31, hostPaysByDay: 10, workersPaidByDay: 15, latePaymentBasisPoints: 5 },
    ...{ lodging: need.lodging ? 'host' : 'worker', meals: 'host', transport: 'host' },
    ...{ safetyTrainingHours: 8, returnNoticeDays: 3, replacementDays: 3, earlyEndNoticeDays: 7 },
    ...{ disputeForum: 'mediation', dataPurposeBound: true },
    ...Object.fromEntries(Object.entries(standardTexts).map(([term, text]) => [term, text['zh-CN']])),
  });
}

/** A term's text for a reader: standard wording in their language, anything else as the parties wrote it. */
export function textOf(term: Term, written: string, language: Language): string {
  const standard = Object.hasOwn(standardTexts, term) ? standardTexts[term as StandardTerm] : undefined;
  return standard && written === standard['zh-CN'] ? render(standard, language) : written;
}
