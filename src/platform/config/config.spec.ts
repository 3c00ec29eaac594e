import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Config } from './config.js';
import { ConfigError } from './settings.js';

const folder = mkdtempSync(join(tmpdir(), 'gongji-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('configuration', () => {
  it('names every faulty variable', () => {
    const read = (): Config => Config.fromEnvironment({ PORT: 'ninety', LOG_LEVEL: 'loud', DATA_DIR: folder });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*PORT/);
  });

  it('makes the secrets of an installation once, readable by its owner only', () => {
    const first = Config.fromEnvironment({ DATA_DIR: folder });
    const second = Config.fromEnvironment({ DATA_DIR: folder });
    expect(second.authSecret).toBe(first.authSecret);
    expect(second.personalDataKey).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(folder, 'auth_secret.key')).mode & 0o077).toBe(0);
  });

  it('in production takes no generated secret and shows no schema', () => {
    expect(() => Config.fromEnvironment({ NODE_ENV: 'production', DATA_DIR: folder })).toThrow(
      'AUTH_SECRET: required in production',
    );
    const secrets = { AUTH_SECRET: 'x'.repeat(32), PERSONAL_DATA_KEY: 'ab'.repeat(32) };
    expect(Config.fromEnvironment({ NODE_ENV: 'production', DATA_DIR: folder, ...secrets }).showsSchema).toBe(false);
    expect(() =>
      Config.fromEnvironment({ NODE_ENV: 'production', DATA_DIR: folder, ...secrets, AUTH_SECRET: 'short' }),
    ).toThrow('AUTH_SECRET: must be');
  });

  it('takes SMS templates as a JSON object, and no gateway for granted', () => {
    const read = (env: Record<string, string>): Config => Config.fromEnvironment({ DATA_DIR: folder, ...env });
    expect(read({}).smsTemplates).toEqual({});
    expect(read({ SMS_TEMPLATES: '{"offer":"T-1"}' }).smsTemplates).toEqual({ offer: 'T-1' });
    for (const faulty of ['offer', '[]', '{"offer":1}', '{"offer":""}', 'null'])
      expect(() => read({ SMS_TEMPLATES: faulty })).toThrow('SMS_TEMPLATES: must be a JSON object of texts');
    expect(() => read({ SMS_PROVIDER: 'http' })).toThrow('SMS_GATEWAY_URL: required');
  });

  it('takes both halves of a push key or neither', () => {
    const read = (env: Record<string, string>): Config => Config.fromEnvironment({ DATA_DIR: folder, ...env });
    const [open, secret] = ['B'.repeat(87), 'x'.repeat(43)];
    expect(read({ PUSH_PUBLIC_KEY: open, PUSH_PRIVATE_KEY: secret }).settings.PUSH_PUBLIC_KEY).toBe(open);
    expect(() => read({ PUSH_PUBLIC_KEY: open })).toThrow('PUSH_PRIVATE_KEY: must be');
    expect(() => read({ PUSH_PRIVATE_KEY: secret })).toThrow('PUSH_PUBLIC_KEY: must be');
  });

  it('knows the hours of a day', () => {
    for (const hour of ['24', '-1', '7.5'])
      expect(() => Config.fromEnvironment({ DATA_DIR: folder, DIGEST_HOUR: hour })).toThrow('DIGEST_HOUR: must be');
  });
});
