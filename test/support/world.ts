import { v7 } from 'uuid';
import { draftSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Actors, type Actor, need, surplus } from './actors.js';
import type { TestApp } from './app.js';
import { bureauRows } from './bureau-rows.js';
import { standingCapacity } from './capacity.js';
import { inDays, key, mobile, residentId } from './facts.js';
import { lastMonth, lend, work } from './loans.js';
import { materialsBetween } from './materials.js';
import { orderOf } from './orders.js';
import { loanOf } from './standing-loan.js';

/** Something of every kind in Anxi: one real id of it for each input field, and each query, that takes an id. */
export async function worldOf(app: TestApp): Promise<Readonly<Record<string, string>>> {
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
  const settled = await settlement(app, host.enterpriseId, lender.enterpriseId);
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
  const hook = await webhook(app, host.enterpriseId);
  return {
    ...{ ...hook, 'webhookEndpoint.id': hook.webhookEndpointId },
    ...{ complaintId, blockId, searchId, reviewId, sanctionId: brought.importSanctions[0]?.sanctionId ?? '' },
    ...{ 'complaint.id': complaintId, againstEnterpriseId: host.enterpriseId },
    ...settled,
    'settlement.id': settled['settlementId'] ?? '',
    deviceId: await pushDevice(app, host.enterpriseId),
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
}

/** The first moment of today’s local date: a shift from then on lies on it. */
const shiftStart = (): Date => new Date(`${inDays(0)}T00:00:00+08:00`);

/** A device of the enterprise’s owner that takes push messages. */
async function pushDevice(app: TestApp, enterpriseId: string): Promise<string> {
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
async function settlement(app: TestApp, hostId: string, lenderId: string): Promise<Record<string, string>> {
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
async function webhook(
  app: TestApp,
  enterpriseId: string,
): Promise<{ webhookEndpointId: string; webhookDeliveryId: string }> {
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
