import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../errors/index.js';
import { ConfigError, readSettings, type Settings } from './settings.js';

type Secret = 'AUTH_SECRET' | 'PERSONAL_DATA_KEY';

/**
 * The configuration of one process: settings of the environment, with secrets filled in.
 * Provided by ConfigModule; nothing else reads the environment.
 */
export class Config {
  readonly isProduction: boolean;
  readonly authSecret: string;
  readonly personalDataKey: string;
  readonly showsSchema: boolean;
  /** Whether users reach the service over TLS; a proxy may end it. */
  readonly isHttps: boolean;
  /** Host and port that users reach the service at. */
  readonly publicHost: string;
  /** Ids of approved SMS templates by name. */
  readonly smsTemplates: Readonly<Record<string, string>>;

  constructor(readonly settings: Settings) {
    this.isProduction = settings.NODE_ENV === 'production';
    this.authSecret = this.secret('AUTH_SECRET', /^.{32,}$/s, 'at least 32 characters');
    this.personalDataKey = this.secret('PERSONAL_DATA_KEY', /^[0-9a-fA-F]{64}$/, '64 hex digits');
    this.showsSchema = settings.GRAPHQL_IDE && !this.isProduction;
    const { protocol, host } = new URL(settings.PUBLIC_URL);
    this.isHttps = protocol === 'https:';
    this.publicHost = host;
    this.smsTemplates = this.texts('SMS_TEMPLATES');
    if (settings.SMS_PROVIDER === 'http' && !settings.SMS_GATEWAY_URL)
      throw new ConfigError('SMS_GATEWAY_URL: required by SMS_PROVIDER=http');
    this.refusePushKeys(settings);
    if (!Number.isInteger(settings.DIGEST_HOUR) || settings.DIGEST_HOUR < 0 || settings.DIGEST_HOUR > 23)
      throw new ConfigError('DIGEST_HOUR: must be a whole number from 0 to 23');
  }

  static fromEnvironment(env: Record<string, string | undefined> = process.env): Config {
    return new Config(readSettings(env));
  }

  /** Both halves of a P-256 key in base64url, or neither. */
  private refusePushKeys({ PUSH_PUBLIC_KEY: open, PUSH_PRIVATE_KEY: secret }: Settings): void {
    if (open === '' && secret === '') return;
    if (!/^[\w-]{87}$/.test(open)) throw new ConfigError('PUSH_PUBLIC_KEY: must be a VAPID key of 87 characters');
    if (!/^[\w-]{43}$/.test(secret)) throw new ConfigError('PUSH_PRIVATE_KEY: must be a VAPID key of 43 characters');
  }

  /** A setting that is a JSON object of texts; empty: none. */
  private texts(name: 'SMS_TEMPLATES'): Readonly<Record<string, string>> {
    const fault = new ConfigError(`${name}: must be a JSON object of texts`);
    let value: unknown;
    try {
      value = JSON.parse(this.settings[name] || '{}');
    } catch {
      throw fault;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault;
    const entries = Object.entries(value as Record<string, unknown>);
    if (entries.some(([, text]) => typeof text !== 'string' || text === '')) throw fault;
    return Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
  }

  private secret(name: Secret, shape: RegExp, words: string): string {
    const given = this.settings[name] || this.generatedSecret(name);
    if (!shape.test(given)) throw new ConfigError(`${name}: must be ${words}`);
    return given;
  }

  /** A secret of one installation, made once and kept beside its data; production must bring its own. */
  private generatedSecret(name: Secret): string {
    if (this.isProduction) throw new ConfigError(`${name}: required in production`);
    const file = join(this.settings.DATA_DIR, `${name.toLowerCase()}.key`);
    mkdirSync(this.settings.DATA_DIR, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    return readFileSync(file, 'utf8').trim();
  }
}
