import type {
  BulletinCadence,
  BulletinLanguage,
  BulletinTermsInput,
  IndicatorGrouping,
  ReportPlanFragment,
  SaveBulletinPlanInput,
} from './reports.graphql.ts';

export const cadences = ['DAILY', 'WEEKLY', 'MONTHLY', 'ONCE'] as const satisfies readonly BulletinCadence[];
export const languages = ['ZH_CN', 'EN'] as const satisfies readonly BulletinLanguage[];
export const partings = [
  'REGION',
  'COUNTY',
  'INDUSTRY',
  'OCCUPATION',
  'SIZE',
] as const satisfies readonly IndicatorGrouping[];
export const mostIndicators = 12;

/** A plan while it is written. */
export interface PlanDraft {
  readonly planId: string | null;
  readonly title: string;
  readonly regionId: string | null;
  readonly codes: readonly string[];
  readonly groupBy: IndicatorGrouping | '';
  readonly language: BulletinLanguage;
  readonly cadence: BulletinCadence;
  readonly atHour: string;
  /** As they were typed: apart by lines, commas or semicolons. */
  readonly addresses: string;
}

export function blankPlan(language: BulletinLanguage, title: string): PlanDraft {
  return {
    ...{ planId: null, title, regionId: null, language, groupBy: 'REGION', cadence: 'WEEKLY', atHour: '7' },
    ...{ codes: ['DEMAND', 'FILL_RATE', 'TIME_TO_FILL', 'NO_SHOW', 'WAGE_OFFERED', 'SEEKER_RATIO'], addresses: '' },
  };
}

export function draftOf(plan: ReportPlanFragment): PlanDraft {
  const { id, title, regionId, codes, groupBy, language, cadence, atHour, addresses } = plan;
  return {
    ...{ planId: id, title, regionId, codes, language, cadence },
    ...{ groupBy: groupBy ?? '', atHour: String(atHour), addresses: addresses.join('\n') },
  };
}

/** E-mail addresses as they were typed: apart by blanks, commas, semicolons or lines, in half and full width. */
export function addressesOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；、]+/u).filter((one) => one !== ''))];
}

export function termsOf({ title, regionId, codes, groupBy, language }: PlanDraft): BulletinTermsInput {
  return { title: title.trim(), regionId, codes: [...codes], groupBy: groupBy === '' ? null : groupBy, language };
}

export function saveInput(draft: PlanDraft, key: string): SaveBulletinPlanInput {
  const { planId, cadence, atHour, addresses } = draft;
  return {
    ...{ idempotencyKey: key, planId, terms: termsOf(draft), cadence, isOn: true },
    ...{ atHour: Number(atHour), addresses: addressesOf(addresses) },
  };
}

/** A plan as it is, turned on or off. */
export function turned(plan: ReportPlanFragment, isOn: boolean, key: string): SaveBulletinPlanInput {
  return { ...saveInput(draftOf(plan), key), isOn };
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day, week or month that is over; of what is made by hand the last thirty days. */
export function lastPeriod(cadence: BulletinCadence, today: string): { from: string; until: string } {
  const yesterday = addDays(today, -1);
  if (cadence === 'DAILY') return { from: yesterday, until: yesterday };
  if (cadence === 'ONCE') return { from: addDays(today, -30), until: yesterday };
  if (cadence === 'MONTHLY') {
    const until = addDays(`${today.slice(0, 7)}-01`, -1);
    return { from: `${until.slice(0, 7)}-01`, until };
  }
  const until = addDays(today, -(new Date(today).getUTCDay() || 7));
  return { from: addDays(until, -6), until };
}
