import { type Actor, type EnterpriseActor, password } from './actors.js';
import type { TestApp } from './app.js';
import { inDays, key } from './facts.js';

export interface DraftedAgreement {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string | null;
  readonly state: string;
}

/** Every field of an agreement's terms, as a query asks for them. */
export const termFields = `reason heads { occupationId level headcount } startsOn endsOn trialDays site duties shift dailyMinutes
  breakMinutes weeklyDays restAndLeave wageFen wageUnit currency overtimePercent restDayPercent holidayPercent allowances
  cutOffDay hostPaysByDay workersPaidByDay payMethod contributionsFen reimbursements { kind perWorkerMonthFen } lodging
  meals transport hazards protection safetyTrainingHours injuryHostPercent injuryProcess commercialInsurance returnCases
  returnNoticeDays replacementDays earlyEndNoticeDays travelAndOtherCosts confidentiality latePaymentBasisPoints
  disputeForum dataPurposeBound`;

const fields = '{ id number version contentHash state }';
const mutation = (name: string, type: string): string =>
  `mutation ($input: ${type}!) { ${name}(input: $input) ${fields} }`;

/** The papers of loans, made through the API as the two enterprises would. */
export class Deals {
  constructor(
    private readonly app: TestApp,
    private readonly host: EnterpriseActor,
    private readonly lender: EnterpriseActor,
  ) {}

  /** States an open-ended contract of a worker of the lender's. */
  async contract(workerId: string, changes: object = {}): Promise<void> {
    const input = { idempotencyKey: key(), workerId, contractNumber: 'LC-1', startsOn: inDays(-400), ...changes };
    await this.app.ask(
      `mutation ($input: RecordEmploymentInput!) { recordEmployment(input: $input) { id } }`,
      { input },
      { as: this.lender.token },
    );
  }

  /** An agreement for a need that an offer between the two stands for: the host drafts, the lender adds what is missing, both sign. */
  async signed(needId: string, changes: object = {}): Promise<DraftedAgreement> {
    const { id, version } = await this.drafted(needId);
    const { agreement } = await this.app.ask<{ agreement: { terms: object } }>(
      `query ($id: ID!) { agreement(id: $id) { terms { ${termFields} } } }`,
      { id },
      { as: this.lender.token },
    );
    const missing = { reason: 'SEASON', contributionsFen: 80_000, injuryHostPercent: 50 };
    const input = { agreementId: id, version, terms: { ...agreement.terms, ...missing, ...changes }, note: '' };
    const proposed = await this.ask('proposeTerms', 'ProposeTermsInput', input, this.lender);
    return this.sign(await this.issued(proposed, this.host));
  }

  async drafted(needId: string): Promise<DraftedAgreement> {
    const input = { idempotencyKey: key(), needId, partnerId: this.lender.enterpriseId };
    return this.ask('draftAgreement', 'DraftAgreementInput', input, this.host);
  }

  /** The side that did not propose the newest terms agrees to them. */
  async issued({ id, version }: DraftedAgreement, by: Actor = this.lender): Promise<DraftedAgreement> {
    return this.ask('issueAgreement', 'AgreementVersionInput', { agreementId: id, version }, by);
  }

  /** Both sign; answers what the second signature made of it. */
  async sign(agreement: DraftedAgreement): Promise<DraftedAgreement> {
    await this.signAs(this.host, agreement);
    return this.signAs(this.lender, agreement);
  }

  async signAs(party: Actor, { id, contentHash }: DraftedAgreement): Promise<DraftedAgreement> {
    const input = { agreementId: id, contentHash, name: '王小明', title: '法定代表人', password };
    return this.ask('signAgreement', 'SignAgreementInput', input, party);
  }

  private async ask(name: string, type: string, input: object, party: Actor): Promise<DraftedAgreement> {
    const answer = await this.app.ask<Record<string, DraftedAgreement>>(
      mutation(name, type),
      { input },
      { as: party.token },
    );
    const agreement = answer[name];
    if (!agreement) throw new Error(`${name} answered nothing`);
    return agreement;
  }
}

/** The worker reads the notice of their placement and confirms it. */
export async function confirmTerms(app: TestApp, worker: Actor): Promise<void> {
  const { placements } = await app.ask<{
    placements: { edges: { node: { id: string; notice: { hash: string } | null } }[] };
  }>(`{ placements(first: 1) { edges { node { id notice { hash } } } } }`, {}, { as: worker.token });
  const [placement] = placements.edges.map(({ node }) => node);
  const input = { placementId: placement?.id, noticeHash: placement?.notice?.hash };
  await app.ask(
    `mutation ($input: ConfirmTermsInput!) { confirmTerms(input: $input) { id } }`,
    { input },
    { as: worker.token },
  );
}
