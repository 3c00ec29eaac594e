import { Actors, type Actor, type EnterpriseActor } from './actors.js';
import { TestApp } from './app.js';
import { inDays, key } from './facts.js';
import { agreedTerms, lastMonth, lend, type Lent, work } from './loans.js';

const step = (name: string, type: string): string =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { id state payFen contributionsFen reimbursementsFen totalFen hostPaidFen hostOpenFen leftOutDays disputedBy } }`;
export const prepare = step('prepareSettlement', 'PrepareSettlementInput');
export const issue = step('issueSettlement', 'IssueSettlementInput');
export const reissue = step('reissueSettlement', 'IssueSettlementInput');
export const confirm = step('confirmSettlement', 'SettlementInput');
export const dispute = step('disputeSettlement', 'DisputeSettlementInput');
export const payHost = step('recordHostPayment', 'RecordHostPaymentInput');
export const payWorkers = step('recordWorkerPayments', 'RecordWorkerPaymentsInput');
export const prove = `mutation ($input: RecordInsuranceProofInput!) { recordInsuranceProof(input: $input) { id month } }`;
export const object = `mutation ($input: ObjectToLineInput!) { objectToLine(input: $input) { id state actions } }`;
export const answerObjection = `mutation ($input: AnswerObjectionInput!) { answerObjection(input: $input) { id state correctionFen } }`;
export const settlementQuery = `query ($id: ID!) { settlement(id: $id) { id state totalFen actions late { kind } findings { rule { id } severity message }
  hostPayments { voucher amountFen } insuranceProofs { month }
  lines(first: 50) { edges { node { id days carriedDays placementDays wageFen overtimeFen restDayFen holidayFen correctionFen payFen
    contributionsFen reimbursementsFen totalFen paidToWorkerFen candidate { id person { name } } findings { rule { id } } objections { id } } } } } }`;
export const myPayLines = `{ myPayLines { edges { node { id payFen actions period { state settlementId } payments { voucher } objections { state answer } lender { name } } } } }`;

export interface Line {
  readonly id: string;
  readonly payFen: number;
  readonly totalFen: number;
  readonly correctionFen: number;
  readonly carriedDays: number;
  readonly candidate: { readonly id: string };
}
export interface Seen {
  readonly state: string;
  readonly totalFen: number;
  readonly actions: string[];
  readonly late: { readonly kind: string }[];
  readonly findings: { rule: { id: string }; severity: string; message: string }[];
  readonly lines: { edges: { node: Line }[] };
}
type Step = Record<string, { id: string; state: string; totalFen: number; payFen: number; hostOpenFen: number }>;

const nothing = { id: '', state: '', totalFen: 0, payFen: 0, hostOpenFen: 0 };

export interface Employee {
  readonly actor: Actor;
  readonly id: string;
}

/** A host and a lender who settle, with what a test asks of them again and again. */
export class Settling {
  private constructor(
    readonly app: TestApp,
    readonly actors: Actors,
    readonly host: EnterpriseActor,
    readonly lender: EnterpriseActor,
  ) {}

  static async start(): Promise<Settling> {
    const app = await TestApp.start();
    const actors = new Actors(app);
    const host = await actors.enterprise('安溪用工有限公司');
    return new Settling(app, actors, host, await actors.enterprise('安溪原单位有限公司'));
  }

  /** A worker with an account, employed by the lender. */
  async employee(): Promise<Employee> {
    const actor = await this.actors.idleWorker();
    const [row] = await this.app.db.rows<{ id: string }>(
      `UPDATE worker SET home_enterprise_id = $2 WHERE id = (SELECT worker_id FROM account WHERE login = $1) RETURNING id`,
      [actor.login, this.lender.enterpriseId],
    );
    return { actor, id: row?.id ?? '' };
  }

  /** These workers at the host since the beginning of last month. */
  async lend(workers: readonly Employee[], terms: object = agreedTerms()): Promise<Lent> {
    const parties = { hostId: this.host.enterpriseId, lenderId: this.lender.enterpriseId };
    return lend(this.app, { ...parties, workerIds: workers.map(({ id }) => id), terms });
  }

  /** A loan of one new worker with two days of work, issued and confirmed. */
  async confirmed(terms: object = agreedTerms()): Promise<Lent & { id: string; line: Line; worker: Employee }> {
    const worker = await this.employee();
    const loan = await this.lend([worker], terms);
    for (const day of [5, 6]) await work(this.app, loan.placementIds.get(worker.id), lastMonth.day(day));
    const { id } = await this.run(prepare, { agreementId: loan.agreementId, month: lastMonth.endsOn }, this.lender);
    await this.run(issue, { settlementId: id }, this.lender);
    await this.run(confirm, { settlementId: id }, this.host);
    const [line] = linesOf(await this.see(id));
    if (!line) throw new Error('no line');
    return { id, line, worker, ...loan };
  }

  /** A mutation that must succeed. */
  async run(query: string, input: object, actor: Actor) {
    return Object.values(await this.app.ask<Step>(query, { input }, { as: actor.token }))[0] ?? nothing;
  }

  /** The first error of a mutation that must fail. */
  async no(query: string, input: object, actor: Actor) {
    const { errors } = await this.app.call(query, { input }, { as: actor.token });
    return { ...errors?.[0]?.extensions, message: errors?.[0]?.message };
  }

  async see(id: string, actor: Actor = this.lender): Promise<Seen> {
    return (await this.app.ask<{ settlement: Seen }>(settlementQuery, { id }, { as: actor.token })).settlement;
  }
}

export const linesOf = (seen: Seen): Line[] => seen.lines.edges.map(({ node }) => node);
export const rulesOf = (seen: Seen): string[] => seen.findings.map(({ rule }) => rule.id);
export const paid = (lineId: string, amountFen: number, changes: object = {}): object => ({
  ...{ lineId, amountFen, voucher: key(), paidOn: inDays(0), toOwnAccount: true },
  ...changes,
});
