import { Database } from '../../src/platform/database/database.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import type { JobDefinition } from '../../src/platform/queue/job.js';
import type { TestApp } from './app.js';
import type { EnterpriseActor } from './actors.js';
import { inDays, key, places } from './facts.js';

/** A valid lot for sale: 1 t of rattan core at 12 yuan a kilogram; a test names only what matters to it. */
export const lot = (changes: object = {}): object => ({
  ...{ idempotencyKey: key(), kindId: 'RATTAN-CORE-8', quantity: { value: '1000', unit: 'kg' }, grade: 'A' },
  ...{ terms: 'SALE', fenPerUnit: 1200, ...places.town, siteName: '一号仓', availableUntil: inDays(30) },
  ...changes,
});

/** The same, lent for 30 days. */
export const loanLot = (changes: object = {}): object =>
  lot({ terms: 'LOAN', fenPerUnit: null, loanDays: 30, ...changes });

export const materialRequest = (changes: object = {}): object => ({
  ...{ idempotencyKey: key(), kindIds: ['RATTAN-CORE-8', 'RATTAN-CORE-5'], quantity: { value: '300' } },
  ...{ minimumGrade: 'B', acceptsLoan: true, ...places.near, siteName: '车间', neededBy: inDays(10) },
  ...changes,
});

export const transferFields = `id state side quantity deliveredQuantity claimedQuantity offeredQuantity acceptedQuantity invoiceFen dueOn
  actions stock { reserved delivered received onLoan returning returned shortfall difference }
  shortfallTerms { namedBy quantity fen settledAt } returns { id state quantity acceptedQuantity actions }`;

export interface TransferAnswer {
  readonly id: string;
  readonly state: string;
  readonly side: string;
  readonly quantity: string;
  readonly acceptedQuantity: string | null;
  readonly invoiceFen: number | null;
  readonly dueOn: string | null;
  readonly actions: string[];
  readonly stock: Readonly<Record<string, string>>;
  readonly returns: { readonly id: string; readonly state: string; readonly actions: string[] }[];
}

/** What enterprises do with materials, through the API. */
export class Materials {
  constructor(private readonly app: TestApp) {}

  async publish(owner: EnterpriseActor, input: object = lot()): Promise<string> {
    const { publishMaterialLot } = await this.app.ask<{ publishMaterialLot: { id: string } }>(
      'mutation ($input: PublishMaterialLotInput!) { publishMaterialLot(input: $input) { id } }',
      { input },
      { as: owner.token },
    );
    return publishMaterialLot.id;
  }

  async request(enterprise: EnterpriseActor, input: object = materialRequest()): Promise<string> {
    const { publishMaterialRequest } = await this.app.ask<{ publishMaterialRequest: { id: string } }>(
      'mutation ($input: PublishMaterialRequestInput!) { publishMaterialRequest(input: $input) { id } }',
      { input },
      { as: enterprise.token },
    );
    return publishMaterialRequest.id;
  }

  /** One step of a transfer: `deliverMaterial` and its like. */
  async step(actor: EnterpriseActor, mutation: string, input: object): Promise<TransferAnswer> {
    const data = await this.app.ask<Record<string, TransferAnswer>>(
      documentOf(mutation),
      { input },
      { as: actor.token },
    );
    const answer = data[mutation];
    if (!answer) throw new Error(`no answer of ${mutation}`);
    return answer;
  }

  /** The code, and the fields at fault, of a step that must be refused. */
  async refused(actor: EnterpriseActor, mutation: string, input: object): Promise<string> {
    const { errors } = await this.app.call(documentOf(mutation), { input }, { as: actor.token });
    if (!errors) throw new Error(`expected a refusal of ${mutation}`);
    return errors
      .map(({ extensions: { code, fields = [] } }) => [code, ...fields.map(({ path }) => path)].join(' '))
      .join('; ');
  }

  async reserve(receiver: EnterpriseActor, lotId: string, value: string, changes: object = {}): Promise<string> {
    const input = { idempotencyKey: key(), lotId, quantity: { value }, ...changes };
    return (await this.step(receiver, 'reserveMaterial', input)).id;
  }

  /** Goods of a lot that have been handed over, and not yet accepted. */
  async delivered(owner: EnterpriseActor, receiver: EnterpriseActor, lotId: string, value: string): Promise<string> {
    const transferId = await this.reserve(receiver, lotId, value);
    await this.step(owner, 'deliverMaterial', { transferId, quantity: { value }, deliveryNote: 'DN-1' });
    return transferId;
  }

  async lotOf(viewer: EnterpriseActor, id: string): Promise<LotAnswer> {
    const { materialLot } = await this.app.ask<{ materialLot: LotAnswer }>(
      `query ($id: ID!) { materialLot(id: $id) { id state quantity available actions
         stock { available reserved delivered received onLoan returned shortfall } } }`,
      { id },
      { as: viewer.token },
    );
    return materialLot;
  }

  /** Runs a job as the clock would. */
  async run(job: JobDefinition<object>): Promise<void> {
    await this.app.jobs.get(Database).transaction((tx) => this.app.jobs.get(Outbox).requestJob(tx, job, {}));
    await this.app.settle();
  }

  /** Names of the events of a transfer, lot, request or pool, in order. */
  async eventsOf(id: string): Promise<string[]> {
    const rows = await this.app.db.rows<{ name: string }>(
      `SELECT name FROM outbox_event WHERE name LIKE 'materials.%' AND payload::text LIKE '%' || $1 || '%' ORDER BY id`,
      [id],
    );
    return rows.map(({ name }) => name.replace('materials.', ''));
  }

  /** Rows that an intact ledger does not have. */
  async faultsOfLedger(): Promise<object[]> {
    return this.app.db.rows(`
      SELECT 'balance' AS fault, id::text AS id FROM stock_account_broken
      UNION ALL SELECT 'books do not sum to zero', k FROM (
        SELECT a.kind_id AS k FROM stock_account a GROUP BY a.kind_id HAVING sum(a.balance) <> 0) s
      UNION ALL SELECT 'negative', id::text FROM stock_account WHERE balance < 0 AND type NOT IN ('outside', 'difference')
      UNION ALL SELECT 'accepted figure', t.id::text FROM material_transfer t JOIN stock_account a ON a.transfer_id = t.id
        AND a.type IN ('received', 'on_loan', 'returning', 'returned', 'shortfall')
        GROUP BY t.id HAVING sum(a.balance) <> coalesce(t.accepted_quantity, 0)
      UNION ALL SELECT 'difference', t.id::text FROM material_transfer t LEFT JOIN stock_account a ON a.transfer_id = t.id AND a.type = 'difference'
        WHERE t.accepted_quantity IS NOT NULL AND coalesce(a.balance, 0) <> t.delivered_quantity - t.accepted_quantity
      UNION ALL SELECT 'held after its end', t.id::text FROM material_transfer t JOIN stock_account a ON a.transfer_id = t.id
        WHERE a.balance <> 0 AND (t.state = 'released' OR a.type = 'reserved' AND t.state <> 'reserved'
          OR a.type = 'delivered' AND t.state NOT IN ('delivered', 'disputed'))`);
  }
}

export interface LotAnswer {
  readonly id: string;
  readonly state: string;
  readonly quantity: string;
  readonly available: string;
  readonly actions: string[];
  readonly stock: Readonly<Record<string, string>> | null;
}

function documentOf(mutation: string): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${transferFields} } }`;
}

/** One id of everything that two enterprises do with materials, by the names of input fields and queries. */
export async function materialsBetween(
  app: TestApp,
  owner: EnterpriseActor,
  receiver: EnterpriseActor,
): Promise<Record<string, string>> {
  // As if a run were asked for already: the matching stays away, so that proposals can be written by hand.
  await app.db.rows('UPDATE sharing_market SET is_awaited = true');
  const materials = new Materials(app);
  const [lotId, requestId] = [await materials.publish(owner, loanLot()), await materials.request(receiver)];
  const quantity = { value: '10' };
  const lentId = await materials.delivered(owner, receiver, lotId, '10');
  await materials.step(receiver, 'acceptMaterial', { transferId: lentId, quantity });
  const back = { idempotencyKey: key(), transferId: lentId, quantity: { value: '5' } };
  const { returns } = await materials.step(receiver, 'returnMaterial', back);
  const withdrawn = await materials.publish(owner);
  await app.db.rows(`UPDATE material_lot SET state = 'closed' WHERE id = $1`, [withdrawn]);
  const [proposal] = await app.db.rows<{ id: string }>(
    `INSERT INTO material_proposal (id, run_id, request_id, lot_id, quantity, goods_fen, transport_fen, state)
     VALUES (gen_random_uuid(), $1, $1, $2, 1, 1, 1, 'proposed') RETURNING id`,
    [requestId, lotId],
  );
  const { openPooledPurchase } = await app.ask<{ openPooledPurchase: { id: string } }>(
    'mutation ($input: OpenPooledPurchaseInput!) { openPooledPurchase(input: $input) { id } }',
    {
      input: {
        ...{
          idempotencyKey: key(),
          kindId: 'PRIMER',
          unit: 'drum',
          tiers: [{ fromQuantity: '1', fenPerUnit: 20_000 }],
        },
        ...{ threshold: '10', closesOn: inDays(5), supplierName: 'x', ...places.town, siteName: 'x' },
      },
    },
    { as: owner.token },
  );
  return {
    ...{ lotId, requestId, transferId: lentId, materialReturnId: returns[0]?.id ?? '' },
    ...{ materialProposalId: proposal?.id ?? '', poolId: openPooledPurchase.id },
    ...{ 'materialTransfer.id': lentId, 'materialLot.id': withdrawn },
  };
}
