import type { AgreementTermsInput, ReimbursementKind, TermsFragment } from './agreements.graphql.ts';

export type Term = keyof TermsFragment & keyof AgreementTermsInput;
type PlainTerm = Exclude<Term, 'heads' | 'reimbursements'>;

/** How a term is asked for. A number is typed in its own unit and sent as `factor` times that: yuan as fen, hours as minutes. */
export type Control =
  | { readonly kind: 'words'; readonly max: number; readonly isLong?: true }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly unit: Unit;
      readonly factor?: number;
    }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly texts: ChoiceTexts }
  | { readonly kind: 'date' | 'yesNo' };

export type Unit = 'yuan' | 'percent' | 'days' | 'hours' | 'minutes' | 'dayOfMonth' | 'perDay';
export type ChoiceTexts = 'reason' | 'shift' | 'wageUnit' | 'provider' | 'forum';

const long = { kind: 'words', max: 2000, isLong: true } as const;
const days = (max: number) => ({ kind: 'number', min: 0, max, unit: 'days' }) as const;
const percent = (min: number, max: number) => ({ kind: 'number', min, max, unit: 'percent' }) as const;
const dayOfMonth = (max: number) => ({ kind: 'number', min: 1, max, unit: 'dayOfMonth' }) as const;
const yuan = (min: number, max: number) => ({ kind: 'number', min, max, unit: 'yuan', factor: 100 }) as const;
const provider = { kind: 'choice', options: ['HOST', 'LENDER', 'WORKER'], texts: 'provider' } as const;

export const controls: Readonly<Record<Exclude<PlainTerm, 'currency'>, Control>> = {
  reason: { kind: 'choice', options: ['SEASON', 'STOPPAGE', 'SURPLUS'], texts: 'reason' },
  startsOn: { kind: 'date' },
  endsOn: { kind: 'date' },
  trialDays: days(30),
  site: { kind: 'words', max: 300 },
  duties: long,
  shift: { kind: 'choice', options: ['DAY', 'NIGHT', 'ROTATING'], texts: 'shift' },
  dailyMinutes: { kind: 'number', min: 1, max: 12, unit: 'hours', factor: 60 },
  breakMinutes: { kind: 'number', min: 0, max: 240, unit: 'minutes' },
  weeklyDays: { kind: 'number', min: 1, max: 7, unit: 'days' },
  restAndLeave: long,
  wageFen: yuan(0.01, 1_000_000),
  wageUnit: { kind: 'choice', options: ['HOUR', 'DAY', 'WEEK', 'MONTH', 'PIECE'], texts: 'wageUnit' },
  overtimePercent: percent(100, 1000),
  restDayPercent: percent(100, 1000),
  holidayPercent: percent(100, 1000),
  allowances: long,
  cutOffDay: dayOfMonth(31),
  hostPaysByDay: dayOfMonth(28),
  workersPaidByDay: dayOfMonth(28),
  payMethod: { kind: 'words', max: 500, isLong: true },
  contributionsFen: yuan(0, 100_000),
  lodging: provider,
  meals: provider,
  transport: provider,
  hazards: long,
  protection: long,
  safetyTrainingHours: { kind: 'number', min: 0, max: 200, unit: 'hours' },
  injuryHostPercent: percent(0, 100),
  injuryProcess: long,
  commercialInsurance: { kind: 'yesNo' },
  returnCases: long,
  returnNoticeDays: days(60),
  replacementDays: days(60),
  earlyEndNoticeDays: days(90),
  travelAndOtherCosts: long,
  confidentiality: long,
  latePaymentBasisPoints: { kind: 'number', min: 0, max: 24, unit: 'perDay' },
  disputeForum: { kind: 'choice', options: ['MEDIATION', 'ARBITRATION', 'COURT'], texts: 'forum' },
  dataPurposeBound: { kind: 'yesNo' },
};

export const groupNames = ['work', 'pay', 'costs', 'safety', 'living', 'return', 'other'] as const;
export type GroupName = (typeof groupNames)[number];

/** The terms as the paper groups them. The wage's unit and currency are read with the wage. */
export const groups: Readonly<Record<GroupName, readonly Term[]>> = {
  work: [
    ...(['reason', 'heads', 'startsOn', 'endsOn', 'trialDays', 'site', 'duties'] as const),
    ...(['shift', 'dailyMinutes', 'breakMinutes', 'weeklyDays', 'restAndLeave'] as const),
  ],
  pay: [
    ...(['wageFen', 'overtimePercent', 'restDayPercent', 'holidayPercent', 'allowances'] as const),
    ...(['cutOffDay', 'hostPaysByDay', 'workersPaidByDay', 'payMethod', 'latePaymentBasisPoints'] as const),
  ],
  costs: ['contributionsFen', 'reimbursements', 'travelAndOtherCosts'],
  safety: [
    ...(['hazards', 'protection', 'safetyTrainingHours'] as const),
    ...(['injuryHostPercent', 'injuryProcess', 'commercialInsurance'] as const),
  ],
  living: ['lodging', 'meals', 'transport'],
  return: ['returnCases', 'returnNoticeDays', 'replacementDays', 'earlyEndNoticeDays'],
  other: ['confidentiality', 'dataPurposeBound', 'disputeForum'],
};

export interface HeadDraft {
  readonly id: string;
  readonly occupation: { readonly id: string; readonly name: string } | null;
  readonly level: string;
  readonly headcount: string;
}

export interface CostDraft {
  readonly kind: ReimbursementKind;
  /** Yuan per worker and month. */
  readonly yuan: string;
}

/** Terms as a form holds them: everything plain as it is typed, empty where nothing is agreed. */
export interface TermsDraft {
  readonly plain: Readonly<Record<string, string>>;
  readonly heads: readonly HeadDraft[];
  readonly costs: readonly CostDraft[];
}

export function termsDraft(terms: TermsFragment): TermsDraft {
  return {
    plain: Object.fromEntries(
      Object.entries(controls).map(([term, control]) => [term, typed(terms[term as PlainTerm], control)]),
    ),
    heads: terms.heads.map(({ occupationId, occupation, level, headcount }, index) => ({
      id: String(index),
      ...{ occupation: { id: occupationId, name: occupation?.name ?? occupationId } },
      ...{ level: String(level), headcount: String(headcount) },
    })),
    costs: terms.reimbursements.map(({ kind, perWorkerMonthFen }) => ({ kind, yuan: String(perWorkerMonthFen / 100) })),
  };
}

/** The terms that a draft proposes, whole; the currency stays as it was. Heads without an occupation are not sent. */
export function termsInput({ plain, heads, costs }: TermsDraft, currency: string): AgreementTermsInput {
  const values = Object.entries(controls).map(([term, control]) => [term, meant(plain[term] ?? '', control)]);
  return {
    // Each control says what its term is: words, a number, a day or one of the choices.
    ...(Object.fromEntries(values) as Omit<AgreementTermsInput, 'heads' | 'reimbursements' | 'currency'>),
    currency,
    heads: heads.flatMap(({ occupation, level, headcount }) =>
      occupation ? [{ occupationId: occupation.id, level: Number(level), headcount: Number(headcount) }] : [],
    ),
    reimbursements: costs.map(({ kind, yuan: amount }) => ({
      kind,
      perWorkerMonthFen: Math.round(100 * Number(amount)),
    })),
  };
}

function typed(value: string | number | boolean | null, control: Control): string {
  if (value === null) return '';
  return String(control.kind === 'number' ? Number(value) / (control.factor ?? 1) : value);
}

function meant(text: string, control: Control): string | number | boolean | null {
  if (control.kind === 'words') return text.trim();
  if (text === '') return null;
  if (control.kind === 'number') return Math.round(Number(text) * (control.factor ?? 1));
  return control.kind === 'yesNo' ? text === 'true' : text;
}
