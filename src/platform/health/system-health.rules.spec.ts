import { describe, expect, it } from 'vitest';
import { checkAnswer, checkOutbox, checkWorkers, overall } from './system-health.rules.js';

describe('the system’s health', () => {
  it('is that of its worst part', () => {
    expect(overall([])).toBe('ok');
    expect(overall([{ status: 'ok' }, { status: 'degraded' }])).toBe('degraded');
    expect(overall([{ status: 'degraded' }, { status: 'down' }, { status: 'ok' }])).toBe('down');
  });

  it('is down without an answer', () => {
    expect(checkAnswer('database', 'PostgreSQL', false)).toMatchObject({ name: 'database', status: 'down' });
    expect(checkAnswer('database', 'PostgreSQL', true).status).toBe('ok');
  });

  it('is degraded when nobody takes up jobs, and names the queues', () => {
    expect(checkWorkers([{ name: 'events', workers: 2 }]).status).toBe('ok');
    expect(
      checkWorkers([
        { name: 'events', workers: 1 },
        { name: 'labour', workers: 0 },
      ]),
    ).toMatchObject({ status: 'degraded', params: { queues: 'labour' } });
  });

  it('is degraded when events wait for more than a minute', () => {
    expect(checkOutbox(0, 0).status).toBe('ok');
    expect(checkOutbox(900, 3).status).toBe('ok');
    expect(checkOutbox(1, 61)).toMatchObject({ status: 'degraded', params: { count: 1, seconds: 61 } });
  });
});
