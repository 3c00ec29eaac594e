import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { type Hold, MaterialProposals, MaterialReservations, type ProposedTaking } from '../../src/materials/index.js';
import { system } from '../../src/platform/auth/viewer.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';
import { lot, Materials } from '../support/materials.js';

describe('the market of materials', () => {
  let app: TestApp;
  let materials: Materials;
  let owner: EnterpriseActor;
  let receiver: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    // As if a run were asked for already: the matching stays away, so that proposals can be written by hand.
    await app.db.rows(`UPDATE sharing_market SET is_awaited = true WHERE leg = 'materials'`);
    materials = new Materials(app);
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪藤料行');
    receiver = await actors.enterprise('安溪藤椅厂');
  });
  afterAll(() => app.close());

  it('five hundred lots are published at once, or none, with every fault at its row', async () => {
    const { idempotencyKey: _key, ...row } = lot() as Record<string, unknown>;
    const publishAll =
      'mutation ($input: PublishMaterialLotsInput!) { publishMaterialLots(input: $input) { id available } }';
    const count = async (): Promise<number> =>
      (await app.db.rows<{ n: number }>('SELECT count(*)::int AS n FROM material_lot'))[0]?.n ?? 0;
    const before = await count();
    const values = Array.from({ length: 500 }, (_, at) => String(at + 1));
    const rows: object[] = values.map((value) => ({ ...row, quantity: { value } }));
    const faulty = rows
      .with(3, { ...row, kindId: 'NO-SUCH' })
      .with(7, { ...row, quantity: { value: '1.00001' }, priceUnit: 'roll' });
    const { errors } = await app.call(
      publishAll,
      {
        input: {
          idempotencyKey: key(),
          lots: faulty.with(499, { ...row, availableUntil: '2020-01-01', regionId: 'X:1' }),
        },
      },
      { as: owner.token },
    );
    expect(errors?.flatMap(({ extensions }) => extensions.fields?.map(({ path }) => path) ?? [])).toEqual([
      'input.lots.3.kindId',
      'input.lots.7.quantity.value',
      'input.lots.7.priceUnit',
      'input.lots.499.regionId',
      'input.lots.499.availableUntil',
    ]);
    expect(await count()).toBe(before);
    const input = { idempotencyKey: key(), lots: rows };
    const { publishMaterialLots } = await app.ask<{ publishMaterialLots: { id: string; available: string }[] }>(
      publishAll,
      { input },
      { as: owner.token },
    );
    expect(publishMaterialLots.map(({ available }) => available)).toEqual(values);
    const again = await app.ask<typeof publishAll>(publishAll, { input }, { as: owner.token });
    expect(again).toEqual({ publishMaterialLots });
    expect(await count()).toBe(before + 500);
    expect(await materials.faultsOfLedger()).toEqual([]);
    const page =
      'query ($after: String) { materialLots(first: 100, after: $after, near: { latitude: 25, longitude: 118 }) { edges { node { id } } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const data: {
        materialLots: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await app.ask(page, { after }, { as: receiver.token });
      seen.push(...data.materialLots.edges.map(({ node }) => node.id));
      ({ hasNextPage: more, endCursor: after } = data.materialLots.pageInfo);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(500);
    expect(await app.refusal('{ materialLots(after: "eHl6") { edges { cursor } } }', {}, { as: receiver.token })).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('the catalogue is searched in both languages, extended and pruned by those who keep it', async () => {
    const kinds = async (args: string): Promise<string[]> => {
      const { materialKinds } = await app.ask<{ materialKinds: { edges: { node: { id: string } }[] } }>(
        `{ materialKinds(${args}) { edges { node { id } } } }`,
      );
      return materialKinds.edges.map(({ node }) => node.id);
    };
    expect(await kinds('search: "方管"')).toEqual(['SQUARE-TUBE-20', 'SQUARE-TUBE-40']);
    expect(await kinds('search: "Rattan CORE", family: FIBRE')).toHaveLength(4);
    expect(await kinds('search: "%"')).toEqual([]);
    const officer = await new Actors(app).officer('GB2260:350524');
    const input = {
      ...{
        idempotencyKey: key(),
        code: 'TEA-STALK',
        nameZh: '茶梗',
        nameEn: 'Tea stalk',
        family: 'OTHER',
        baseUnit: 'KG',
        decimals: 1,
      },
      specification: [{ nameZh: '含水率', nameEn: 'moisture', value: '8 %' }],
      conversions: [{ unit: 'sack', nameZh: '袋', nameEn: 'sack', factor: '12.5' }],
    };
    const add =
      'mutation ($input: AddMaterialKindInput!) { addMaterialKind(input: $input) { id name units { unit factor } } }';
    expect(await app.ask(add, { input }, { as: officer.token })).toEqual({
      addMaterialKind: {
        id: 'TEA-STALK',
        name: 'Tea stalk',
        units: [
          { unit: 'kg', factor: '1' },
          { unit: 't', factor: '1000' },
          { unit: 'sack', factor: '12.5' },
        ],
      },
    });
    expect(await app.refusal(add, { input: { ...input, idempotencyKey: key() } }, { as: officer.token })).toBe(
      'CONFLICT',
    );
    expect(await app.refusal(add, { input }, { as: owner.token })).toBe('FORBIDDEN');
    const lotId = await materials.publish(owner, lot({ kindId: 'TEA-STALK', quantity: { value: '3', unit: 'sack' } }));
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ quantity: '37.5', available: '37.5' });
    const retire = 'mutation ($input: RetireMaterialKindInput!) { retireMaterialKind(input: $input) { retiredAt } }';
    await app.ask(retire, { input: { kindId: 'TEA-STALK' } }, { as: officer.token });
    expect(await app.refusal(retire, { input: { kindId: 'TEA-STALK' } }, { as: officer.token })).toBe('CONFLICT');
    expect(await kinds('search: "茶梗"')).toEqual([]);
    expect(await kinds('search: "茶梗", withRetired: true')).toEqual(['TEA-STALK']);
    expect(
      await app.refusal(
        'mutation ($input: PublishMaterialLotInput!) { publishMaterialLot(input: $input) { id } }',
        { input: lot({ kindId: 'TEA-STALK' }) },
        { as: owner.token },
      ),
    ).toBe('VALIDATION_FAILED');
    expect(await materials.reserve(receiver, lotId, '12.5')).toBeTruthy();
  });

  it('a lot shows its certificates to those who may see it', async () => {
    const lotId = await materials.publish(owner);
    const upload = async (token: string, bytes: Buffer): Promise<Response> => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), 'report.pdf');
      return fetch(`${app.url}/material-lots/${lotId}/certificates`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      });
    };
    const pdf = Buffer.from('%PDF-1.7 quality');
    expect((await upload(receiver.token, pdf)).status).toBe(404);
    expect((await upload(owner.token, Buffer.from('<html>'))).status).toBe(422);
    const { id } = (await (await upload(owner.token, pdf)).json()) as { id: string };
    await upload(owner.token, pdf);
    const { materialLot } = await app.ask<{ materialLot: object }>(
      'query ($id: ID!) { materialLot(id: $id) { certificates { id mediaType byteCount } } }',
      { id: lotId },
      { as: receiver.token },
    );
    expect(materialLot).toEqual({ certificates: [{ id, mediaType: 'application/pdf', byteCount: pdf.length }] });
    const read = (path: string): Promise<Response> =>
      fetch(`${app.url}/material-lots/${path}`, { headers: { authorization: `Bearer ${receiver.token}` } });
    expect(await (await read(`${lotId}/certificates/${id}`)).text()).toBe(pdf.toString());
    expect((await read(`${await materials.publish(owner)}/certificates/${id}`)).status).toBe(404);
  });

  it('matching proposes by difference, and the two concerned see it', async () => {
    const [lotId, otherLot] = [await materials.publish(owner), await materials.publish(owner)];
    const requestId = await materials.request(receiver);
    const proposals = app.api.get(MaterialProposals);
    const taking = { requestId, lotId, quantity: '200', goodsFen: 240_000, transportFen: 5_000 };
    const replace = (...takings: ProposedTaking[]) =>
      app.db.transaction((tx) => proposals.replace(tx, v7(), [requestId], takings));
    expect(await replace(taking, { ...taking, lotId: otherLot, quantity: '100' })).toEqual({
      kept: 0,
      added: 2,
      withdrawn: 0,
    });
    expect(await replace(taking)).toEqual({ kept: 1, added: 0, withdrawn: 1 });
    expect(await replace({ ...taking, quantity: '250' })).toEqual({ kept: 0, added: 1, withdrawn: 1 });
    const ofRequest = async (actor: EnterpriseActor): Promise<{ id: string }[]> => {
      const { materialRequest: found } = await app.ask<{ materialRequest: { proposals: { id: string }[] } }>(
        'query ($id: ID!) { materialRequest(id: $id) { proposals { id quantity goodsFen transportFen state lot { id } request { id } } } }',
        { id: requestId },
        { as: actor.token },
      );
      return found.proposals;
    };
    expect(await ofRequest(receiver)).toMatchObject([
      {
        quantity: '250',
        goodsFen: 240_000,
        transportFen: 5_000,
        state: 'PROPOSED',
        lot: { id: lotId },
        request: { id: requestId },
      },
    ]);
    expect(await ofRequest(owner)).toEqual([]);
    const { materialLot } = await app.ask<{ materialLot: object }>(
      'query ($id: ID!) { materialLot(id: $id) { proposals { quantity } } }',
      { id: lotId },
      { as: owner.token },
    );
    expect(materialLot).toEqual({ proposals: [{ quantity: '250' }] });
    await materials.reserve(receiver, lotId, '250', { requestId });
    expect(await ofRequest(receiver)).toEqual([]);
    await replace({ ...taking, lotId: otherLot });
    const [open] = await ofRequest(receiver);
    const decline =
      'mutation ($input: DeclineMaterialProposalInput!) { declineMaterialProposal(input: $input) { state } }';
    const input = { materialProposalId: open?.id };
    expect(await app.refusal(decline, { input }, { as: owner.token })).toBe('NOT_FOUND');
    await app.ask(decline, { input }, { as: receiver.token });
    expect(await replace({ ...taking, lotId: otherLot })).toEqual({ kept: 0, added: 0, withdrawn: 0 });
    const supply = await app.db.rows(
      'SELECT available, fen_per_base_unit::float8 AS price FROM material_supply WHERE lot_id = $1',
      [lotId],
    );
    expect(supply).toEqual([{ available: '750.000000', price: 1200 }]);
    const demand = await app.db.rows(
      'SELECT kind_id, rank, unmet FROM material_demand WHERE request_id = $1 ORDER BY rank',
      [requestId],
    );
    expect(demand).toEqual([
      { kind_id: 'RATTAN-CORE-8', rank: 1, unmet: '50.000000' },
      { kind_id: 'RATTAN-CORE-5', rank: 2, unmet: '50.000000' },
    ]);
    await replace({ ...taking, lotId: await materials.publish(owner), quantity: '50' });
    expect(await ofRequest(receiver)).toHaveLength(1);
    const close =
      'mutation ($input: EndMaterialRequestInput!) { closeMaterialRequest(input: $input) { state actions } }';
    const closed = await app.ask(close, { input: { requestId } }, { as: receiver.token });
    expect(closed).toEqual({ closeMaterialRequest: { state: 'CLOSED', actions: [] } });
    expect(await ofRequest(receiver)).toEqual([]);
  });

  it('another module holds everything or nothing, in its own transaction', async () => {
    const [first, second] = [await materials.publish(owner), await materials.publish(owner)];
    const reservations = app.api.get(MaterialReservations);
    const { enterpriseId } = receiver;
    const until = new Date(Date.now() + 3_600_000);
    const hold = (lotId: string, value: string) => ({ lotId, enterpriseId, quantity: { value }, until });
    const holdAll = (...holds: Hold[]) => app.db.transaction((tx) => reservations.holdAll(tx, system, holds));
    await expect(holdAll(hold(first, '10'), hold(second, '1000.5'))).rejects.toMatchObject({
      refusals: [{ params: { available: '1000 kg' }, field: 'input.quantity' }],
    });
    expect(await materials.lotOf(owner, first)).toMatchObject({ available: '1000' });
    const [id = ''] = await holdAll(hold(second, '10'), hold(first, '20'));
    expect(await materials.lotOf(owner, first)).toMatchObject({ available: '980' });
    await app.db.transaction((tx) => reservations.release(tx, system, { transferId: id, enterpriseId, reason: null }));
    expect(await materials.lotOf(owner, second)).toMatchObject({ available: '1000' });
    expect(await materials.faultsOfLedger()).toEqual([]);
  });
});
