import { canonical, sha256Of } from '../../platform/digest/digest.js';
import { type Language, type Message, type MessageParams, render } from '../../platform/i18n/message.js';
import type { AgreementTerms } from '../agreements/terms.js';
import { moneyText, termName, termText, wageText } from '../agreements/term-text.rules.js';
import { noticeMessages as says, workerRights } from './notice.messages.js';

/** What a worker is told before they say yes to a loan (R5, R6, R38). Nothing of it is personal. */
export interface NoticeFacts {
  readonly lenderName: string;
  readonly hostName: string;
  readonly occupation: string;
  readonly site: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly wageFen: number;
  readonly wageUnit: AgreementTerms['wageUnit'];
  /** Of the agreement that the loan stands on, or, before there is one, of the need. */
  readonly terms: AgreementTerms;
}

export interface NoticeLine {
  readonly label: string;
  readonly value: string;
}

export interface Notice {
  readonly lines: readonly NoticeLine[];
  readonly rights: readonly string[];
  /** SHA-256 of the Chinese notice: what the worker's confirmation is of. */
  readonly hash: string;
}

const termLines = [
  ...(['duties', 'shift', 'restAndLeave', 'hazards', 'protection'] as const),
  ...(['lodging', 'meals', 'transport', 'returnCases'] as const),
];

/** The notice in a reader's language; its hash is of the Chinese text whatever the language. */
export function noticeOf(facts: NoticeFacts, occupationZh: string, language: Language): Notice {
  const binding = { lines: linesOf({ ...facts, occupation: occupationZh }, 'zh-CN'), rights: rightsIn('zh-CN') };
  const hash = sha256Of(canonical(binding));
  return { lines: linesOf(facts, language), rights: rightsIn(language), hash };
}

function rightsIn(language: Language): string[] {
  return workerRights.map((right) => render(right, language));
}

function linesOf(facts: NoticeFacts, language: Language): NoticeLine[] {
  const { terms, startsOn, endsOn, wageFen, wageUnit } = facts;
  const line = (label: Message, value: string): NoticeLine => ({ label: render(label, language), value });
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  const hours = [termText(terms, 'dailyMinutes', language), overtimeText(terms, language)].filter(
    (one) => one !== null,
  );
  return [
    line(says.lender, facts.lenderName),
    line(says.host, facts.hostName),
    line(says.occupation, facts.occupation),
    line(says.site, facts.site),
    line(says.period, say(says.periodValue, { startsOn, endsOn })),
    line(says.wage, wageText({ wageFen, wageUnit }, language) ?? moneyText(wageFen, language)),
    line(says.hours, hours.join(' · ')),
    ...termLines.flatMap((term) => {
      const value = termText(terms, term, language);
      return value === null ? [] : [{ label: termName(term, language), value }];
    }),
    line(says.payer, say(says.payerValue, { day: terms.workersPaidByDay ?? 15 })),
    line(says.insurance, say(says.insuranceValue)),
    line(says.injury, say(says.injuryValue)),
    line(says.data, say(says.dataValue)),
    line(says.help, say(says.helpValue)),
  ];
}

function overtimeText(terms: AgreementTerms, language: Language): string | null {
  const { overtimePercent, restDayPercent, holidayPercent } = terms;
  if (overtimePercent === null || restDayPercent === null || holidayPercent === null) return null;
  const percents = [overtimePercent, restDayPercent, holidayPercent].map(String).join('/');
  return `${termName('overtimePercent', language)} ${percents}%`;
}
