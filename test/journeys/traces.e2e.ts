import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/platform/logging/logger.js';
import { openSpanSender } from '../../src/platform/traces/span-sender.js';
import { Traces } from '../../src/platform/traces/traces.js';
import { Actors, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { places, residentId } from '../support/facts.js';
import { reachableRedis } from '../support/redis.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string }[];
}
interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: object }[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}
type Span = SentSpan & { readonly service: string };

const publish = (name: string): string =>
  `mutation ${name}($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;
const callerSpan = 'b7ad6b7169203331';
const traces = { found: '0af7651916cd43dd8448eb211c80319c', followed: '1af7651916cd43dd8448eb211c80319c' };
const person = { name: '卡娜丽', phone: '13912345678' };

let collector: WebhookReceiver;
beforeAll(async () => (collector = await WebhookReceiver.start()));
afterAll(async () => collector.close());

/** Publishes a need in a trace of the caller's own; what is written names a person. */
async function publishNeed(app: TestApp, token: string, traceId: string, name = 'Publish'): Promise<void> {
  const input = need({ description: `${person.name} ${person.phone}` });
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
      traceparent: `00-${traceId}-${callerSpan}-01`,
    },
    body: JSON.stringify({ query: publish(name), variables: { input } }),
  });
  expect(await response.json()).toMatchObject({ data: { publishNeed: {} } });
}

/** The first need of a market, which has it solved; a second, which the market follows; a request and work that fail. */
async function liveThrough(env: Record<string, string>): Promise<Span[]> {
  const app = await TestApp.start(env);
  const actors = new Actors(app);
  const host = await actors.enterprise();
  await app.settle();
  await publishNeed(app, host.token, traces.found);
  await app.settle();
  await actors.worker({ person: { ...person, idNumber: residentId(), ...places.near } });
  await actors.idleWorker();
  await app.settle();
  await publishNeed(app, host.token, traces.followed, `Of${person.phone}`);
  await app.settle();
  const bad = { input: { ...need(), regionId: `${person.name} ${person.phone}` } };
  await app.call(publish('Bad'), bad, { as: host.token });
  const fault = (): Promise<void> => Promise.reject(new Error(`${person.name} ${person.phone}`));
  await expect(app.jobs.get(Traces).span('fault', fault)).rejects.toThrow(person.name);
  const [stored] = await app.db.rows<{ count: number }>(
    'SELECT count(traceparent)::int AS count FROM outbox_event WHERE relayed_at IS NOT NULL',
  );
  expect((stored?.count ?? 0) > 0).toBe('OTEL_EXPORTER_OTLP_ENDPOINT' in env);
  // What is left is sent at the end.
  await app.close();
  return collector.received.splice(0).flatMap(({ path, body }) => {
    expect(path).toBe('/v1/traces');
    for (const text of [person.name, person.phone, 'publishNeed(', 'Bearer']) expect(body).not.toContain(text);
    return (JSON.parse(body) as Sent).resourceSpans.flatMap(({ resource, scopeSpans }) => {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value;
      const { stringValue } = { stringValue: '', ...service };
      return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service: stringValue })));
    });
  });
}

/** A span's name with those of the spans it follows from, the first first. */
function path(spans: readonly Span[], span: Span): string {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent ? `${path(spans, parent)} > ${span.name}` : span.name;
}
const paths = (spans: readonly Span[], trace: string): string[] =>
  spans.filter(({ traceId }) => traceId === trace).map((span) => path(spans, span));

const redis = await reachableRedis();
if (!redis) process.stdout.write('The Redis part of the trace tests did not run: no Redis answers (TEST_REDIS_URL).\n');
const backends: [string, Record<string, string>][] = [
  ['postgres', {}],
  ...(redis
    ? [
        ['redis', { REDIS_URL: redis, QUEUE_PREFIX: `gongji-traces-${process.pid}` }] as [
          string,
          Record<string, string>,
        ],
      ]
    : []),
];

describe.each(backends)('traces with jobs in %s', (_, env) => {
  let spans: Span[];
  beforeAll(async () => (spans = await liveThrough({ ...env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })));

  it('what a request causes in other processes is one trace, which the caller began', () => {
    const request = spans.find(({ traceId, parentSpanId }) => traceId === traces.found && parentSpanId === callerSpan);
    expect(request).toMatchObject({ name: 'mutation Publish', service: 'gongji-api' });
    const write = 'mutation Publish > mutation Publish: transaction';
    const handler = `${write} > labour.saved-searches.need-published`;
    const run = `${write} > matching take up > matching take up: transaction > matching.solve-market`;
    expect(paths(spans, traces.found)).toEqual(
      expect.arrayContaining([
        ...[write, handler, `${handler} > labour.saved-searches.need-published: transaction`, run],
        ...['read', 'edges', 'solve', 'write'].map((phase) => `${run} > matching ${phase}`),
      ]),
    );
    const services = spans.filter(({ name }) => /^(labour|matching)/.test(name)).map(({ service }) => service);
    expect(new Set(services)).toEqual(new Set(['gongji-worker']));
  });

  it('a change that a kept market follows is in the trace of who made it, with counts', () => {
    expect(paths(spans, traces.followed)).toContain(
      'mutation publishNeed > mutation publishNeed: transaction > matching follow',
    );
    const follow = spans.find(({ traceId, name }) => traceId === traces.followed && name === 'matching follow');
    expect(follow?.attributes.map(({ key }) => key).sort()).toEqual([
      'gongji.added',
      'gongji.kept',
      'gongji.notes',
      'gongji.withdrawn',
    ]);
  });

  it('a request is called by its operation, unless what the caller calls it might name a person', () => {
    expect(paths(spans, traces.followed)).toContain('mutation publishNeed');
    expect(spans.map(({ name }) => name)).toContain('mutation Bad');
  });
});

it('a collector that refuses the last spans does not fail the end of a process', async () => {
  const sender = openSpanSender(collector.url, 'gongji-test', createLogger('silent', 'test'));
  collector.answers.push(400);
  sender.tracer.startSpan('refused').end();
  await sender.close();
  expect(collector.received.splice(0)).toHaveLength(1);
});

it('without the setting nothing is recorded, kept or sent', async () => {
  expect(await liveThrough({})).toEqual([]);
});
