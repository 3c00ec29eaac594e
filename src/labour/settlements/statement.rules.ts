import type { DocumentBlock, DocumentModel, DocumentSection } from '../../platform/documents/document-model.js';
import { localTime } from '../../platform/documents/local-time.js';
import { type Language, type Message, type MessageParams, render } from '../../platform/i18n/message.js';
import type { OutputSheet, OutputValue } from '../../platform/spreadsheet/index.js';
import type { Finding } from '../compliance/finding.js';
import { payDue } from './settle.rules.js';
import type { Settlement, SettlementLine, SettlementPayment, WorkerPayment } from './settlement.entity.js';
import { statementMessages as says } from './statement.messages.js';
import { yuan } from './yuan.rules.js';

/** A line with its worker's name and the proof of what they got. */
export interface StatementLine {
  readonly row: SettlementLine;
  readonly name: string | undefined;
  readonly payments: readonly WorkerPayment[];
}

/** All that a statement shows. A worker's own holds their line alone, and no payment of the host. */
export interface StatementData {
  /** A worker's own: it says what they got, not what the enterprises did. */
  readonly isOwn: boolean;
  readonly settlement: Settlement;
  readonly agreementNumber: string;
  readonly hostName: string;
  readonly lenderName: string;
  readonly lines: readonly StatementLine[];
  readonly hostPayments: readonly SettlementPayment[];
  readonly findings: readonly Finding[];
}

interface Column {
  readonly heading: Message;
  readonly of: (line: SettlementLine) => number;
  readonly as: 'count' | 'hours' | 'money';
}

const columns: readonly Column[] = [
  { heading: says.days, of: (line) => line.days, as: 'count' },
  { heading: says.normalHours, of: (line) => line.normalMinutes, as: 'hours' },
  { heading: says.overtimeHours, of: (line) => line.overtimeMinutes, as: 'hours' },
  { heading: says.restDayHours, of: (line) => line.restDayMinutes, as: 'hours' },
  { heading: says.holidayHours, of: (line) => line.holidayMinutes, as: 'hours' },
  { heading: says.pieces, of: (line) => line.pieces, as: 'count' },
  { heading: says.wage, of: (line) => line.wageFen, as: 'money' },
  { heading: says.overtime, of: (line) => line.overtimeFen, as: 'money' },
  { heading: says.restDay, of: (line) => line.restDayFen, as: 'money' },
  { heading: says.holiday, of: (line) => line.holidayFen, as: 'money' },
  { heading: says.correction, of: (line) => line.correctionFen, as: 'money' },
  { heading: says.pay, of: payDue, as: 'money' },
  { heading: says.contributions, of: (line) => line.contributionsFen, as: 'money' },
  { heading: says.reimbursements, of: (line) => line.reimbursementsFen, as: 'money' },
  { heading: says.total, of: (line) => line.totalFen, as: 'money' },
  { heading: says.paidToWorker, of: (line) => line.paidToWorkerFen, as: 'money' },
  { heading: says.passedThrough, of: (line) => line.paidToWorkerFen - payDue(line), as: 'money' },
];

const shown: Record<Column['as'], (value: number) => string> = {
  count: String,
  hours: (minutes) => `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
  money: yuan,
};

const hours = columns.filter(({ as }) => as !== 'money');
const pay = columnsOf(
  says.wage,
  says.overtime,
  says.restDay,
  says.holiday,
  says.correction,
  says.pay,
  says.paidToWorker,
);
const hostPays = columnsOf(says.pay, says.contributions, says.reimbursements, says.total);
/** Shown even where they are nothing. */
const always: readonly Message[] = [says.days, says.normalHours, says.wage, says.pay, says.paidToWorker, says.total];

/**
 * A settlement, or one line of it, as a paper. Hours, pay and what the host pays stand in tables of their own, so that each
 * fits the page.
 */
export function statementModel(data: StatementData, language: Language): DocumentModel {
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  const { settlement } = data;
  const findings = data.findings.map((finding) => noted(finding, language));
  return {
    language,
    title: say(data.isOwn ? says.ownTitle : says.title),
    subtitle: say(says.subtitle, { startsOn: settlement.periodStartsOn, endsOn: settlement.periodEndsOn }),
    sections: [
      { heading: say(says.parties), blocks: [{ kind: 'facts', facts: factsOf(data, language) }] },
      { heading: say(says.hours), blocks: [linesTable(data, hours, language)] },
      {
        heading: say(says.amounts),
        blocks: [
          linesTable(data, pay, language, says.workerPay),
          linesTable(data, hostPays, language, says.hostPays),
          { kind: 'paragraph', text: say(says.noMargin) },
        ],
      },
      { heading: say(says.payments), blocks: [paymentsOf(data, language)] },
      ...(findings.length > 0
        ? [{ heading: say(says.findings), blocks: [{ kind: 'list' as const, items: findings }] }]
        : []),
      stepsOf(data, language),
    ],
    footer: { number: `${data.agreementNumber} · ${settlement.periodEndsOn}` },
    datedAt: settlement.issuedAt ?? settlement.computedAt,
  };
}

function columnsOf(...headings: readonly Message[]): Column[] {
  return headings.flatMap((heading) => columns.filter((column) => column.heading === heading));
}

/** One row for each worker, and their sums. A column in which nobody has anything is left out. */
function linesTable(
  { lines }: StatementData,
  asked: readonly Column[],
  language: Language,
  caption?: Message,
): DocumentBlock {
  const used = asked.filter(({ of, heading }) => always.includes(heading) || lines.some(({ row }) => of(row) !== 0));
  const rows = lines.map((line) => [nameOf(line, language), ...used.map(({ of, as }) => shown[as](of(line.row)))]);
  const sums = [render(says.total, language), ...used.map(({ of, as }) => shown[as](total(lines, of)))];
  const totals = lines.length > 1 ? [sums] : [];
  const headings = [says.worker, ...used.map(({ heading }) => heading)].map((heading) => render(heading, language));
  return {
    kind: 'table',
    ...(caption && { caption: render(caption, language) }),
    columns: headings.map((heading, index) => ({
      ...{ heading, isNumber: index > 0 },
      weight: weightOf(
        heading,
        [...rows, ...totals].map((row) => row[index] ?? ''),
      ),
    })),
    rows,
    totals,
  };
}

/** A column's share of the width, so that no figure and no word of its heading is broken; names may be. */
function weightOf(heading: string, cells: readonly string[]): number {
  const words = heading.split(/[ -]/).map((word) => Math.min(wide(word), isWide(word) ? 8 : 13));
  return Math.max(...words, ...cells.map((text) => Math.min(wide(text), 12))) + 3;
}

const isWide = (text: string): boolean => text > '\u2e80';
const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0);

/** The lines as a sheet: amounts in yuan as numbers, hours as decimals, so that a spreadsheet can add them. */
export function statementSheet(data: StatementData, language: Language): OutputSheet {
  const cell = ({ as }: Column, value: number): OutputValue =>
    as === 'count' ? value : Number((value / (as === 'hours' ? 60 : 100)).toFixed(2));
  return {
    name: `${render(says.title, language).slice(0, 18)} ${data.settlement.periodEndsOn}`,
    headers: [render(says.worker, language), ...columns.map(({ heading }) => render(heading, language))],
    rows: [
      ...data.lines.map((line) => [
        nameOf(line, language),
        ...columns.map((column) => markShort(column, cell(column, column.of(line.row)))),
      ]),
      [render(says.total, language), ...columns.map((column) => cell(column, total(data.lines, column.of)))],
    ],
  };
}

function factsOf(data: StatementData, language: Language): { label: string; value: string }[] {
  const { settlement } = data;
  const facts: [Message, string][] = [
    [says.lender, data.lenderName],
    [says.host, data.hostName],
    [says.agreement, data.agreementNumber],
    [says.settlement, settlement.id],
    [says.state, render(says[settlement.state], language)],
    [says.currency, settlement.currency],
    [says.hostPaysBy, settlement.hostPaysBy],
    [says.workersPaidBy, settlement.workersPaidBy],
  ];
  return facts.map(([label, value]) => ({ label: render(label, language), value }));
}

function paymentsOf(data: StatementData, language: Language): DocumentBlock {
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  const row = (leg: string, { voucher, paidOn, amountFen }: SettlementPayment | WorkerPayment): string[] => [
    ...[leg, voucher, paidOn, yuan(amountFen)],
  ];
  const rows = [
    ...data.hostPayments.map((payment) => row(say(says.hostLeg), payment)),
    ...data.lines.flatMap((line) =>
      line.payments.map((payment) => row(say(says.workerLeg, { name: nameOf(line, language) }), payment)),
    ),
  ];
  if (rows.length === 0) return { kind: 'paragraph', text: say(says.noPayments) };
  return {
    kind: 'table',
    columns: [
      { heading: say(says.leg), weight: 2.2 },
      { heading: say(says.voucher), weight: 2.2 },
      { heading: say(says.paidOn), weight: 1.2 },
      { heading: say(says.amount), isNumber: true, weight: 1.2 },
    ],
    rows,
  };
}

/** Who issued and who confirmed it, and when. */
function stepsOf({ settlement, hostName, lenderName }: StatementData, language: Language): DocumentSection {
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  const { issuedAt, confirmedAt, paidAt, disputedBy, disputeReason, state } = settlement;
  const by = (name: string, at: Date | null): string =>
    at === null ? say(says.open) : say(says.by, { name, at: localTime(at) });
  const reason = say(says.because, { name: disputedBy === 'host' ? hostName : lenderName, reason: disputeReason });
  const facts: [Message, string][] = [
    [says.issuedBy, by(lenderName, issuedAt)],
    [says.confirmedBy, by(hostName, confirmedAt)],
    ...(state === 'disputed' ? [[says.disputedBy, reason] satisfies [Message, string]] : []),
    ...(paidAt === null ? [] : [[says.closed, localTime(paidAt)] satisfies [Message, string]]),
  ];
  return {
    heading: say(says.steps),
    blocks: [{ kind: 'facts', facts: facts.map(([label, value]) => ({ label: say(label), value })) }],
  };
}

/** A worker who got less than is due stands out. */
function markShort({ heading }: Column, value: OutputValue): OutputValue | { value: OutputValue; marked: true } {
  return heading === says.passedThrough && Number(value) < 0 ? { value, marked: true } : value;
}

function noted({ rule, message, params }: Finding, language: Language): string {
  return `${rule} ${render(message, language, params)}`;
}

function nameOf({ name, row }: StatementLine, language: Language): string {
  return name ?? render(says.unnamed, language, { id: row.workerId.slice(0, 8) });
}

function total(lines: readonly StatementLine[], of: (line: SettlementLine) => number): number {
  return lines.reduce((sum, { row }) => sum + of(row), 0);
}
