import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { reachableRedis } from '../support/redis.js';

const redis = await reachableRedis();
const backends: [string, Record<string, string>][] = [
  ['postgres', {}],
  ...(redis
    ? [['redis', { REDIS_URL: redis, QUEUE_PREFIX: `gongji-ops-${process.pid}` }] as [string, Record<string, string>]]
    : []),
];

const jobQueues = '{ jobQueues { name waiting active delayed failed completed workers } }';
const failedJobs = `query ($queue: String!, $first: Int, $after: String) { failedJobs(queue: $queue, first: $first, after: $after) {
  edges { node { id queue name attempts failedReason requestedAt failedAt } } pageInfo { hasNextPage endCursor } } }`;
const retry = `mutation ($input: RetryFailedJobInput!) { retryFailedJob(input: $input) { name failed } }`;
const systemHealth = `{ systemHealth { status checks { name status detail } version startedAt outboxWaiting databaseSizeBytes
  databaseVersion queueBackend failedJobs } }`;

interface Failed {
  readonly failedJobs: {
    readonly edges: {
      readonly node: { id: string; name: string; attempts: number; failedReason: string; failedAt: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe.each(backends)('operators look after the jobs on %s', (name, env) => {
  let app: TestApp;
  let operator: Actor;
  let officer: Actor;

  const queue = () => app.jobs.get(JobQueues).queue('directory');
  const failed = async (variables: object = {}): Promise<Failed['failedJobs']> =>
    (await app.ask<Failed>(failedJobs, { queue: 'directory', ...variables }, { as: operator.token })).failedJobs;

  beforeAll(async () => {
    app = await TestApp.start({ ...env, LOG_LEVEL: 'silent' });
    const actors = new Actors(app);
    operator = await actors.operator();
    officer = await actors.officer('GB2260:350524');
    // Nobody handles these, so they fail at once and for good.
    for (const job of ['first', 'second', 'third'])
      await queue().add(`unknown.${job}`, { email: 'lin@example.cn' }, { jobId: `job-${job}`, attempts: 1 });
    await app.settle();
  });
  afterAll(async () => {
    if (name === 'redis') await queue().obliterate({ force: true });
    await app.close();
  });

  it('see every queue with its counts', async () => {
    const { jobQueues: queues } = await app.ask<{ jobQueues: Record<string, unknown>[] }>(
      jobQueues,
      {},
      { as: operator.token },
    );
    expect(queues.map((one) => one['name'])).toEqual(
      expect.arrayContaining(['events', 'directory', 'matching', 'labour']),
    );
    expect(queues.find((one) => one['name'] === 'directory')).toMatchObject({
      ...{ waiting: 0, active: 0, failed: 3, workers: 1 },
    });
    expect(await app.refusal(jobQueues, {}, { as: officer.token })).toBe('FORBIDDEN');
  });

  it('see why jobs failed, the latest first, without their payload', async () => {
    const { edges } = await failed();
    expect(edges.map(({ node }) => node.name).sort()).toEqual(['unknown.first', 'unknown.second', 'unknown.third']);
    const times = edges.map(({ node }) => Date.parse(node.failedAt));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(edges[0]?.node).toMatchObject({ attempts: 1, failedReason: expect.stringContaining('no handler for job') });
    expect(JSON.stringify(edges)).not.toContain('lin@example.cn');
    const { pageInfo } = await failed({ first: 2 });
    expect(pageInfo.hasNextPage).toBe(true);
    expect((await failed({ first: 2, after: pageInfo.endCursor })).edges.map(({ node }) => node.id)).toEqual([
      edges[2]?.node.id,
    ]);
    expect(await app.refusal(failedJobs, { queue: 'nonsense' }, { as: operator.token })).toBe('NOT_FOUND');
  });

  it('have one tried again, which stands in the trail', async () => {
    const as = { as: operator.token };
    const input = { queue: 'directory', jobId: 'job-second' };
    const before = Date.parse((await failed()).edges.find(({ node }) => node.id === 'job-second')?.node.failedAt ?? '');
    await app.ask(retry, { input }, as);
    await app.settle();
    const again = (await failed()).edges.find(({ node }) => node.id === 'job-second');
    expect(Date.parse(again?.node.failedAt ?? '')).toBeGreaterThan(before);
    expect(again?.node.attempts).toBe(1);
    const { auditEntries } = await app.ask<{ auditEntries: { edges: object[] } }>(
      '{ auditEntries(operation: "job.retry") { edges { node { objectId details } } } }',
      {},
      as,
    );
    expect(auditEntries.edges).toEqual([
      { node: { objectId: 'job-second', details: expect.stringContaining('"queue":"directory"') } },
    ]);
    const gone = { ...input, jobId: 'job-nobody' };
    expect(await app.refusal(retry, { input: gone }, as)).toBe('NOT_FOUND');
    await queue().add('directory.purge-expired', {}, { jobId: 'job-fine' });
    await app.settle();
    expect(await app.refusal(retry, { input: { ...input, jobId: 'job-fine' } }, as)).toBe('CONFLICT');
    expect(await app.refusal(retry, { input }, { as: officer.token })).toBe('FORBIDDEN');
  });

  it('see how the installation is', async () => {
    const { systemHealth: health } = await app.ask<{ systemHealth: Record<string, unknown> }>(
      systemHealth,
      {},
      { as: operator.token },
    );
    expect(health).toMatchObject({
      ...{ status: 'OK', outboxWaiting: 0, queueBackend: name, failedJobs: 3 },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      databaseVersion: expect.stringMatching(/^\d+/),
      checks: ['database', 'queue', 'workers', 'outbox'].map((part) => ({
        ...{ name: part, status: 'OK', detail: expect.any(String) },
      })),
    });
    expect(health['databaseSizeBytes']).toBeGreaterThan(1_000_000);
    expect(await app.refusal(systemHealth, {}, { as: officer.token })).toBe('FORBIDDEN');
  });
});
