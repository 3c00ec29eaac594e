import { afterAll, beforeAll, expect, it } from 'vitest';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { type MetricsListener, serveMetrics } from '../../src/platform/metrics/serve-metrics.js';
import { Actors, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';

let app: TestApp;
let listener: MetricsListener;
beforeAll(async () => {
  app = await TestApp.start();
  listener = await serveMetrics(app.jobs.get(Metrics), 0, '127.0.0.1');
});
afterAll(async () => {
  await listener.close();
  await app.close();
});

const scrape = async (): Promise<string> => (await fetch(`http://127.0.0.1:${listener.port}/metrics`)).text();
/** The value of a sample line; undefined when the process does not tell it. */
const sample = (text: string, name: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
};

it('a Prometheus reads how deep queues are, how long jobs and solving took, what moved, how late events are', async () => {
  expect(sample(await scrape(), 'gongji_proposals_total{change="added"}')).toBeUndefined();
  const actors = new Actors(app);
  const host = await actors.enterprise();
  await actors.idleWorker();
  await app.ask(
    'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
    { input: need() },
    { as: host.token },
  );
  await app.settle();
  const text = await scrape();
  expect(sample(text, 'gongji_proposals_total{change="added"}')).toBe(1);
  expect(sample(text, 'gongji_match_phase_seconds_count{phase="solve"}')).toBeGreaterThanOrEqual(1);
  expect(sample(text, 'gongji_queue_jobs{queue="matching",state="waiting"}')).toBe(0);
  expect(sample(text, 'gongji_outbox_waiting')).toBe(0);
  expect(text).toMatch(/gongji_job_seconds_count\{queue="matching",job="matching.solve-market",outcome="done"\} [1-9]/);
  expect(text).toMatch(/gongji_event_lag_seconds_count\{handler="[\w.-]+"\} [1-9]/);
});

it('answers nothing else, and nothing of it on the port that users reach', async () => {
  expect((await fetch(`http://127.0.0.1:${listener.port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${listener.port}/metrics`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${app.url}/metrics`, { headers: { accept: 'application/json' } })).status).toBe(404);
});
