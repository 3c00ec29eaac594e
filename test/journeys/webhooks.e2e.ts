import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationSubmitted } from '../../src/labour/index.js';
import { Notifications } from '../../src/notifications/inbox/notification.service.js';
import { deliverWebhook } from '../../src/notifications/webhooks/webhook.events.js';
import { purgeWebhooks } from '../../src/notifications/webhooks/webhook.jobs.js';
import { DAY_MS } from '../../src/platform/clock/clock.js';
import { newId } from '../../src/platform/ids/ids.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';
import { later, startJob, toldTo } from '../support/inbox.js';
import { type ReceivedWebhook, signedWith, WebhookReceiver } from '../support/webhook-receiver.js';

const create = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret endpoint { id } } }`;
const update = `mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { id pause actions } }`;
const rotate = `mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { secret } }`;
const sendTest = `mutation ($input: SendTestWebhookInput!) { sendTestWebhook(input: $input) { id } }`;
const replay = `mutation ($input: ReplayWebhookDeliveryInput!) { replayWebhookDelivery(input: $input) { id state } }`;
const remove = `mutation ($input: DeleteWebhookEndpointInput!) { deleteWebhookEndpoint(input: $input) { id } }`;
const log = `query ($id: ID!) { webhookEndpoint(id: $id) { pause failedInRow deliveries(first: 50) { edges { node {
  id eventId event topic state attempts status durationMs lastError actions } } } } }`;

interface Sent {
  id: string;
  eventId: string;
  event: string;
  topic: string | null;
  state: string;
  attempts: number;
  status: number | null;
  durationMs: number | null;
  lastError: string | null;
  actions: string[];
}
interface Endpoint {
  pause: string | null;
  failedInRow: number;
  deliveries: { edges: { node: Sent }[] };
}

let app: TestApp;
let actors: Actors;
let host: EnterpriseActor;
let receiver: WebhookReceiver;
let endpointId: string;
let secret: string;
let needId: string;

const nothing: ReceivedWebhook = { path: '', headers: {}, body: '' };
const as = (actor = host): { as: string } => ({ as: actor.token });
const endpointInput = (changes: object = {}): object => ({
  ...{ idempotencyKey: key(), url: `${receiver.url}/hooks`, topics: ['MARKET'], description: 'ERP' },
  ...changes,
});
const make = async (input: object): Promise<{ secret: string | null; endpoint: { id: string } }> =>
  (
    await app.ask<{ createWebhookEndpoint: { secret: string | null; endpoint: { id: string } } }>(
      create,
      { input },
      as(),
    )
  ).createWebhookEndpoint;
const look = async (): Promise<Endpoint & { sent: Sent[] }> => {
  const { webhookEndpoint } = await app.ask<{ webhookEndpoint: Endpoint }>(log, { id: endpointId }, as());
  return { ...webhookEndpoint, sent: webhookEndpoint.deliveries.edges.map(({ node }) => node) };
};
/** The host is told that somebody has applied. */
async function happen(): Promise<void> {
  await app.db.transaction(async (tx) => {
    const ids = { applicationId: newId(), needId, workerId: newId(), hostId: host.enterpriseId, employerId: null };
    await app.jobs.get(Outbox).record(tx, applicationSubmitted(ids));
  });
  await app.settle();
}
const test = async (): Promise<void> => {
  await app.ask(sendTest, { input: { idempotencyKey: key(), webhookEndpointId: endpointId } }, as());
  await app.settle();
};

beforeAll(async () => {
  app = await TestApp.start({ WEBHOOK_ALLOW_PRIVATE: 'true' });
  receiver = await WebhookReceiver.start();
  actors = new Actors(app);
  host = await actors.enterprise();
  const published = await app.ask<{ publishNeed: { id: string } }>(
    `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
    { input: need() },
    as(),
  );
  needId = published.publishNeed.id;
  await app.settle();
});
afterAll(async () => {
  await app.close();
  await receiver.close();
});

describe('webhooks', () => {
  it('an owner makes an endpoint; its secret is shown once and stored encrypted', async () => {
    const input = endpointInput();
    const made = await make(input);
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await make(input)).toEqual({ secret: null, endpoint: made.endpoint });
    ({ id: endpointId } = made.endpoint);
    secret = made.secret ?? '';
    const [row] = await app.db.rows<{ secret: Buffer }>('SELECT secret FROM webhook_endpoint');
    expect(row?.secret.includes(secret)).toBe(false);
    const trail = await app.db.rows<{ entry: string }>(`SELECT details::text AS entry FROM audit_log`);
    expect(trail.filter(({ entry }) => entry.includes('whsec_'))).toEqual([]);
  });

  it('a real event comes signed, once for all members, and names nobody', async () => {
    await app.db.rows(
      `INSERT INTO account (id, login, password_hash, kind, role, enterprise_id)
       SELECT gen_random_uuid(), 'colleague', password_hash, kind, 'member', enterprise_id FROM account WHERE enterprise_id = $1`,
      [host.enterpriseId],
    );
    const applicant = await actors.idleWorker();
    await app.ask(
      `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`,
      { input: { idempotencyKey: key(), needId } },
      { as: applicant.token },
    );
    await app.settle();
    const applied = receiver.received.filter(({ body }) => body.includes(applicationSubmitted.name));
    expect(applied).toHaveLength(1);
    const [message = nothing] = applied;
    expect(signedWith(message, [secret, 'whsec_AAAA'])).toEqual([true, false]);
    expect(message).toMatchObject({ path: '/hooks', headers: { 'content-type': 'application/json' } });
    const [application] = await app.db.rows<{ id: string }>('SELECT id FROM application');
    expect(JSON.parse(message.body)).toEqual({
      ...{ type: 'labour.application.submitted', topic: 'market', enterpriseId: host.enterpriseId },
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
      data: { applicationId: application?.id, needId },
    });
    const sent = (await look()).sent.find(({ event }) => event === applicationSubmitted.name);
    expect(sent).toMatchObject({ state: 'DELIVERED', attempts: 1, status: 204, lastError: null, topic: 'MARKET' });
    expect(message.headers['webhook-id']).toBe(sent?.eventId);
  });

  it('a handler that runs twice makes one delivery, and a job that runs twice sends one', async () => {
    const [event] = await app.db.rows<{ id: string }>('SELECT id FROM outbox_event WHERE name = $1', [
      applicationSubmitted.name,
    ]);
    const { sent: before } = await look();
    const [sent] = before;
    receiver.received.length = 0;
    await app.db.transaction(async (tx) => {
      const to = { enterpriseId: host.enterpriseId };
      const tiding = { kind: 'applicationSubmitted', to, link: '', params: {} } as const;
      await app.jobs.get(Notifications).tell(tx, event?.id ?? '', [tiding]);
      await app.jobs.get(Outbox).requestJob(tx, deliverWebhook, { deliveryId: sent?.id ?? '', attempt: 1 });
    });
    await app.settle();
    expect((await look()).sent).toEqual(before);
    expect(receiver.received).toEqual([]);
  });

  it('500 is tried again under the same id with the same body; a redirect is a failure and not followed', async () => {
    receiver.received.length = 0;
    receiver.answers.push(500);
    await happen();
    const [first, second] = receiver.received;
    expect(receiver.received).toHaveLength(2);
    expect([second?.headers['webhook-id'], second?.body]).toEqual([first?.headers['webhook-id'], first?.body]);
    expect((await look()).sent[0]).toMatchObject({ state: 'DELIVERED', attempts: 2, status: 204 });
    receiver.answers.push(302);
    await test();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks', '/hooks', '/hooks']);
    expect((await look()).sent[0]).toMatchObject({
      ...{ event: 'webhook.test', topic: null, state: 'FAILED', status: 302, lastError: 'answered 302' },
    });
  });

  it('is sent again by hand under the same id', async () => {
    const { sent } = await look();
    const again = sent.find(({ topic }) => topic !== null);
    receiver.received.length = 0;
    expect(again?.actions).toEqual(['REPLAY']);
    await app.ask(replay, { input: { webhookDeliveryId: again?.id } }, as());
    await app.settle();
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([again?.eventId]);
    expect((await look()).sent.find(({ id }) => id === again?.id)).toMatchObject({ state: 'DELIVERED', attempts: 3 });
  });

  it('with a new secret carries both signatures for a day', async () => {
    const input = { idempotencyKey: key(), webhookEndpointId: endpointId };
    const { rotateWebhookSecret: made } = await app.ask<{ rotateWebhookSecret: { secret: string } }>(
      rotate,
      { input },
      as(),
    );
    const last = (): boolean[] => signedWith(receiver.received.at(-1) ?? nothing, both);
    const both = [made.secret, secret];
    await test();
    expect(last()).toEqual([true, true]);
    await app.db.rows('UPDATE webhook_endpoint SET former_secret_until = now()');
    await test();
    expect(last()).toEqual([true, false]);
    secret = made.secret;
  });

  it('the receiver of docs/webhooks.md takes what is genuine and nothing else', async () => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/webhooks.md', 'utf8')) ?? [];
    const run = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      env: { WEBHOOK_SECRET: secret, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const url = `http://127.0.0.1:${(await said(run)).split(' ').at(-1)}/`;
      await app.ask(update, { input: { webhookEndpointId: endpointId, url } }, as());
      const heard = said(run);
      await test();
      const [sent] = (await look()).sent;
      expect([sent?.status, await heard]).toEqual([204, `${sent?.eventId} webhook.test`]);
      const forged = { 'webhook-id': 'x', 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) };
      for (const headers of [{}, { ...forged, 'webhook-signature': `v1,${'é'.repeat(44)}` }])
        expect((await fetch(url, { method: 'POST', body: '{}', headers })).status).toBe(401);
    } finally {
      run.kill();
      await once(run, 'exit');
    }
  });

  it('an endpoint that is gone is paused, its owner told, and holds what comes until it is resumed', async () => {
    await app.ask(update, { input: { webhookEndpointId: endpointId, url: receiver.url } }, as());
    receiver.answers.push(410);
    await happen();
    const { pause, sent } = await look();
    expect([pause, sent[0]]).toMatchObject(['GONE', { state: 'FAILED', status: 410, attempts: 1, actions: [] }]);
    expect(await toldTo(app, host, 'webhookGone')).toMatchObject([{ link: '/webhooks' }]);
    await happen();
    const [held] = (await look()).sent;
    expect(held).toMatchObject({ state: 'HELD', attempts: 0 });
    const input = { webhookDeliveryId: held?.id };
    expect(await app.refusal(replay, { input }, as())).toBe('CONFLICT');
    await app.ask(update, { input: { webhookEndpointId: endpointId, isPaused: false } }, as());
    await app.ask(replay, { input }, as());
    await app.settle();
    expect((await look()).sent[0]).toMatchObject({ state: 'DELIVERED', attempts: 1 });
  });

  it('twenty failures in a row pause it', async () => {
    await app.db.rows('UPDATE webhook_endpoint SET failed_in_row = 19');
    await app.db.rows(`UPDATE webhook_delivery SET allowed_attempts = attempts + 1, state = 'failed'`);
    const [sent] = (await look()).sent;
    receiver.answers.push(503);
    await app.db.transaction(async (tx) => {
      await tx.query(`UPDATE webhook_delivery SET state = 'pending' WHERE id = $1`, [sent?.id]);
      const attempt = { deliveryId: sent?.id ?? '', attempt: (sent?.attempts ?? 0) + 1 };
      await app.jobs.get(Outbox).requestJob(tx, deliverWebhook, attempt);
    });
    expect(await toldTo(app, host, 'webhookPaused')).toHaveLength(1);
    expect(await look()).toMatchObject({ pause: 'FAILURES', failedInRow: 20 });
  });

  it('is the owners’ own, five at most, each with its log of thirty days', async () => {
    const [stranger, colleague] = [
      await actors.enterprise(),
      await app.ask<{ createApiKey: { secret: string } }>(
        `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }`,
        { input: { idempotencyKey: key(), name: 'ERP', scopes: ['LABOUR_READ', 'LABOUR_WRITE'] } },
        as(),
      ),
    ];
    const { createApiKey } = colleague;
    expect(await app.refusal(log, { id: endpointId }, as(stranger))).toBe('NOT_FOUND');
    expect(await app.refusal(log, { id: endpointId }, { as: `ApiKey ${createApiKey.secret}` })).toBe('FORBIDDEN');
    for (let made = 1; made < 5; made++) await make(endpointInput());
    expect(await app.refusal(create, { input: endpointInput() }, as())).toBe('CONFLICT');
    await later(app, 31 * DAY_MS, () => startJob(app, purgeWebhooks));
    expect((await look()).sent).toEqual([]);
    expect(await app.db.rows('SELECT 1 FROM webhook_endpoint WHERE former_secret IS NOT NULL')).toEqual([]);
    await app.ask(remove, { input: { webhookEndpointId: endpointId } }, as());
    expect(await app.refusal(log, { id: endpointId }, as())).toBe('NOT_FOUND');
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
  });
});

describe('without WEBHOOK_ALLOW_PRIVATE', () => {
  it('a loopback address is refused when it is saved, and again when it is sent to', async () => {
    const strict = await TestApp.start();
    try {
      const owner = await new Actors(strict).unverifiedEnterprise();
      const urls = [receiver.url, 'https://127.0.0.1/', 'https://0x7f.1/', 'https://localhost/'];
      for (const url of urls) {
        const { errors } = await strict.call(create, { input: endpointInput({ url }) }, { as: owner.token });
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'input.url' }] });
      }
      receiver.received.length = 0;
      const input = endpointInput({ url: 'https://1.1.1.1/' });
      const { createWebhookEndpoint: made } = await strict.ask<{
        createWebhookEndpoint: { endpoint: { id: string } };
      }>(create, { input }, { as: owner.token });
      await strict.db.rows('UPDATE webhook_endpoint SET url = $1', [receiver.url.replace('http', 'https')]);
      const test = { idempotencyKey: key(), webhookEndpointId: made.endpoint.id };
      await strict.ask(sendTest, { input: test }, { as: owner.token });
      await strict.settle();
      const [sent] = await strict.db.rows<{ state: string; status: number | null }>(
        'SELECT state, status FROM webhook_delivery',
      );
      expect(sent).toEqual({ state: 'failed', status: null });
      expect(receiver.received).toEqual([]);
    } finally {
      await strict.close();
    }
  });
});

/** The next line that a process says. */
async function said({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('nothing to listen to');
  const [line] = (await once(stdout, 'data')) as [Buffer];
  return line.toString().trim();
}
