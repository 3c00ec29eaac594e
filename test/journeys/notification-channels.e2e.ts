import { afterAll, afterEach, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest';
import { v7 } from 'uuid';
import webPush from 'web-push';
import { makeDigests } from '../../src/notifications/digests/digest.jobs.js';
import { EmailJobs } from '../../src/notifications/email/email.jobs.js';
import type { NotificationKind } from '../../src/notifications/inbox/notification.messages.js';
import { Notifications } from '../../src/notifications/inbox/notification.service.js';
import { PushProvider } from '../../src/notifications/push/push-provider.service.js';
import { PushFault } from '../../src/notifications/push/push.rules.js';
import { HOUR_MS } from '../../src/platform/clock/clock.js';
import { OutboxRelay } from '../../src/platform/outbox/outbox-relay.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { mobile, places, residentId } from '../support/facts.js';
import { deliveriesTo, later, startJob, toldTo, untilLocal } from '../support/inbox.js';
import { MailServer, messageIdOf, subjectOf, textOf } from '../support/mail.js';
import { SmsGateway } from '../support/sms-gateway.js';

const set = `mutation ($input: SetNotificationPreferencesInput!) {
  setNotificationPreferences(input: $input) { email sms emailReach smsReach mutedTopics quietFrom quietUntil digest } }`;
const failed = '{ failedDeliveries { edges { node { id channel topic kind isDigest state attempts lastError } } } }';
const resend = 'mutation ($input: ResendDeliveryInput!) { resendDelivery(input: $input) { id state attempts } }';
const params = {
  host: '竹韵',
  lender: '铁艺',
  workZh: '藤编工',
  workEn: 'Weaver',
  startsOn: '2026-12-01',
  endsOn: '2026-12-20',
};
const chosen = { email: true, sms: false, mutedTopics: [], digest: 'NONE' };

const vapid = webPush.generateVAPIDKeys();

let mail: MailServer;
let gateway: SmsGateway;
let app: TestApp;
let actors: Actors;
let serial = 0;

beforeAll(async () => {
  [mail, gateway] = [await MailServer.start(), await SmsGateway.start()];
  app = await TestApp.start({
    ...{ SMTP_URL: mail.url, PUBLIC_URL: 'https://gongji.example', MESSAGES_PER_DAY: '3' },
    ...{ SMS_PROVIDER: 'http', SMS_GATEWAY_URL: gateway.url, SMS_GATEWAY_TOKEN: 'token' },
    ...{ PUSH_PUBLIC_KEY: vapid.publicKey, PUSH_PRIVATE_KEY: vapid.privateKey },
    SMS_TEMPLATES: JSON.stringify({ offer: 'T-OFFER', consent: 'T-CONSENT', digest: 'T-DIGEST' }),
  });
  actors = new Actors(app);
});
afterAll(async () => {
  await app.close();
  await Promise.all([mail.close(), gateway.close()]);
});

interface Worker extends Actor {
  readonly accountId: string;
  readonly phone: string;
}

async function worker(): Promise<Worker> {
  const phone = `+86${mobile()}`;
  const person = { name: `林小竹${String((serial += 1))}`, phone, idNumber: residentId(), ...places.near };
  const actor = await actors.worker({ person });
  const [account] = await app.db.rows<{ id: string }>('SELECT id FROM account WHERE login = $1', [actor.login]);
  return { ...actor, phone, accountId: account?.id ?? '' };
}

async function choose(actor: Actor, changes: object): Promise<unknown> {
  return app.ask(set, { input: { ...chosen, ...changes } }, { as: actor.token });
}

/** What an event would do, without the deal that it takes. */
async function tell({ accountId }: Worker, ...kinds: NotificationKind[]): Promise<void> {
  const tidings = kinds.map((kind) => ({ to: { accountId }, kind, params, link: '/my/offers' }));
  await app.db.transaction(async (tx) => {
    for (const tiding of tidings) await app.jobs.get(Notifications).tell(tx, v7(), [tiding]);
  });
}

const statesOf = ({ accountId }: Worker): Promise<string[]> => deliveriesTo(app, accountId);

describe('what people choose', () => {
  it('holds until they choose otherwise', async () => {
    const one = await worker();
    expect(await app.ask('{ notificationPreferences { email sms smsReach digest } }', {}, { as: one.token })).toEqual({
      notificationPreferences: { email: true, sms: false, smsReach: 'READY', digest: 'NONE' },
    });
    const wish = {
      ...chosen,
      sms: true,
      mutedTopics: ['MONEY'],
      quietFrom: '22:00',
      quietUntil: '07:30',
      digest: 'DAILY',
    };
    const answer = { setNotificationPreferences: { ...wish, emailReach: 'READY', smsReach: 'READY' } };
    expect(await choose(one, wish)).toEqual(answer);
    expect(await choose(one, wish)).toEqual(answer);
    const officer = await actors.officer('GB2260:350524');
    expect(await choose(officer, {})).toMatchObject({ setNotificationPreferences: { smsReach: 'NO_ADDRESS' } });
  });

  it('is refused where it makes no sense', async () => {
    const { errors } = await app.call(
      set,
      { input: { ...chosen, quietFrom: '22:00' } },
      { as: (await worker()).token },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'input.quietUntil' }],
    });
  });

  it('a muted topic is told in the app only, but for what a term of the law hangs on', async () => {
    const one = await worker();
    await choose(one, { mutedTopics: ['MARKET'] });
    await tell(one, 'offerSent', 'consentRequested');
    expect(await toldTo(app, one, 'offerSent')).toHaveLength(1);
    expect(mail.to(one.login).map(subjectOf)).toEqual(['共济：请您答复是否同意共享派出']);
  });

  it('nothing is sent in quiet hours, and everything after', async () => {
    const one = await worker();
    const [from, until] = [-1, 1].map((hours) =>
      new Date(Date.now() + (8 + hours) * HOUR_MS).toISOString().slice(11, 16),
    );
    await choose(one, { quietFrom: from, quietUntil: until });
    await tell(one, 'offerSent');
    const [asked] = await app.db.rows<{ delay_ms: number; payload: { deliveryId: string } }>(
      `SELECT delay_ms, payload FROM outbox_event WHERE name = 'job/notifications.send-email' ORDER BY id DESC LIMIT 1`,
    );
    expect(asked?.delay_ms).toBeGreaterThan(58 * 60_000);
    expect(asked?.delay_ms).toBeLessThanOrEqual(HOUR_MS);
    const job = { deliveryId: asked?.payload.deliveryId ?? '' };
    // A job that comes too early, as a retry may, asks for a later one.
    await app.jobs.get(EmailJobs).send(job);
    await dropDelayed();
    expect([mail.to(one.login), await statesOf(one)]).toEqual([[], ['email pending']]);
    await later(app, HOUR_MS, () => app.jobs.get(EmailJobs).send(job));
    await app.jobs.get(EmailJobs).send(job);
    expect(mail.to(one.login)).toHaveLength(1);
  });
});

/** The job that was asked for and the later one. The relay of the job process may be adding them at the same time. */
async function dropDelayed(): Promise<void> {
  const queue = app.jobs.get(JobQueues).queue('notifications');
  while ((await queue.getDelayed()).length < 2) await app.jobs.get(OutboxRelay).flush();
  await Promise.all((await queue.getDelayed()).map((job) => job.remove()));
}

describe('the daily digest', () => {
  it('is one mail of what was held, whatever runs twice', async () => {
    const one = await worker();
    await choose(one, { digest: 'DAILY' });
    await tell(one, 'offerSent', 'placementStarted', 'payLineIssued', 'consentRequested');
    await startJob(app, makeDigests);
    expect(mail.to(one.login).map(subjectOf)).toEqual(['共济：请您答复是否同意共享派出']);
    await later(app, untilLocal(24 + 9), async () => {
      await startJob(app, makeDigests);
      await startJob(app, makeDigests);
    });
    const [, digest, ...more] = mail.to(one.login);
    expect(more).toEqual([]);
    expect(digest && [subjectOf(digest), textOf(digest)]).toEqual([
      '共济：您有 3 条通知',
      ['您收到一份录用邀约', '派驻已开始', '您的工资明细已出']
        .map((title) => `${title}\nhttps://gongji.example/my/offers\n`)
        .join('\n'),
    ]);
    const [first] = await app.db.rows<{ id: string }>(
      'SELECT id FROM notification_delivery WHERE account_id = $1 ORDER BY id LIMIT 1',
      [one.accountId],
    );
    expect(digest && messageIdOf(digest)).toBe(first?.id);
    expect(await statesOf(one)).toEqual(Array.from({ length: 4 }, () => 'email sent'));
  });

  it('takes what is above the cap of a day', async () => {
    const one = await worker();
    await tell(one, 'offerSent', 'offerSent', 'offerSent', 'offerSent', 'consentRequested');
    await app.settle();
    expect(mail.to(one.login)).toHaveLength(3);
    expect(await statesOf(one)).toEqual([...Array.from({ length: 3 }, () => 'email sent'), 'email held', 'email held']);
  });
});

describe('an SMS', () => {
  it('goes out under an approved template, to a number that stands nowhere else', async () => {
    const one = await worker();
    await choose(one, { email: false, sms: true });
    gateway.answers = [503];
    await tell(one, 'offerSent', 'termsUnconfirmed');
    await app.settle();
    const asked = gateway.asked.filter(({ to }) => to === one.phone);
    expect(asked.map(({ status }) => status)).toEqual([503, 200]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked[0]).toMatchObject({
      ...{ authorization: 'Bearer token', templateId: 'T-OFFER' },
      params: { host: '竹韵', work: '藤编工', startsOn: '2026-12-01', endsOn: '2026-12-20' },
    });
    expect(await statesOf(one)).toEqual([
      'sms sent the gateway answered 503: [redacted] answered',
      'sms skipped no approved template for terms',
    ]);
    expect(mail.to(one.login)).toEqual([]);
    const kept = await app.db.rows(
      `SELECT 1 FROM outbox_event WHERE payload::text LIKE $1
       UNION ALL SELECT 1 FROM audit_log WHERE details::text LIKE $1`,
      [`%${one.phone.slice(3)}%`],
    );
    expect(kept).toEqual([]);
  });

  it('that is refused for good waits for the operator, who has it sent again once', async () => {
    const [one, operator] = [await worker(), await actors.operator()];
    await choose(one, { email: false, sms: true });
    gateway.answers = [422];
    await tell(one, 'consentRequested');
    await app.settle();
    const { failedDeliveries } = await app.ask<{ failedDeliveries: { edges: { node: { id: string } }[] } }>(
      failed,
      {},
      { as: operator.token },
    );
    const [{ node } = { node: { id: '' } }] = failedDeliveries.edges;
    expect(node).toMatchObject({
      ...{ channel: 'SMS', topic: 'MARKET', kind: 'consentRequested', isDigest: false, state: 'FAILED', attempts: 1 },
      lastError: 'the gateway answered 422: [redacted] answered',
    });
    const input = { deliveryId: node.id };
    expect(await app.refusal(resend, { input }, { as: one.token })).toBe('FORBIDDEN');
    expect(await app.refusal(resend, { input: { deliveryId: v7() } }, { as: operator.token })).toBe('NOT_FOUND');
    for (const state of ['PENDING', 'SENT']) {
      expect(await app.ask(resend, { input }, { as: operator.token })).toMatchObject({ resendDelivery: { state } });
      await app.settle();
    }
    const asked = gateway.asked.filter(({ to }) => to === one.phone);
    expect(asked.map(({ id, status }) => [id, status])).toEqual([
      [node.id, 422],
      [node.id, 200],
    ]);
    expect(await app.ask(failed, {}, { as: operator.token })).toEqual({ failedDeliveries: { edges: [] } });
  });
});

describe('a push message', () => {
  const add = `mutation ($input: AddPushDeviceInput!) { addPushDevice(input: $input) { publicKey devices { id isCurrent } } }`;
  const remove = 'mutation ($input: RemovePushDeviceInput!) { removePushDevice(input: $input) { devices { id } } }';
  interface Settings {
    readonly devices: { readonly id: string; readonly isCurrent: boolean }[];
  }
  const subscription = (name: string): object => ({
    ...{ endpoint: `https://push.example.com/${name}`, auth: 'a'.repeat(22), p256dh: vapid.publicKey },
  });
  const subscribe = async (one: Worker, name = one.accountId): Promise<Settings['devices']> => {
    const answer = await app.ask<{ addPushDevice: Settings }>(add, { input: subscription(name) }, { as: one.token });
    return answer.addPushDevice.devices;
  };
  // The services of browser makers are on the internet, and nowhere else will it send.
  const service = (): MockInstance<PushProvider['send']> =>
    vi.spyOn(app.jobs.get(PushProvider), 'send').mockResolvedValue();
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('comes to the devices where somebody is logged in, and says what it is about only', async () => {
    const one = await worker();
    const devices = await subscribe(one);
    expect(await subscribe(one)).toEqual(devices);
    expect(devices).toMatchObject([{ isCurrent: true }]);
    const send = service();
    await tell(one, 'offerSent');
    await app.settle();
    expect(send.mock.calls.map(([{ endpoint }, { title, link }]) => [endpoint, title, link])).toEqual([
      [`https://push.example.com/${one.accountId}`, '共济：您收到一份录用邀约', '/my/offers'],
    ]);
    await app.ask('mutation { logOut }', {}, { as: one.token });
    await tell(one, 'offerSent');
    await app.settle();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is tried again where the service is busy, and never where the device is gone', async () => {
    const one = await worker();
    await choose(one, { email: false });
    await subscribe(one);
    const send = service();
    send.mockRejectedValueOnce(PushFault.of({ statusCode: 503 }));
    await tell(one, 'offerSent');
    await app.settle();
    const ids = send.mock.calls.map(([, { id }]) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    send.mockRejectedValueOnce(PushFault.of({ statusCode: 410 }));
    await tell(one, 'offerSent');
    await app.settle();
    expect(await statesOf(one)).toEqual([
      'push sent the push service answered 503',
      'push skipped no device takes it any more',
    ]);
    expect(await app.ask('{ pushSettings { devices { id } } }', {}, { as: one.token })).toEqual({
      pushSettings: { devices: [] },
    });
  });

  it('goes to whoever logged in last on a device, until they take it back', async () => {
    const [first, second] = [await worker(), await worker()];
    await subscribe(first, 'shared');
    const [{ id } = { id: '' }] = await subscribe(second, 'shared');
    expect(await app.ask('{ pushSettings { devices { id } } }', {}, { as: first.token })).toEqual({
      pushSettings: { devices: [] },
    });
    expect(await app.refusal(remove, { input: { deviceId: id } }, { as: first.token })).toBe('NOT_FOUND');
    expect(await app.ask(remove, { input: { deviceId: id } }, { as: second.token })).toEqual({
      removePushDevice: { devices: [] },
    });
    const input = { ...subscription('x'), endpoint: 'https://127.0.0.1/x' };
    expect(await app.refusal(add, { input }, { as: first.token })).toBe('VALIDATION_FAILED');
  });
});
