// Many clients of the API want the same lot and the same hours, all at once, again and again.
import { hash } from '@node-rs/argon2';
import { bar } from '../bar.mjs';
import { openServer } from './server.mjs';

const CLIENTS = 64;
const PASSWORD = 'a password of the benchmark';
const LOT_KG = 3_000;
const DAY_MINUTES = 480;
const DAYS = 10;

/** @param {number} seconds */
export async function race(seconds) {
  const server = await openServer({ DEMO: 'false', DATABASE_POOL: '20' });
  try {
    const tokens = await clients(server);
    const [owner, ...takers] = tokens;
    const market = { lotId: await openLot(server, owner), windowId: await openWindow(server, owner) };
    const tally = new Map();
    const until = Date.now() + seconds * 1000;
    await Promise.all(takers.map((token, n) => compete(server, { token, n, ...market }, until, tally)));
    await report(server, market, tally, seconds);
  } finally {
    await server.close();
  }
}

/** Enterprises with an account each, made without their sign-up, which is not what is measured. */
async function clients({ client, ask }) {
  await client.query(
    `INSERT INTO enterprise (id, registration_scheme, registration_code, name, region_id, latitude, longitude, verification)
     SELECT gen_random_uuid(), 'BENCH', n::text, 'E' || n, 'GB2260:350524', 25.05, 118.18, 'verified' FROM generate_series(0, $1::int) n`,
    [CLIENTS],
  );
  await client.query(
    `INSERT INTO account (id, login, email, password_hash, kind, role, enterprise_id)
     SELECT gen_random_uuid(), lower(name) || '@bench.example', lower(name) || '@bench.example', $1, 'enterprise', 'owner', id FROM enterprise WHERE registration_scheme = 'BENCH'`,
    [await hash(PASSWORD)],
  );
  const tokens = [];
  for (let n = 0; n <= CLIENTS; n++) {
    const input = { login: `e${n}@bench.example`, password: PASSWORD };
    const { data } = await ask('mutation ($input: LogInInput!) { logIn(input: $input) { accessToken } }', { input });
    tokens.push(data.logIn.accessToken);
  }
  return tokens;
}

const place = { regionId: 'GB2260:350524', latitude: 25.05, longitude: 118.18 };
const inDays = (days) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
let serial = 0;
const key = () => `benchmark-${serial++}`;

async function made(server, token, mutation, type, input) {
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`;
  const { data, errors } = await server.ask(document, { input: { idempotencyKey: key(), ...input } }, token);
  if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return data[mutation].id;
}

const openLot = (server, token) =>
  made(server, token, 'publishMaterialLot', 'PublishMaterialLotInput', {
    ...{ kindId: 'RATTAN-CORE-8', quantity: { value: String(LOT_KG), unit: 'kg' }, grade: 'A', terms: 'SALE' },
    ...{ fenPerUnit: 1200, ...place, siteName: 'A', availableUntil: inDays(30) },
  });

async function openWindow(server, token) {
  const workshopId = await made(server, token, 'addWorkshop', 'AddWorkshopInput', { name: 'A', ...place });
  const productionLineId = await made(server, token, 'addProductionLine', 'AddProductionLineInput', {
    ...{ workshopId, name: 'A', machineTypeId: 'GJ:POWDER-LINE', attributes: [], machines: 1 },
    ...{ shiftMinutes: Array.from({ length: 7 }, () => DAY_MINUTES), worksHolidays: true },
  });
  return made(server, token, 'publishCapacityWindow', 'PublishCapacityWindowInput', {
    ...{ productionLineId, startsOn: inDays(1), endsOn: inDays(DAYS), fenPerHour: 5_000, minimumMinutes: 10 },
    ...{ setupMinutes: 0, withOperators: true, materialBy: 'CUSTOMER', noticeDays: 0, latePercent: 0 },
  });
}

/** One client: takes a little of the lot, then a few minutes of a day; every third time gives it back. */
async function compete(server, { token, n, lotId, windowId }, until, tally) {
  for (let turn = n; Date.now() < until; turn++) {
    const lot = { idempotencyKey: key(), lotId, quantity: { value: String(3 + (turn % 7)) } };
    const transferId = await attempt(server, token, ['reserveMaterial', 'ReserveMaterialInput'], lot, tally);
    const days = [{ day: inDays(1 + (turn % DAYS)), minutes: 10 + (turn % 5) }];
    const hours = { idempotencyKey: key(), capacityWindowId: windowId, days };
    const capacityBookingId = await attempt(server, token, ['holdCapacity', 'HoldCapacityInput'], hours, tally);
    if (turn % 3 !== 0) continue;
    if (transferId)
      await attempt(
        server,
        token,
        ['releaseMaterialReservation', 'ReleaseMaterialReservationInput'],
        { transferId },
        tally,
      );
    if (capacityBookingId)
      await attempt(
        server,
        token,
        ['releaseCapacityBooking', 'ReasonedBookingInput'],
        { capacityBookingId, reason: 'bench' },
        tally,
      );
  }
}

/** The id of what was made; undefined for a refusal. */
async function attempt({ ask }, token, [mutation, type], input, tally) {
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`;
  const { data, errors } = await ask(document, { input }, token);
  const answer = errors ? `${mutation} ${errors[0].extensions?.code}` : `${mutation} done`;
  tally.set(answer, (tally.get(answer) ?? 0) + 1);
  return data?.[mutation]?.id;
}

async function report({ client }, { lotId, windowId }, tally, seconds) {
  const { rows } = await client.query(
    `SELECT (SELECT greatest(0, sum(quantity) - $3) FROM material_transfer WHERE lot_id = $1 AND state = 'reserved')::float8 AS goods,
            (SELECT coalesce(sum(greatest(0, m - $4)), 0) FROM (
               SELECT sum(d.minutes) AS m FROM capacity_booking b JOIN capacity_booking_day d ON d.booking_id = b.id
               WHERE b.window_id = $2 AND b.state = 'held' GROUP BY d.day) days)::float8 AS minutes,
            (SELECT sum(quantity) FROM material_transfer WHERE lot_id = $1 AND state = 'reserved')::float8 AS reserved`,
    [lotId, windowId, LOT_KG, DAY_MINUTES],
  );
  const total = [...tally.values()].reduce((sum, n) => sum + n, 0);
  console.log(`${CLIENTS} clients, one lot of ${LOT_KG} kg and one window of ${DAYS} days for ${seconds} s over HTTP:`);
  for (const [answer, n] of [...tally].sort()) console.log(`  ${answer}: ${n}`);
  console.log(`  ${(total / seconds).toFixed(0)} calls a second; ${rows[0].reserved} kg stand reserved in the end`);
  const faults = [...tally].filter(([answer]) => !/ (done|CONFLICT|RULE_VIOLATION|VALIDATION_FAILED)$/.test(answer));
  bar('sold twice, kg', rows[0].goods, 0, 'kg');
  bar('sold twice, minutes', rows[0].minutes, 0, 'min');
  bar('answers other than done or a refusal for want of goods', faults.reduce((sum, [, n]) => sum + n, 0), 0, 'answers'); // prettier-ignore
}
