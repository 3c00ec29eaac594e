import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { v7 } from 'uuid';
import { draftSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Actors, type Actor, need, surplus } from '../support/actors.js';
import { bureauRows } from '../support/bureau-rows.js';
import { TestApp } from '../support/app.js';
import { standingCapacity } from '../support/capacity.js';
import { inDays, key, mobile, residentId } from '../support/facts.js';
import { lastMonth, lend, work } from '../support/loans.js';
import { materialsBetween } from '../support/materials.js';
import { orderOf } from '../support/orders.js';
import { loanOf } from '../support/standing-loan.js';

/**
 * Broken object-level authorisation, asked of every operation of the schema: with another tenant's ids the answer must be
 * the one that a random id gets, word for word. A new operation is asked without anyone thinking of it.
 */
let app: TestApp;
let schema: GraphQLSchema;
let strangers: [string, Actor][];
/** One real id of somebody else for each input field that takes an id. */
let foreign: Record<string, string>;

/** What is public on purpose. */
const shared = ['joinPooledPurchase', 'pooledPurchase', 'holdCapacity'];
const open = new Set(['applyForNeed', 'need', 'reportNeed', ...shared]);
/** What passes over ids that are not the caller’s without a word. */
const silent = new Set(['markNotificationsRead']);

beforeAll(async () => {
  app = await TestApp.start();
  schema = app.api.get(GraphQLSchemaHost).schema;
  const actors = new Actors(app);
  const [host, lender, applicant] = [await actors.enterprise(), await actors.enterprise(), await actors.idleWorker()];
  const as = (actor: Actor): { as: string } => ({ as: actor.token });
  const id = async (field: string, input: object, actor: Actor, type: string): Promise<string> => {
    const data = await app.ask<Record<string, { id: string }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`,
      { input },
      as(actor),
    );
    return data[field]?.id ?? '';
  };
  const needId = await id('publishNeed', need(), host, 'PublishNeedInput');
  const listingId = await id('publishSurplus', surplus(), lender, 'PublishSurplusInput');
  const [head] = await app.db.rows<{ id: string }>(
    'SELECT id FROM worker WHERE home_enterprise_id = $1 ORDER BY id LIMIT 1',
    [lender.enterpriseId],
  );
  await app.settle();
  const applicationId = await id('applyForNeed', { idempotencyKey: key(), needId }, applicant, 'ApplyInput');
  const offerId = await id('makeOffer', { idempotencyKey: key(), applicationId }, host, 'MakeOfferInput');
  await id('acceptOffer', { offerId }, applicant, 'OfferInput');
  const [placement] = await app.db.rows<{ id: string }>('SELECT id FROM placement');
  await id('startPlacement', { placementId: placement?.id }, host, 'PlacementInput');
  const shift = { placementId: placement?.id, day: inDays(0), checkInAt: shiftStart(), checkOutAt: new Date() };
  const stated = await app.ask<{ recordAttendance: { attendance: { id: string } }[] }>(
    'mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { attendance { id } problem { message } } }',
    { input: { idempotencyKey: key(), days: [shift] } },
    as(host),
  );
  const attendanceId = stated.recordAttendance[0]?.attendance.id ?? '';
  const [proposal] = await app.db.rows<{ id: string }>(`SELECT id FROM proposal WHERE state = 'proposed'`);
  const [run] = await app.db.rows<{ id: string; market_id: string }>('SELECT id, market_id FROM match_run');
  const [availability] = await app.db.rows<{ id: string }>(
    `SELECT a.id FROM availability a JOIN account c ON c.worker_id = a.worker_id`,
  );
  const named = await app.ask<{ nameSurplusWorker: { consent: { id: string } } }>(
    'mutation ($input: NameSurplusWorkerInput!) { nameSurplusWorker(input: $input) { consent { id } } }',
    {
      input: {
        idempotencyKey: key(),
        workerId: head?.id,
        person: { name: '李四', phone: mobile(), idNumber: residentId() },
      },
    },
    as(lender),
  );
  const made = await app.ask<{ createApiKey: { apiKey: { id: string } } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } } }',
    { input: { idempotencyKey: key(), name: 'ERP', scopes: ['LABOUR_READ'] } },
    as(host),
  );
  const complaint = { idempotencyKey: key(), placementId: placement?.id, kind: 'WAGES', text: '加班费没有给' };
  const complaintId = await id('fileComplaint', complaint, applicant, 'FileComplaintInput');
  const kept = { idempotencyKey: key(), name: 'x', filters: {} };
  const searchId = await id('saveSearch', kept, applicant, 'SaveSearchInput');
  const blockId = await id('blockEnterprise', { enterpriseId: host.enterpriseId }, applicant, 'BlockEnterpriseInput');
  await app.db.rows(`UPDATE placement SET state = 'completed', ended_at = now() WHERE id = $1`, [placement?.id]);
  const scores = { punctuality: 5, skill: 5, safety: 5, again: 5 };
  const review = { idempotencyKey: key(), placementId: placement?.id, ...scores };
  const reviewId = await id('writeReview', review, host, 'WriteReviewInput');
  const officer = await actors.officer('GB2260:350524');
  const row = {
    registrationCode: 'ERP-1',
    registrationScheme: 'ERP',
    list: 'PENALISED',
    reason: 'x',
    startsOn: inDays(0),
  };
  const brought = await app.ask<{ importSanctions: { sanctionId: string }[] }>(
    'mutation ($input: ImportSanctionsInput!) { importSanctions(input: $input) { sanctionId } }',
    { input: { idempotencyKey: key(), rows: [row] } },
    as(officer),
  );
  const settled = await settlement(host.enterpriseId, lender.enterpriseId);
  const [loan, missed] = [await loanOf(app), await loanOf(app, { state: 'planned' })];
  const { placementId: loanId } = loan;
  const asked = { idempotencyKey: key(), placementId: loanId };
  const returnId = await id('requestReturn', { ...asked, reason: 'UNSUITED' }, loan.host, 'RequestReturnInput');
  const later = { ...asked, newEndsOn: inDays(40) };
  const extensionId = await id('proposeExtension', later, loan.host, 'ProposeExtensionInput');
  const accident = { occurredOn: inDays(0), time: '00:00', place: 'x', task: 'x', description: 'x' };
  const injuryId = await id('reportInjury', { ...asked, ...accident }, loan.worker, 'ReportInjuryInput');
  await id('reportNoShow', { placementId: missed.placementId }, missed.host, 'PlacementInput');
  const [penalty] = await app.db.rows<{ id: string }>('SELECT id FROM penalty');
  const hook = await webhook(host.enterpriseId);
  foreign = {
    ...{ ...hook, 'webhookEndpoint.id': hook.webhookEndpointId },
    ...{ complaintId, blockId, searchId, reviewId, sanctionId: brought.importSanctions[0]?.sanctionId ?? '' },
    ...{ 'complaint.id': complaintId, againstEnterpriseId: host.enterpriseId },
    ...settled,
    'settlement.id': settled['settlementId'] ?? '',
    deviceId: await pushDevice(host.enterpriseId),
    ...(await materialsBetween(app, host, lender)),
    ...(await standingCapacity(app, lender, host)),
    ...(await orderOf(app, host)),
    ...(await bureauRows(app, 'GB2260:350524', { placementId: placement?.id, workerId: head?.id })),
    ...{ returnId, extensionId, injuryId, penaltyId: penalty?.id ?? '' },
    ...{ needId, listingId, applicationId, offerId },
    ...{ workerId: head?.id ?? '', placementId: placement?.id ?? '', proposalId: proposal?.id ?? '' },
    ...{
      consentId: named.nameSurplusWorker.consent.id,
      apiKeyId: made.createApiKey.apiKey.id,
      availabilityId: availability?.id ?? '',
    },
    ...{ attendanceId, ids: attendanceId, 'attendanceDay.id': attendanceId },
    ...{
      marketId: run?.market_id ?? '',
      runId: run?.id ?? '',
      enterpriseId: (await actors.unverifiedEnterprise()).enterpriseId,
      'matchRun.id': run?.id ?? '',
    },
    ...{
      'offer.id': offerId,
      'surplusListing.id': listingId,
      'enterprise.id': (await actors.unverifiedEnterprise()).enterpriseId,
      'need.id': needId,
      'placement.id': placement?.id ?? '',
    },
  };
  strangers = [
    ['another enterprise', await actors.enterprise()],
    ['another worker', await actors.idleWorker()],
    ['an officer of elsewhere', await actors.officer('GB2260:110000')],
  ];
});
afterAll(() => app.close());

/** A device of the enterprise’s owner that takes push messages. */
async function pushDevice(enterpriseId: string): Promise<string> {
  const deviceId = v7();
  await app.db.rows(
    `INSERT INTO push_device (id, account_id, session_id, endpoint, p256dh, auth, created_at)
     SELECT $1, a.id, s.id, 'https://push.example.com/a', 'k', 'k', now()
     FROM account a JOIN session s ON s.account_id = a.id WHERE a.enterprise_id = $2 LIMIT 1`,
    [deviceId, enterpriseId],
  );
  return deviceId;
}

/** A draft of a loan between the two, with a line and an objection. */
async function settlement(hostId: string, lenderId: string): Promise<Record<string, string>> {
  const [head] = await app.db.rows<{ id: string }>(
    'SELECT id FROM worker WHERE home_enterprise_id = $1 ORDER BY id DESC LIMIT 1',
    [lenderId],
  );
  const { agreementId, placementIds } = await lend(app, { hostId, lenderId, workerIds: [head?.id ?? ''] });
  await work(app, placementIds.get(head?.id ?? ''), lastMonth.day(5));
  await app.db.transaction((tx) => app.jobs.get(Outbox).requestJob(tx, draftSettlements, {}));
  await app.settle();
  const [made] = await app.db.rows<{ settlementId: string; lineId: string }>(
    'SELECT settlement_id AS "settlementId", id AS "lineId" FROM settlement_line',
  );
  const objectionId = v7();
  await app.db.rows(
    `INSERT INTO line_objection (id, line_id, worker_id, lender_id, agreement_id, state, reason, created_at)
     VALUES ($1, $2, $3, $4, $5, 'open', 'short', now())`,
    [objectionId, made?.lineId, head?.id, lenderId, agreementId],
  );
  return { agreementId, settlementId: made?.settlementId ?? '', lineId: made?.lineId ?? '', objectionId };
}
/** An endpoint of an enterprise, and a message that it got. */
async function webhook(enterpriseId: string): Promise<{ webhookEndpointId: string; webhookDeliveryId: string }> {
  const [webhookEndpointId, webhookDeliveryId] = [v7(), v7()];
  await app.db.rows(
    `INSERT INTO webhook_endpoint (id, enterprise_id, slot, url, topics, description, secret, created_at, pause, paused_at)
     VALUES ($1, $2, 1, 'https://erp.example.com/', '{market}', '', 'x', now(), 'owner', now())`,
    [webhookEndpointId, enterpriseId],
  );
  await app.db.rows(
    `INSERT INTO webhook_delivery (id, endpoint_id, event_id, event, body, state, allowed_attempts, created_at)
     VALUES ($1, $2, $1, 'webhook.test', '{}', 'failed', 1, now())`,
    [webhookDeliveryId, webhookEndpointId],
  );
  return { webhookEndpointId, webhookDeliveryId };
}
/** The first moment of today’s local date: a shift from then on lies on it. */
const shiftStart = (): Date => new Date(`${inDays(0)}T00:00:00+08:00`);

function fill(type: GraphQLInputType, name: string, ids: (field: string) => string): unknown {
  if (isNonNullType(type)) return fill(type.ofType, name, ids);
  if (isListType(type)) return [fill(type.ofType, name, ids)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        // Of alternatives (a proposal or an application) the first will do.
        .filter((field) => field.name !== 'applicationId' || !('proposalId' in type.getFields()))
        .map((field) => [field.name, fill(field.type, field.name, ids)]),
    );
  }
  if (name === 'idempotencyKey') return key();
  if (name in foreign) return ids(name);
  const byType: Record<string, unknown> = {
    LocalDate: inDays(5),
    Decimal: '1',
    Fen: 1,
    DateTime: new Date().toISOString(),
    Int: 1,
    Float: 25,
    Boolean: true,
    ID: 'GB2260:350524',
    String: name === 'phone' ? mobile() : name === 'idNumber' ? residentId() : 'some text',
  };
  return byType[String(type)];
}

const takesIds = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some((arg) => JSON.stringify({ value: fill(arg.type, arg.name, () => 'AN-ID') }).includes('AN-ID'));

async function answer(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  actor: Actor,
  ids: (name: string) => string,
): Promise<string> {
  const variables = Object.fromEntries(
    field.args.map((arg) => [arg.name, arg.name === 'id' ? ids(`${field.name}.id`) : fill(arg.type, arg.name, ids)]),
  );
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const outcome = getNamedType(field.type);
  // A batch tells of each item what an error would tell of one.
  const isBatch = isObjectType(outcome) && 'problem' in outcome.getFields();
  const some = isBatch ? '{ problem { message code field } }' : '{ __typename }';
  const selection = /^(Boolean|Int|String|ID)/.test(String(field.type)) ? '' : some;
  const { data, errors } = await app.call<Record<string, unknown>>(
    `${kind} (${declared}) { ${field.name}(${passed}) ${selection} }`,
    variables,
    {
      as: actor.token,
    },
  );
  if (isBatch && !errors) return JSON.stringify(data);
  return JSON.stringify(
    errors?.map(({ message, extensions: { code, fields } }) => ({ message, code, fields })) ?? 'done',
  );
}

describe('another tenant’s objects do not exist', () => {
  it('for any mutation that takes an id', async () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
      (field) => takesIds(field) && !open.has(field.name),
    );
    expect(mutations.length).toBeGreaterThan(15);
    for (const field of mutations) {
      for (const [who, actor] of strangers) {
        const theirs = await answer('mutation', field, actor, (name) => foreign[name] ?? '');
        const random = await answer('mutation', field, actor, () => v7());
        expect([field.name, who, theirs]).toEqual([field.name, who, random]);
        if (silent.has(field.name)) continue;
        expect([field.name, who, /NOT_FOUND|FORBIDDEN|VALIDATION_FAILED|RULE_VIOLATED/.test(theirs)]).toEqual([
          field.name,
          who,
          true,
        ]);
      }
    }
  });

  it('for any query that takes an id', async () => {
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      (field) =>
        !open.has(field.name) &&
        field.args.some(
          ({ name }) =>
            name === 'marketId' || name === 'listingId' || name === 'placementId' || `${field.name}.id` in foreign,
        ),
    );
    expect(queries.length).toBeGreaterThan(3);
    for (const field of queries) {
      for (const [who, actor] of strangers) {
        const theirs = await answer('query', field, actor, (name) => foreign[name] ?? '');
        const random = await answer('query', field, actor, () => v7());
        expect([field.name, who, theirs]).toEqual([field.name, who, random]);
      }
    }
  });
});
