import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MaterialLots } from '../../src/materials/lots/material-lot.service.js';
import { MaterialLotLife } from '../../src/materials/lots/material-lot-life.service.js';
import { MaterialReturns } from '../../src/materials/returns/material-return.service.js';
import { Shortfalls } from '../../src/materials/returns/shortfall.service.js';
import { MaterialDeliveries } from '../../src/materials/transfers/delivery.service.js';
import { MaterialHolds } from '../../src/materials/transfers/hold.service.js';
import type { MaterialTransfer } from '../../src/materials/transfers/material-transfer.entity.js';
import type { EnterpriseViewer } from '../../src/platform/auth/viewer.js';
import { RefusedError } from '../../src/platform/errors/index.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key, places } from '../support/facts.js';
import { Materials } from '../support/materials.js';

const actions = Number(process.env['STOCK_ACTIONS'] ?? '300');
const seed = Number(process.env['STOCK_SEED'] ?? '20261126');

/** Numbers from 0 up to 1, the same for the same seed. */
function randomly(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('the stock ledger', () => {
  let app: TestApp;
  let materials: Materials;
  let viewers: EnterpriseViewer[];
  let owner: EnterpriseActor;
  let takers: EnterpriseActor[];

  beforeAll(async () => {
    app = await TestApp.start();
    materials = new Materials(app);
    const actors = new Actors(app);
    owner = await actors.enterprise();
    takers = [await actors.enterprise(), await actors.enterprise(), await actors.enterprise()];
    const accounts = await app.db.rows<{ id: string; enterprise: string }>(
      'SELECT id, enterprise_id AS enterprise FROM account WHERE enterprise_id IS NOT NULL ORDER BY id',
    );
    viewers = accounts.map(({ id, enterprise }) => ({
      ...{ kind: 'enterprise', accountId: id, sessionId: id, enterpriseId: enterprise, role: 'owner', language: 'en' },
    }));
  });
  afterAll(() => app.close());

  it(
    `reconciles after ${actions} random actions of four enterprises (seed ${seed})`,
    async () => {
      const done = await new Market(app, viewers, randomly(seed)).play(actions, async () => {
        expect(await materials.faultsOfLedger()).toEqual([]);
      });
      expect(await materials.faultsOfLedger()).toEqual([]);
      // What only happened to be refused proves nothing: every kind of posting, but by the calendar, was made.
      const reasons = await app.db.rows<{ reason: string }>('SELECT DISTINCT reason FROM stock_posting');
      expect(reasons.length).toBeGreaterThanOrEqual(actions >= 2_000 ? 10 : 7);
      expect(done).toBeGreaterThan(actions / 4);
    },
    Math.max(120_000, actions * 100),
  );

  it('never oversells a lot, however many reserve at once, and no deadlock surfaces', async () => {
    const lotId = await materials.publish(owner);
    const tries = Array.from({ length: 40 }, (_, at) => {
      const input = { idempotencyKey: key(), lotId, quantity: { value: '70' } };
      return app.call<{ reserveMaterial: { id: string } | null }>(
        'mutation ($input: ReserveMaterialInput!) { reserveMaterial(input: $input) { id } }',
        { input },
        { as: takers[at % takers.length]?.token ?? '' },
      );
    });
    const answers = await Promise.all(tries);
    const refusals = answers.flatMap(({ errors }) => errors ?? []);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(14);
    expect(new Set(refusals.map(({ message }) => message))).toEqual(new Set(['Only 20 kg is available.']));
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '20', stock: { reserved: '980' } });
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('lets one of many who race for the same step have it', async () => {
    const lotId = await materials.publish(owner);
    const [taker] = takers;
    if (!taker) throw new Error('no taker');
    const transferId = await materials.delivered(owner, taker, lotId, '100');
    const quantity = { value: '100' };
    const race = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => materials.step(taker, 'acceptMaterial', { transferId, quantity })),
      ...Array.from({ length: 6 }, () =>
        materials.step(taker, 'disputeMaterial', { transferId, quantity: { value: '90' }, reason: 'x' }),
      ),
      app.ask(
        'mutation ($input: WithdrawMaterialLotInput!) { withdrawMaterialLot(input: $input) { id } }',
        { input: { lotId } },
        { as: owner.token },
      ),
    ]);
    for (const outcome of race)
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/ILLEGAL_TRANSITION|CONFLICT/);
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('holds by itself what code might forget', async () => {
    const lotId = await materials.publish(owner);
    const [account] = await app.db.rows<{ id: string }>(
      `SELECT id FROM stock_account WHERE lot_id = $1 AND type = 'on_hand'`,
      [lotId],
    );
    const [posting] = await app.db.rows<{ id: string }>('SELECT id FROM stock_posting WHERE lot_id = $1', [lotId]);
    const id = [account?.id];
    await expect(app.db.rows('UPDATE stock_account SET balance = 5 WHERE id = $1', id)).rejects.toThrow('append-only');
    await expect(app.db.rows('DELETE FROM stock_account WHERE id = $1', id)).rejects.toThrow('append-only');
    await expect(app.db.rows('UPDATE stock_entry SET amount = 1 WHERE account_id = $1', id)).rejects.toThrow(
      'append-only',
    );
    await expect(app.db.rows('DELETE FROM stock_posting WHERE id = $1', [posting?.id])).rejects.toThrow('append-only');
    await expect(app.db.rows('TRUNCATE stock_entry')).rejects.toThrow('append-only');
    const post = (amount: number): Promise<unknown> =>
      app.db.transaction(async (tx) => {
        const [made] = await tx.query<{ id: string }[]>(
          `INSERT INTO stock_posting (id, reason, lot_id, actor) VALUES (gen_random_uuid(), 'publish', $1, 'test') RETURNING id`,
          [lotId],
        );
        await tx.query('INSERT INTO stock_entry (posting_id, account_id, amount) VALUES ($1, $2, $3)', [
          made?.id,
          account?.id,
          amount,
        ]);
      });
    await expect(post(1)).rejects.toThrow('does not allow');
    await expect(post(-1001)).rejects.toThrow('not enough left');
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '1000' });
  });
});

/** Four enterprises that do anything at any time, most of it sensible. */
class Market {
  private readonly lotIds: string[] = [];
  private readonly transferIds: string[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly viewers: readonly EnterpriseViewer[],
    private readonly random: () => number,
  ) {}

  /** Plays so many actions, a few at a time; `check` is asked now and then. Returns how many were not refused. */
  async play(count: number, check: () => Promise<void>): Promise<number> {
    let done = 0;
    for (let played = 0; played < count; played += 4) {
      const outcomes = await Promise.all(Array.from({ length: Math.min(4, count - played) }, () => this.act()));
      done += outcomes.filter(Boolean).length;
      if (played % 200 === 0) await check();
    }
    return done;
  }

  private async act(): Promise<boolean> {
    try {
      await this.choose();
      return true;
    } catch (error) {
      if (error instanceof RefusedError) return false;
      throw error;
    }
  }

  private async choose(): Promise<void> {
    const dice = this.random();
    if (this.lotIds.length < 3 || dice < 0.05) return this.publish();
    if (dice < 0.07) return this.withdraw();
    if (dice < 0.35 || this.transferIds.length < 3) return this.reserve();
    return this.step();
  }

  private async publish(): Promise<void> {
    const isLoan = this.random() < 0.7;
    const lot = await this.app.api.get(MaterialLotLife).publish(this.any(this.viewers), {
      ...{ idempotencyKey: key(), kindId: this.any(['RATTAN-CORE-5', 'IRON-WIRE-4']), grade: 'A', ...places.town },
      ...{ siteName: 'x', availableUntil: inDays(9), description: '', tolerancePercent: 2 },
      ...(isLoan ? { terms: 'loan', loanDays: 9 } : { terms: 'sale', fenPerUnit: 1 + Math.floor(this.random() * 999) }),
      quantity: { value: this.quantity(500) },
    });
    this.lotIds.push(lot.id);
  }

  private async withdraw(): Promise<void> {
    const lotId = this.any(this.lotIds);
    const lot = (await this.app.api.get(MaterialLots).byIds([lotId])).get(lotId);
    await this.app.api.get(MaterialLotLife).withdraw(this.of(lot?.enterpriseId), lotId);
  }

  private async reserve(): Promise<void> {
    const { id } = await this.app.api.get(MaterialHolds).reserve(this.any(this.viewers), {
      ...{
        idempotencyKey: key(),
        lotId: this.any(this.lotIds),
        quantity: { value: this.quantity(120) },
        holdHours: 48,
      },
    });
    this.transferIds.push(id);
  }

  private async step(): Promise<void> {
    const id = this.any(this.transferIds);
    const [transfer] = await this.app.db.rows<Pick<MaterialTransfer, 'state' | 'ownerId' | 'receiverId' | 'quantity'>>(
      `SELECT state, owner_id AS "ownerId", receiver_id AS "receiverId", coalesce(delivered_quantity, quantity) AS quantity
       FROM material_transfer WHERE id = $1`,
      [id],
    );
    if (!transfer) return;
    const { quantity } = transfer;
    const [owner, receiver] = [this.of(transfer.ownerId), this.of(transfer.receiverId)];
    const deliveries = this.app.api.get(MaterialDeliveries);
    const dice = this.random();
    switch (transfer.state) {
      case 'reserved':
        if (dice < 0.15) await this.app.api.get(MaterialHolds).end(owner, id, 'owner', 'x');
        else if (dice < 0.3) await this.app.api.get(MaterialHolds).end(receiver, id, 'receiver', null);
        else
          await deliveries.deliver(owner, {
            transferId: id,
            quantity: this.about(quantity),
            deliveryNote: 'x',
            reason: 'x',
          });
        return;
      case 'delivered':
        if (dice < 0.3)
          await deliveries.dispute(receiver, { transferId: id, quantity: this.about(quantity), reason: 'x' });
        else await deliveries.accept(receiver, { transferId: id, quantity: this.about(quantity, 0.02) });
        return;
      case 'disputed':
        await this.settle(id, owner, receiver, quantity);
        return;
      case 'accepted':
        await this.bringBack(id, owner, receiver);
        return;
      case 'returned':
      case 'released':
        await deliveries.accept(receiver, { transferId: id, quantity: this.about(quantity) });
    }
  }

  private async settle(
    id: string,
    owner: EnterpriseViewer,
    receiver: EnterpriseViewer,
    quantity: string,
  ): Promise<void> {
    const deliveries = this.app.api.get(MaterialDeliveries);
    const [row] = await this.app.db.rows<{ claimed: string; offered: string | null }>(
      'SELECT trim_scale(claimed_quantity)::text AS claimed, trim_scale(offered_quantity)::text AS offered FROM material_transfer WHERE id = $1',
      [id],
    );
    if (row?.offered) await deliveries.accept(receiver, { transferId: id, quantity: { value: row.offered } });
    else {
      const answer = this.random() < 0.5 ? { value: row?.claimed ?? '0' } : this.about(quantity);
      await deliveries.resolve(owner, { transferId: id, quantity: answer, note: '' });
    }
  }

  private async bringBack(id: string, owner: EnterpriseViewer, receiver: EnterpriseViewer): Promise<void> {
    const returns = this.app.api.get(MaterialReturns);
    const open = ((await returns.ofTransfers([id])).get(id) ?? []).find(({ state }) => state === 'stated');
    const dice = this.random();
    if (open && dice < 0.2) await returns.refuse(owner, { materialReturnId: open.id, reason: 'x' });
    else if (open) await returns.accept(owner, { materialReturnId: open.id, quantity: this.about(open.quantity) });
    else if (dice < 0.2)
      for (const viewer of [owner, receiver])
        await this.app.api.get(Shortfalls).settle(viewer, { transferId: id, fen: 100 });
    else
      await returns.state(receiver, {
        idempotencyKey: key(),
        transferId: id,
        quantity: { value: this.quantity(60) },
        note: '',
      });
  }

  private any<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.random() * choices.length)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  }

  private of(enterpriseId: string | undefined): EnterpriseViewer {
    return this.any(this.viewers.filter((viewer) => viewer.enterpriseId === enterpriseId));
  }

  private quantity(most: number): string {
    return (Math.floor(this.random() * most * 1000) / 1000).toFixed(3);
  }

  /** Something near a figure, as scales have it. */
  private about(figure: string, by = 0.05): { value: string } {
    return { value: Math.max(0, Number(figure) * (1 + (this.random() * 2 - 1) * by)).toFixed(3) };
  }
}
