import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignJWT } from 'jose';
import { Actors, need, password } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key, mobile, places, residentId, uscc } from '../support/facts.js';

const session = '{ accessToken refreshToken account { id kind isOwner } }';
const logIn = `mutation ($input: LogInInput!) { logIn(input: $input) ${session} }`;
const refresh = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) ${session} }`;
const signUpEnterprise = `mutation ($input: SignUpEnterpriseInput!) { signUpEnterprise(input: $input) ${session} }`;
const signUpWorker = `mutation ($input: SignUpWorkerInput!) { signUpWorker(input: $input) ${session} }`;
const me = '{ me { login kind } }';

interface SessionAnswer {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly account: { readonly id: string; readonly kind: string };
}

let app: TestApp;
let actors: Actors;

beforeAll(async () => {
  app = await TestApp.start({ LOGIN_ATTEMPTS: '5' });
  actors = new Actors(app);
});
afterAll(() => app.close());

const enterpriseInput = (changes: object = {}): Record<string, unknown> => ({
  ...{ idempotencyKey: key(), login: `owner-${key()}@test.example`, password },
  enterprise: { name: '安溪试验有限公司', registrationCode: uscc(), ...places.town, address: '' },
  ...changes,
});

describe('signing up', () => {
  it('makes an enterprise, unverified, and its owner', async () => {
    const { signUpEnterprise: made } = await app.ask<{ signUpEnterprise: SessionAnswer }>(signUpEnterprise, {
      input: enterpriseInput(),
    });
    expect(made.account).toMatchObject({ kind: 'ENTERPRISE', isOwner: true });
    expect(
      await app.refusal(
        'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
        { input: need() },
        { as: made.accessToken },
      ),
    ).toBe('RULE_VIOLATED');
  });

  it('repeated with the same key is the same account; with another password it is refused', async () => {
    const input = enterpriseInput();
    const first = await app.ask<{ signUpEnterprise: SessionAnswer }>(signUpEnterprise, { input });
    const second = await app.ask<{ signUpEnterprise: SessionAnswer }>(signUpEnterprise, { input });
    expect(second.signUpEnterprise.account.id).toBe(first.signUpEnterprise.account.id);
    expect(await app.refusal(signUpEnterprise, { input: { ...input, password: 'some other password' } })).toBe(
      'CONFLICT',
    );
    expect(
      await app.refusal(signUpEnterprise, {
        input: { ...input, enterprise: { ...(input['enterprise'] as object), name: '别家' } },
      }),
    ).toBe('CONFLICT');
  });

  it.each<[string, object, string]>([
    [
      'a wrong check character',
      { enterprise: { name: '企业', registrationCode: '91350524MA00000291', ...places.town } },
      'input.enterprise.registrationCode',
    ],
    [
      'an unknown region',
      { enterprise: { name: '企业', registrationCode: uscc(), ...places.town, regionId: 'GB2260:999999' } },
      'input.enterprise.regionId',
    ],
    ['a login that is none', { login: 'nobody' }, 'input.login'],
    ['a common password', { password: '12345678' }, 'input.password'],
    ['a short password', { password: 'short' }, 'input.password'],
  ])('is refused with %s, naming the field', async (_name, changes, path) => {
    const { errors } = await app.call(signUpEnterprise, { input: enterpriseInput(changes) });
    expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect(errors?.[0]?.extensions.fields?.map((field) => field.path)).toEqual([path]);
  });

  it('keeps the ID number of a worker out of every table in the clear', async () => {
    const idNumber = residentId();
    await actors.worker({ person: { name: '王𠮷', phone: mobile(), idNumber, ...places.near } });
    const tables = await app.db.rows<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'bullmq') AND table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const found = await app.db.rows(`SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`, [
        idNumber,
      ]);
      expect([name, found]).toEqual([name, []]);
    }
  });

  it('twice with one ID number is refused', async () => {
    const person = { name: '陈大', phone: mobile(), idNumber: residentId(), ...places.near };
    await actors.worker({ person });
    const input = { idempotencyKey: key(), login: `again-${key()}@test.example`, password, person };
    expect(await app.refusal(signUpWorker, { input })).toBe('CONFLICT');
  });

  it('nobody makes an operator or an officer of themselves', async () => {
    const { errors } = await app.call(signUpWorker, {
      input: { idempotencyKey: key(), login: 'x@test.example', password, kind: 'operator' },
    });
    expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    const enterprise = await actors.enterprise();
    const create = 'mutation ($input: CreateBureauOfficerInput!) { createBureauOfficer(input: $input) { id } }';
    expect(
      await app.refusal(
        create,
        { input: { bureauId: '0190a3f2-0000-7000-8000-000000000000', login: 'o@test.example', password } },
        { as: enterprise.token },
      ),
    ).toBe('FORBIDDEN');
  });
});

describe('a session', () => {
  it('an unknown login and a wrong password read the same', async () => {
    const { login } = await actors.unverifiedEnterprise();
    const answers = await Promise.all(
      [login, `unknown-${key()}@test.example`].map((one) =>
        app.call(logIn, { input: { login: one, password: 'wrong password' } }),
      ),
    );
    const [known, unknown] = answers.map(({ errors }) => ({
      code: errors?.[0]?.extensions.code,
      message: errors?.[0]?.message,
    }));
    expect(known).toEqual(unknown);
    expect(known?.code).toBe('UNAUTHENTICATED');
  });

  it('is renewed by its refresh token, each good for one use; a second use ends it', async () => {
    const { login } = await actors.unverifiedEnterprise();
    const first = (await app.ask<{ logIn: SessionAnswer }>(logIn, { input: { login, password } })).logIn;
    const second = (
      await app.ask<{ refreshSession: SessionAnswer }>(refresh, { input: { refreshToken: first.refreshToken } })
    ).refreshSession;
    expect(await app.ask(me, {}, { as: second.accessToken })).toMatchObject({ me: { login } });
    expect(await app.refusal(refresh, { input: { refreshToken: first.refreshToken } })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(refresh, { input: { refreshToken: second.refreshToken } })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(me, {}, { as: second.accessToken })).toBe('UNAUTHENTICATED');
  });

  it('of ten uses of one refresh token at once, at most one succeeds', async () => {
    const { login } = await actors.unverifiedEnterprise();
    const { refreshToken } = (await app.ask<{ logIn: SessionAnswer }>(logIn, { input: { login, password } })).logIn;
    const answers = await Promise.all(Array.from({ length: 10 }, () => app.call(refresh, { input: { refreshToken } })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('is over after log-out, and when its account is disabled', async () => {
    const { login, token } = await actors.unverifiedEnterprise();
    await app.ask('mutation { logOut }', {}, { as: token });
    expect(await app.refusal(me, {}, { as: token })).toBe('UNAUTHENTICATED');
    const again = (await app.ask<{ logIn: SessionAnswer }>(logIn, { input: { login, password } })).logIn;
    await app.db.rows('UPDATE account SET disabled_at = now() WHERE login = $1', [login]);
    expect(await app.refusal(me, {}, { as: again.accessToken })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(logIn, { input: { login, password } })).toBe('UNAUTHENTICATED');
  });

  it('others end when the password changes', async () => {
    const { login, token } = await actors.unverifiedEnterprise();
    const other = (await app.ask<{ logIn: SessionAnswer }>(logIn, { input: { login, password } })).logIn;
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }';
    await app.ask(
      change,
      { input: { currentPassword: password, newPassword: 'another long password' } },
      { as: token },
    );
    expect(await app.refusal(me, {}, { as: other.accessToken })).toBe('UNAUTHENTICATED');
    expect(await app.ask(me, {}, { as: token })).toMatchObject({ me: { login } });
  });

  it('forged tokens are nobody’s', async () => {
    const { token } = await actors.unverifiedEnterprise();
    const [header = '', payload = '', signature = ''] = token.split('.');
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const sid = (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string }).sid;
    const sign = (claims: object, secret = 'y'.repeat(32)): Promise<string> =>
      new SignJWT({ sid, ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('gongji')
        .setAudience('gongji-api')
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(secret));
    const forged = [
      `${part({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      `${header}.${part({ sid, iss: 'gongji', aud: 'gongji-api', exp: 9_999_999_999 })}.${signature}`,
      await sign({}),
      `${token}x`,
      'not.a.token',
    ];
    for (const one of forged)
      expect([one.slice(0, 20), await app.refusal(me, {}, { as: one })]).toEqual([one.slice(0, 20), 'UNAUTHENTICATED']);
  });
});

describe('guessing passwords', () => {
  it('is stopped after a few tries, also for the right password, and aliases do not help', async () => {
    const { login } = await actors.unverifiedEnterprise();
    const aliases = Array.from(
      { length: 9 },
      (_, n) => `a${n}: logIn(input: {login: "${login}", password: "guess ${n}"}) { accessToken }`,
    );
    for (let n = 0; n < 5; n++) {
      const { errors } = await app.call(`mutation { ${aliases.join('\n')} }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    }
    const { errors: right } = await app.call(logIn, { input: { login, password } });
    expect(right?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  });
});

describe('an API key', () => {
  const create =
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id scopes } } }';

  it('does what its scopes say, for its enterprise, until it is revoked', async () => {
    const { token, enterpriseId } = await actors.enterprise();
    const input = { idempotencyKey: key(), name: 'ERP', scopes: ['LABOUR_READ'] };
    const { createApiKey: made } = await app.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      create,
      { input },
      { as: token },
    );
    const as = `ApiKey ${made.secret}`;
    expect(await app.ask('{ needs(mine: true) { edges { cursor } } }', {}, { as })).toEqual({ needs: { edges: [] } });
    expect(
      await app.refusal(
        'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
        { input: need() },
        { as },
      ),
    ).toBe('FORBIDDEN');
    expect(await app.refusal('{ apiKeys { edges { cursor } } }', {}, { as })).toBe('FORBIDDEN');
    expect(await app.refusal(me, {}, { as })).toBe('FORBIDDEN');
    expect(enterpriseId).toBeTruthy();
    const repeat = await app.ask<{ createApiKey: { secret: null; apiKey: { id: string } } }>(
      create,
      { input },
      { as: token },
    );
    expect(repeat.createApiKey).toMatchObject({ secret: null, apiKey: { id: made.apiKey.id } });
    await app.ask(
      'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { id } }',
      { input: { apiKeyId: made.apiKey.id } },
      { as: token },
    );
    expect(await app.refusal('{ needs { edges { cursor } } }', {}, { as })).toBe('UNAUTHENTICATED');
  });

  it('is made by owners only', async () => {
    const { token } = await actors.enterprise();
    const login = `member-${key()}@test.example`;
    await app.ask(
      'mutation ($input: CreateMemberInput!) { createMember(input: $input) { id } }',
      { input: { login, password } },
      { as: token },
    );
    const member = (await app.ask<{ logIn: SessionAnswer }>(logIn, { input: { login, password } })).logIn;
    expect(
      await app.refusal(
        create,
        { input: { idempotencyKey: key(), name: 'ERP', scopes: ['LABOUR_READ'] } },
        { as: member.accessToken },
      ),
    ).toBe('FORBIDDEN');
  });
});
