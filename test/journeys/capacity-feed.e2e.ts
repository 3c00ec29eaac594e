import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { confirm, hold, lineOf, publishWindow } from '../support/capacity.js';
import { inDays, key } from '../support/facts.js';

const renew = 'mutation ($input: RenewCapacityFeedInput!) { renewCapacityFeed(input: $input) { url } }';

describe('the calendar feed of bookings', () => {
  let app: TestApp;
  let owner: EnterpriseActor;
  let customer: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪喷涂厂; 一分厂');
    customer = await actors.enterprise('安溪藤铁工艺厂');
  });
  afterAll(() => app.close());

  const feedOf = async (actor: EnterpriseActor): Promise<string> => {
    const answer = await app.ask<{ renewCapacityFeed: { url: string } }>(
      renew,
      { input: { idempotencyKey: key() } },
      { as: actor.token },
    );
    return `${app.url}${new URL(answer.renewCapacityFeed.url).pathname}`;
  };
  const read = async (url: string): Promise<{ status: number; type: string | null; text: string }> => {
    const response = await fetch(url);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  /** Events by uid: property to value, unfolded. */
  const eventsOf = (text: string): Map<string, Record<string, string>> => {
    const blocks = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);
    const events = blocks.map((block) =>
      Object.fromEntries(
        block.split('\r\n').map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1)]),
      ),
    );
    return new Map(events.map((event) => [event['UID'] ?? '', event]));
  };

  it('tells both parties of each booked day, by the same uid, in each state, and nobody of others’', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner));
    const held = await hold(app, customer, windowId, [[3, 60]]);
    const confirmed = await hold(app, customer, windowId, [
      [4, 60],
      [5, 120],
    ]);
    await confirm(app, owner, confirmed);
    const [asOwner, asCustomer, asOther] = [
      await feedOf(owner),
      await feedOf(customer),
      await feedOf(await new Actors(app).enterprise()),
    ];
    const { status, type, text } = await read(asCustomer);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const events = eventsOf(text);
    const uid = (id: string, day: number): string => `${id}-${inDays(day)}@gongji`;
    expect([...events.keys()]).toEqual([uid(held, 3), uid(confirmed, 4), uid(confirmed, 5)]);
    expect(events.get(uid(held, 3))).toMatchObject({ STATUS: 'TENTATIVE', SEQUENCE: '0' });
    expect(events.get(uid(confirmed, 5))).toMatchObject({
      ...{ STATUS: 'CONFIRMED', SEQUENCE: '1', 'DTSTART;VALUE=DATE': inDays(5).replaceAll('-', '') },
      SUMMARY: '120 min of 喷粉线 at 安溪喷涂厂\\; 一分厂',
    });
    const release = 'mutation ($input: ReasonedBookingInput!) { releaseCapacityBooking(input: $input) { state } }';
    await app.ask(release, { input: { capacityBookingId: held, reason: 'x' } }, { as: customer.token });
    const after = eventsOf((await read(asOwner)).text);
    expect(after.get(uid(held, 3))).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '1' });
    expect([...after.keys()]).toEqual([...events.keys()]);
    expect(eventsOf((await read(asOther)).text).size).toBe(0);
  });

  it('ends with its address: a new one, or none, and a repeat tells no secret', async () => {
    const input = { idempotencyKey: key() };
    const first = await feedOf(owner);
    const next = await app.ask<{ renewCapacityFeed: { url: string | null } }>(renew, { input }, { as: owner.token });
    expect((await read(first)).status).toBe(404);
    expect((await read(`${app.url}${new URL(next.renewCapacityFeed.url ?? '').pathname}`)).status).toBe(200);
    expect(await app.ask(renew, { input }, { as: owner.token })).toEqual({ renewCapacityFeed: { url: null } });
    expect(await app.ask('{ capacityFeed { url } }', {}, { as: owner.token })).toEqual({ capacityFeed: { url: null } });
    expect(await app.ask('mutation { revokeCapacityFeed }', {}, { as: owner.token })).toEqual({
      revokeCapacityFeed: true,
    });
    expect(await app.ask('mutation { revokeCapacityFeed }', {}, { as: owner.token })).toEqual({
      revokeCapacityFeed: false,
    });
    expect(await app.ask('{ capacityFeed { url } }', {}, { as: owner.token })).toEqual({ capacityFeed: null });
    for (const path of ['x.ics', `${'a'.repeat(43)}.ics`, '%00.ics', '..%2f.ics'])
      expect((await read(`${app.url}/capacity/feed/${path}`)).status).toBe(404);
  });
});
