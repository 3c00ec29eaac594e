import { type Language, type Message, type MessageParams, render } from '../../platform/i18n/message.js';
import type { DocumentBlock, DocumentModel } from '../../platform/documents/document-model.js';
import type { OutputSheet, OutputValue } from '../../platform/spreadsheet/index.js';
import { payDue } from './settle.rules.js';
import type { Settlement, SettlementLine, SettlementPayment, WorkerPayment } from './settlement.entity.js';
import type { Finding } from './settlement-finding.rules.js';
import { statementMessages as says } from './statement.messages.js';

/** A line with its worker's name and the proof of what they got. */
export interface StatementLine {
  readonly row: SettlementLine;
  readonly name: string | undefined;
  readonly payments: readonly WorkerPayment[];
}

/** All that a statement shows. A worker's own holds their line alone, and no payment of the host. */
export interface StatementData {
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
const money = columns.filter(({ as }) => as === 'money');
const payColumn = money.findIndex(({ heading }) => heading === says.pay);
/** What makes up a worker's pay, and what becomes of it: two tables, so that no amount has to be broken on the page. */
const pay = money.slice(0, payColumn + 1);
const settled = money.slice(payColumn);

/** A settlement, or one line of it, as a paper: hours, pay, and what is paid to whom. */
export function statementModel(data: StatementData, language: Language): DocumentModel {
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  const { settlement } = data;
  const findings = data.findings.map((finding) => noted(finding, language));
  return {
    language,
    title: say(says.title),
    subtitle: say(says.subtitle, { startsOn: settlement.periodStartsOn, endsOn: settlement.periodEndsOn }),
    sections: [
      { heading: say(says.parties), blocks: [{ kind: 'facts', facts: factsOf(data, language) }] },
      { heading: say(says.hours), blocks: [linesTable(data, hours, language)] },
      { heading: say(says.payOf), blocks: [linesTable(data, pay, language)] },
      {
        heading: say(says.amounts),
        blocks: [linesTable(data, settled, language), { kind: 'paragraph', text: say(says.noMargin) }],
      },
      { heading: say(says.payments), blocks: [paymentsTable(data, language)] },
      ...(findings.length > 0
        ? [{ heading: say(says.findings), blocks: [{ kind: 'list' as const, items: findings }] }]
        : []),
    ],
    footer: { number: `${data.agreementNumber} · ${settlement.periodEndsOn}` },
    datedAt: settlement.issuedAt ?? settlement.computedAt,
  };
}

/** One row for each worker; a column in which nobody has anything is left out, unless it is all there is. */
function linesTable({ lines }: StatementData, asked: readonly Column[], language: Language): DocumentBlock {
  const used = asked.filter(({ of, as }) => as === 'hours' || lines.some(({ row }) => of(row) !== 0));
  const cells = ({ of, as }: Column, value: (of: Column['of']) => number): string => shown[as](value(of));
  return {
    kind: 'table',
    columns: [
      { heading: render(says.worker, language), weight: 1.4 },
      ...used.map(({ heading }) => ({ heading: render(heading, language), isNumber: true })),
    ],
    rows: lines.map((line) => [nameOf(line, language), ...used.map((column) => cells(column, (of) => of(line.row)))]),
    totals: [[render(says.total, language), ...used.map((column) => cells(column, (of) => total(lines, of)))]],
  };
}

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

function paymentsTable(data: StatementData, language: Language): DocumentBlock {
  const say = (message: Message, params?: MessageParams): string => render(message, language, params);
  const row = (leg: string, { voucher, paidOn, amountFen }: SettlementPayment | WorkerPayment): string[] => [
    ...[leg, voucher, paidOn, yuan(amountFen)],
  ];
  return {
    kind: 'table',
    columns: [
      { heading: say(says.leg), weight: 2 },
      { heading: say(says.voucher), weight: 2 },
      { heading: say(says.paidOn) },
      { heading: say(says.amount), isNumber: true },
    ],
    rows: [
      ...data.hostPayments.map((payment) => row(say(says.hostLeg), payment)),
      ...data.lines.flatMap((line) =>
        line.payments.map((payment) => row(say(says.workerLeg, { name: nameOf(line, language) }), payment)),
      ),
    ],
  };
}

/** A worker who got less than is due stands out. */
function markShort({ heading }: Column, value: OutputValue): OutputValue | { value: OutputValue; marked: true } {
  return heading === says.passedThrough && Number(value) < 0 ? { value, marked: true } : value;
}

function noted({ rule, message, params }: Finding, language: Language): string {
  return `${rule === null ? '' : `${rule} `}${render(message, language, params)}`;
}

function nameOf({ name, row }: StatementLine, language: Language): string {
  return name ?? render(says.unnamed, language, { id: row.workerId.slice(0, 8) });
}

function total(lines: readonly StatementLine[], of: (line: SettlementLine) => number): number {
  return lines.reduce((sum, { row }) => sum + of(row), 0);
}

/** Fen as yuan with two decimals, exactly. */
function yuan(fen: number): string {
  const positive = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.trunc(positive / 100)}.${String(positive % 100).padStart(2, '0')}`;
}
