import { afterAll, beforeAll, expect, it } from 'vitest';
import pg from 'pg';
import { bookingTransitions } from '../../src/capacity/bookings/booking.states.js';
import { capacityProposalTransitions } from '../../src/capacity/proposals/proposal.states.js';
import { capacityRequestTransitions } from '../../src/capacity/requests/request.states.js';
import { windowTransitions } from '../../src/capacity/windows/window.states.js';
import { seatTransitions, transportTransitions } from '../../src/bureau/transport/transport.states.js';
import { verificationTransitions } from '../../src/directory/enterprises/enterprise.states.js';
import { applicationTransitions } from '../../src/labour/applications/application.states.js';
import { attendanceTransitions } from '../../src/labour/attendance/attendance.states.js';
import { availabilityTransitions } from '../../src/labour/availability/availability.states.js';
import { complaintTransitions } from '../../src/labour/complaints/complaint.states.js';
import { consentTransitions } from '../../src/labour/consents/consent.states.js';
import { extensionTransitions } from '../../src/labour/extensions/extension.states.js';
import { injuryTransitions } from '../../src/labour/injuries/injury.states.js';
import { needTransitions } from '../../src/labour/needs/need.states.js';
import { offerTransitions } from '../../src/labour/offers/offer.states.js';
import { penaltyTransitions } from '../../src/labour/penalties/penalty.states.js';
import { placementTransitions } from '../../src/labour/placements/placement.states.js';
import { proposalTransitions } from '../../src/labour/proposals/proposal.states.js';
import { reviewTransitions } from '../../src/labour/reviews/review.states.js';
import { objectionTransitions, settlementTransitions } from '../../src/labour/settlements/settlement.states.js';
import { returnTransitions } from '../../src/labour/returns/return.states.js';
import { surplusListingTransitions } from '../../src/labour/surplus/surplus-listing.states.js';
import { materialLotTransitions } from '../../src/materials/lots/material-lot.states.js';
import { pooledPurchaseTransitions } from '../../src/materials/pools/pooled-purchase.states.js';
import { materialProposalTransitions } from '../../src/materials/proposals/material-proposal.states.js';
import { materialRequestTransitions } from '../../src/materials/requests/material-request.states.js';
import { materialReturnTransitions } from '../../src/materials/returns/material-return.states.js';
import { materialTransferTransitions } from '../../src/materials/transfers/material-transfer.states.js';
import { matchRunTransitions } from '../../src/matching/runs/match-run.states.js';
import { deliveryTransitions } from '../../src/notifications/deliveries/delivery.states.js';
import { topics } from '../../src/notifications/topics/topic.rules.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
  ['enterprise', 'verification', verificationTransitions],
  ['surplus_listing', 'state', surplusListingTransitions],
  ['availability', 'state', availabilityTransitions],
  ['labour_need', 'state', needTransitions],
  ['consent', 'state', consentTransitions],
  ['application', 'state', applicationTransitions],
  ['proposal', 'state', proposalTransitions],
  ['offer', 'state', offerTransitions],
  ['placement', 'state', placementTransitions],
  ['complaint', 'state', complaintTransitions],
  ['review', 'state', reviewTransitions],
  ['settlement', 'state', settlementTransitions],
  ['line_objection', 'state', objectionTransitions],
  ['placement_return', 'state', returnTransitions],
  ['placement_extension', 'state', extensionTransitions],
  ['penalty', 'state', penaltyTransitions],
  ['injury', 'state', injuryTransitions],
  ['attendance_day', 'state', attendanceTransitions],
  ['material_lot', 'state', materialLotTransitions],
  ['material_request', 'state', materialRequestTransitions],
  ['material_transfer', 'state', materialTransferTransitions],
  ['material_return', 'state', materialReturnTransitions],
  ['material_proposal', 'state', materialProposalTransitions],
  ['pooled_purchase', 'state', pooledPurchaseTransitions],
  ['capacity_window', 'state', windowTransitions],
  ['capacity_request', 'state', capacityRequestTransitions],
  ['capacity_booking', 'state', bookingTransitions],
  ['capacity_proposal', 'state', capacityProposalTransitions],
  ['transport_plan', 'state', transportTransitions],
  ['transport_seat', 'state', seatTransitions],
  ['match_run', 'state', matchRunTransitions],
  ['notification_delivery', 'state', deliveryTransitions],
  ['notification_preference', 'muted_topics', Object.fromEntries(topics.map((topic) => [topic, []]))],
])('the states of %s in the code are those that SQL accepts', async (table, column, transitions) => {
  const { rows } = await client.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c' AND conname = $2`,
    [table, `${table}_${column}_check`],
  );
  const accepted = [...(rows[0]?.definition ?? '').matchAll(/'(\w+)'/g)].map(([, state]) => state);
  expect(accepted.sort()).toEqual(Object.keys(transitions).sort());
});
