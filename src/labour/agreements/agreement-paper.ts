import { canonical, sha256Of } from '../../platform/digest/digest.js';
import type { DocumentBlock, DocumentModel, DocumentSection } from '../../platform/documents/document-model.js';
import { localTime } from '../../platform/documents/local-time.js';
import { type Language, type Message, render } from '../../platform/i18n/message.js';
import type { AgreementKind } from './agreement.entity.js';
import { paperMessages as says, statutoryClauses } from './paper.messages.js';
import type { AgreementTerms, Term } from './terms.js';
import { costName, moneyText, termName, termText } from './term-text.rules.js';

export interface PaperParty {
  readonly name: string;
  readonly registrationCode: string;
}

export interface PaperSignature {
  readonly party: 'host' | 'lender';
  readonly name: string;
  readonly title: string;
  readonly signedAt: Date;
}

/** Everything that stands on the paper. */
export interface PaperFacts {
  readonly number: string;
  readonly kind: AgreementKind;
  /** The agreement that this one changes. */
  readonly parentNumber: string | null;
  readonly host: PaperParty;
  readonly lender: PaperParty;
  readonly terms: AgreementTerms;
  /** Occupations by id, in the reader's language. */
  readonly occupations: ReadonlyMap<string, string>;
  readonly signatures: readonly PaperSignature[];
  readonly contentHash: string | null;
  readonly datedAt: Date;
}

const sections: readonly (readonly [Message, readonly Term[]])[] = [
  [says.work, ['site', 'duties', 'shift', 'dailyMinutes', 'breakMinutes', 'weeklyDays', 'restAndLeave', 'trialDays']],
  [
    says.pay,
    [
      ...(['wageFen', 'overtimePercent', 'restDayPercent', 'holidayPercent', 'allowances'] as const),
      ...(['cutOffDay', 'hostPaysByDay', 'workersPaidByDay', 'payMethod', 'latePaymentBasisPoints'] as const),
    ],
  ],
  [says.costs, ['contributionsFen', 'reimbursements', 'travelAndOtherCosts']],
  [
    says.safety,
    ['hazards', 'protection', 'safetyTrainingHours', 'injuryHostPercent', 'injuryProcess', 'commercialInsurance'],
  ],
  [says.living, ['lodging', 'meals', 'transport']],
  [says.returning, ['returnCases', 'returnNoticeDays', 'replacementDays', 'earlyEndNoticeDays']],
  [says.other, ['confidentiality', 'dataPurposeBound', 'disputeForum']],
];

/** The agreement as a paper, for a reader; the Chinese one is what is signed. */
export function agreementPaper(facts: PaperFacts, language: Language): DocumentModel {
  return {
    language,
    title: render(says[facts.kind], language),
    subtitle: render(says.reading, language),
    sections: [...contentOf(facts, language), signaturesOf(facts, language)],
    footer: { number: facts.number, ...(facts.contentHash && { hash: facts.contentHash }) },
    datedAt: facts.datedAt,
  };
}

/** SHA-256 of what the parties sign: the whole Chinese text, without the signatures. */
export function contentHashOf(facts: Omit<PaperFacts, 'signatures' | 'contentHash'>): string {
  const content = { number: facts.number, kind: facts.kind, text: contentOf(facts, 'zh-CN') };
  return sha256Of(canonical(content));
}

function contentOf(facts: Omit<PaperFacts, 'signatures' | 'contentHash'>, language: Language): DocumentSection[] {
  const numbered = facts.kind === 'termination' ? [] : clausesOf(facts.terms, facts.occupations, language);
  return [partiesOf(facts, language), ...changeOf(facts, language), ...numbered].map((section, index) => ({
    ...section,
    heading: `${String(index + 1)}. ${section.heading ?? ''}`,
  }));
}

function partiesOf({ host, lender }: Pick<PaperFacts, 'host' | 'lender'>, language: Language): DocumentSection {
  const code = render(says.code, language);
  return {
    heading: render(says.parties, language),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: render(says.lender, language), value: `${lender.name}\n${code} ${lender.registrationCode}` },
          { label: render(says.host, language), value: `${host.name}\n${code} ${host.registrationCode}` },
        ],
      },
    ],
  };
}

function changeOf(
  { kind, parentNumber, terms }: Pick<PaperFacts, 'kind' | 'parentNumber' | 'terms'>,
  language: Language,
): DocumentSection[] {
  if (kind === 'cooperation') return [];
  const params = { number: parentNumber ?? '', endsOn: terms.endsOn };
  const text = render(kind === 'amendment' ? says.changes : says.ends, language, params);
  return [{ heading: render(says.scope, language), blocks: [{ kind: 'paragraph', text }] }];
}

function clausesOf(
  terms: AgreementTerms,
  occupations: ReadonlyMap<string, string>,
  language: Language,
): DocumentSection[] {
  return [
    {
      heading: render(says.scope, language),
      blocks: [periodOf(terms, language), headsOf(terms, occupations, language)],
    },
    ...sections.map(([heading, names]) => ({
      heading: render(heading, language),
      blocks: names.flatMap((term) => blockOf(terms, term, language)),
    })),
    {
      heading: render(says.statutory, language),
      blocks: [{ kind: 'list', isNumbered: true, items: statutoryClauses.map((clause) => render(clause, language)) }],
    },
  ].map((section) => ({ ...section, blocks: joinFacts(section.blocks as DocumentBlock[]) }));
}

function periodOf(terms: AgreementTerms, language: Language): DocumentBlock {
  const { startsOn, endsOn } = terms;
  return {
    kind: 'facts',
    facts: [
      {
        label: termName('reason', language),
        value: termText(terms, 'reason', language) ?? render(says.open, language),
      },
      { label: render(says.period, language), value: render(says.periodValue, language, { startsOn, endsOn }) },
    ],
  };
}

function headsOf(
  { heads }: AgreementTerms,
  occupations: ReadonlyMap<string, string>,
  language: Language,
): DocumentBlock {
  const sum = heads.reduce((total, { headcount }) => total + headcount, 0);
  return {
    kind: 'table',
    columns: [
      { heading: render(says.occupation, language), weight: 3 },
      { heading: render(says.level, language), isNumber: true },
      { heading: render(says.headcount, language), isNumber: true },
    ],
    rows: heads.map(({ occupationId, level, headcount }) => [
      occupations.get(occupationId) ?? occupationId,
      String(level),
      String(headcount),
    ]),
    totals: [[render(says.total, language), '', String(sum)]],
  };
}

function blockOf(terms: AgreementTerms, term: Term, language: Language): DocumentBlock[] {
  if (term === 'reimbursements') return reimbursementsOf(terms, language);
  const value = termText(terms, term, language);
  if (value === null && (term === 'allowances' || term === 'trialDays')) return [];
  const fact = { label: termName(term, language), value: value ?? render(says.open, language) };
  return [{ kind: 'facts', facts: [fact] }];
}

function reimbursementsOf({ reimbursements }: AgreementTerms, language: Language): DocumentBlock[] {
  if (reimbursements.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { heading: render(says.reimbursement, language), weight: 3 },
        { heading: render(says.perWorkerMonth, language), isNumber: true, weight: 2 },
      ],
      rows: reimbursements.map(({ kind, perWorkerMonthFen }) => [
        costName(kind, language),
        moneyText(perWorkerMonthFen, language),
      ]),
    },
  ];
}

/** Facts that follow each other are one list. */
function joinFacts(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.reduce<DocumentBlock[]>((joined, block) => {
    const last = joined.at(-1);
    if (block.kind !== 'facts' || last?.kind !== 'facts') return [...joined, block];
    return [...joined.slice(0, -1), { kind: 'facts', facts: [...last.facts, ...block.facts] }];
  }, []);
}

function signaturesOf({ signatures }: PaperFacts, language: Language): DocumentSection {
  const factOf = (party: 'host' | 'lender') => {
    const found = signatures.find((signature) => signature.party === party);
    return {
      label: render(says[party], language),
      value: found
        ? render(says.signed, language, { name: found.name, title: found.title, at: localTime(found.signedAt) })
        : render(says.unsigned, language),
    };
  };
  return {
    heading: render(says.signatures, language),
    blocks: [{ kind: 'facts', facts: [factOf('lender'), factOf('host')] }],
  };
}
