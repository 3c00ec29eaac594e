import { bool, cleanEnv, EnvError, num, port, str, url } from 'envalid';

/** Every environment variable the product reads. docs/configuration.md is generated from this table. */
export const settings = {
  NODE_ENV: str({
    choices: ['development', 'production', 'test'],
    default: 'development',
    desc: 'production switches introspection, the IDE and default secrets off',
  }),
  HOST: str({ default: '127.0.0.1', desc: 'address the API listens on' }),
  PORT: port({ default: 3000, desc: 'port the API listens on' }),
  DATABASE_URL: url({ default: '', desc: 'a PostgreSQL 15 or newer; unset: the embedded server' }),
  DATABASE_POOL: num({ default: 10, desc: 'connections per process' }),
  REDIS_URL: url({ default: '', desc: 'BullMQ on this Redis; unset: BullMQ in PostgreSQL' }),
  QUEUE_PREFIX: str({ default: 'gongji', desc: 'what the queue’s keys begin with in a shared Redis' }),
  DATA_DIR: str({ default: '.data', desc: 'folder of the embedded server and of generated secrets' }),
  LOG_LEVEL: str({
    choices: ['silent', 'error', 'warn', 'info', 'debug'],
    default: 'info',
    desc: 'least severe line that is logged',
  }),
  AUTH_SECRET: str({
    default: '',
    desc: 'at least 32 characters; signs access tokens. Unset: generated in DATA_DIR (not in production)',
  }),
  PERSONAL_DATA_KEY: str({
    default: '',
    desc: '64 hex digits; encrypts ID numbers at rest. Unset: generated in DATA_DIR (not in production)',
  }),
  ACCESS_TOKEN_MINUTES: num({ default: 10, desc: 'life of an access token' }),
  SESSION_DAYS: num({ default: 30, desc: 'life of a session without use of its refresh token' }),
  SMTP_URL: url({
    default: '',
    desc: 'where e-mail goes, e.g. smtp://user:pass@mail.example:587; unset: e-mail is off',
  }),
  MAIL_FROM: str({ default: 'Gongji 共济 <noreply@gongji.example>', desc: 'sender of e-mail' }),
  SMS_PROVIDER: str({
    choices: ['off', 'log', 'http'],
    default: 'off',
    desc: 'how SMS go out; log: a line instead of an SMS, to try it; http: by SMS_GATEWAY_URL',
  }),
  SMS_GATEWAY_URL: url({ default: '', desc: 'takes each SMS by POST: JSON {id, to, templateId, params}' }),
  SMS_GATEWAY_TOKEN: str({ default: '', desc: 'sent to the gateway as `authorization: Bearer …`' }),
  SMS_TEMPLATES: str({
    default: '',
    desc: 'JSON object: name of a template to the id under which carriers approved it; without one nothing is sent',
  }),
  PUSH_PUBLIC_KEY: str({
    default: '',
    desc: 'VAPID key of this installation for push messages, as `npx web-push generate-vapid-keys` makes it; unset: push is off',
  }),
  PUSH_PRIVATE_KEY: str({ default: '', desc: 'the private half of PUSH_PUBLIC_KEY' }),
  MESSAGES_PER_DAY: num({
    default: 20,
    desc: 'e-mails and SMS of their own that an account gets in a day; what is above comes in its next digest',
  }),
  DIGEST_HOUR: num({ default: 8, desc: 'local hour from which daily digests are sent, 0 to 23' }),
  PUBLIC_URL: url({ default: 'http://localhost:3000', desc: 'address users reach the service at' }),
  MAP_FILE: str({
    default: '',
    desc: 'TopoJSON of counties with their region ids, in place of the map that is shipped (示意图)',
  }),
  GRAPHQL_IDE: bool({
    default: true,
    devDefault: true,
    desc: 'GraphiQL at /graphiql and introspection; always off in production',
  }),
  LOGIN_ATTEMPTS: num({
    default: 10,
    desc: 'failed log-ins of one login or address within 15 minutes before RATE_LIMITED',
  }),
  DEAR_ANSWER_MS: num({
    default: 150,
    desc: 'trends and flows that took longer to count than this are shared for half a minute, and given out while counted anew for ten',
  }),
  MATCH_DEBOUNCE_MS: num({
    default: 1000,
    desc: 'quiet time between a change and the match run it causes, in a market that no process keeps yet',
  }),
  MATCH_EVERY_MINUTES: num({
    default: 720,
    desc: 'scheduled match runs of every market, besides the first of each day; 0: none',
  }),
  FREIGHT_FEN_PER_TONNE_KM: num({
    default: 60,
    desc: 'what bringing a tonne of material a kilometre is reckoned to cost, in fen, when lots are proposed',
  }),
  MATERIAL_REACH_KM: num({ default: 300, desc: 'farther lots of material are not proposed' }),
  OFFER_HOURS: num({ default: 72, desc: 'life of an offer that nobody answers' }),
  AGREEMENT_HOURS: num({
    default: 168,
    desc: 'life of a negotiation that nobody moves, of an agreement that is not signed, and of an accepted loan that waits for it',
  }),
  CONSENT_HOURS: num({ default: 168, desc: 'life of a consent request that nobody answers' }),
  WORK_PASS_HOURS: num({ default: 24, desc: 'life of the certificate behind a work pass; a phone renews it online' }),
  ATTENDANCE_CONFIRM_HOURS: num({
    default: 72,
    desc: 'time to dispute a day of attendance before silence confirms it',
  }),
  NO_SHOW_PENALTY_DAYS: num({ default: 30, desc: 'how long a no-show stands on record, 1 to 180 days' }),
  METRICS_PORT: num({
    default: 0,
    desc: 'port of GET /metrics for a Prometheus, on HOST; under `npm start` the job process has the next one. 0: off',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: url({
    default: '',
    desc: 'OpenTelemetry collector that traces go to by OTLP over HTTP, e.g. http://collector:4318; unset: nothing is traced',
  }),
  WEBHOOK_ALLOW_PRIVATE: bool({
    default: false,
    desc: 'webhooks may go to http, any port and private addresses; for tests and development only',
  }),
  EXTERNAL_ALLOW_PRIVATE: bool({
    default: false,
    desc: 'external series may be fetched by http, from any port and from private addresses, for a government’s own network',
  }),
  DEMO: bool({ default: true, desc: 'load the demo region into an empty embedded database' }),
} as const;

/** Faults of the environment, one line each; the process cannot start with them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads and validates the environment. Throws ConfigError naming each faulty variable. */
export function readSettings(env: Record<string, string | undefined>) {
  const used = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  return cleanEnv(used, settings, {
    reporter: ({ errors }) => {
      const faults = Object.entries(errors).map(
        ([name, error]) => `${name}: ${error instanceof EnvError ? error.message : 'missing'}`,
      );
      if (faults.length > 0) throw new ConfigError(faults.join('\n'));
    },
  });
}

export type Settings = ReturnType<typeof readSettings>;
