import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { WorkPasses } from '../../src/labour/passes/pass.service.js';
import { RefusedError } from '../../src/platform/errors/index.js';
import { Clock, DAY_MS } from '../../src/platform/clock/clock.js';
import { SigningKeys } from '../../src/platform/signing/signing-keys.service.js';
import { type Actor, Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { Phone } from '../support/phone.js';

const issueWorkPass = `mutation ($input: IssueWorkPassInput!) { issueWorkPass(input: $input) { placementId certificate issuedAt expiresAt gateUrl } }`;
const verifyWorkPass = `mutation ($input: VerifyWorkPassInput!) { verifyWorkPass(input: $input) {
  valid problem { code message } initials occupation needReference hostName startsOn endsOn workerName } }`;
const scanWorkPass = `mutation ($input: ScanWorkPassInput!) { scanWorkPass(input: $input) { attendanceDayId } }`;
const endPlacement = `mutation ($input: PlacementInput!) { endPlacement(input: $input) { state } }`;

interface Check {
  readonly valid: boolean;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly initials: string | null;
  readonly workerName: string | null;
}
interface Placed {
  readonly host: EnterpriseActor;
  readonly worker: Actor;
  readonly placementId: string;
}

let app: TestApp;
let actors: Actors;
let clock: Clock;
beforeAll(async () => {
  app = await TestApp.start();
  actors = new Actors(app);
  clock = app.api.get(Clock);
});
afterAll(() => app.close());

/** A worker whom a host has hired for a need. */
async function place(changes: object = {}): Promise<Placed> {
  const [host, worker] = [await actors.enterprise(), await actors.idleWorker()];
  const id = async (field: string, type: string, input: object, actor: Actor): Promise<string> => {
    const data = await app.ask<Record<string, { id: string }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`,
      { input },
      { as: actor.token },
    );
    return data[field]?.id ?? '';
  };
  const needId = await id('publishNeed', 'PublishNeedInput', need(changes), host);
  const applicationId = await id('applyForNeed', 'ApplyInput', { idempotencyKey: key(), needId }, worker);
  const offerId = await id('makeOffer', 'MakeOfferInput', { idempotencyKey: key(), applicationId }, host);
  await id('acceptOffer', 'OfferInput', { offerId }, worker);
  const [placement] = await app.db.rows<{ id: string }>('SELECT id FROM placement WHERE offer_id = $1', [offerId]);
  return { host, worker, placementId: placement?.id ?? '' };
}

const issueInput = (placementId: string, { deviceKey }: { deviceKey: string }): object => ({
  input: { idempotencyKey: key(), placementId, deviceKey },
});

async function issue({ placementId, worker }: Placed, phone: Phone): Promise<string> {
  const { issueWorkPass: pass } = await app.ask<{ issueWorkPass: { certificate: string } }>(
    issueWorkPass,
    issueInput(placementId, phone),
    { as: worker.token },
  );
  return pass.certificate;
}

async function look(pass: string, options: { as?: string; language?: string } = {}): Promise<Check> {
  return (await app.ask<{ verifyWorkPass: Check }>(verifyWorkPass, { input: { pass } }, options)).verifyWorkPass;
}

const problemOf = async (pass: string): Promise<string | undefined> => (await look(pass)).problem?.code;

async function admit(pass: string): Promise<string> {
  try {
    await app.db.transaction((tx) => app.api.get(WorkPasses).admit(tx, pass, clock.now()));
    return 'admitted';
  } catch (error) {
    if (error instanceof RefusedError) return error.refusals[0].message.en;
    throw error;
  }
}

describe('a work pass', () => {
  let placed: Placed;
  let phone: Phone;
  let certificate: string;

  beforeAll(async () => {
    placed = await place();
    phone = await Phone.buy();
    certificate = await issue(placed, phone);
  });

  it('holds at any gate, and says who it is to its host only', async () => {
    const pass = await phone.show(certificate, clock.now());
    const shown = await look(pass);
    expect(shown).toMatchObject({
      ...{ valid: true, problem: null, initials: '林*竹', hostName: '安溪测试工艺有限公司', workerName: null },
      ...{ startsOn: inDays(0), endsOn: inDays(60) },
    });
    expect(await look(`https://gongji.example/gate#${pass}`, { as: placed.host.token })).toMatchObject({
      valid: true,
      workerName: '林小竹',
    });
    const stranger = await actors.enterprise();
    expect((await look(pass, { as: stranger.token })).workerName).toBeNull();
  });

  it('opens the gate once: the same fifteen seconds again are a copy', async () => {
    const pass = await phone.show(certificate, clock.now());
    expect(await admit(pass)).toBe('admitted');
    expect(await admit(pass)).toContain('just been used');
    clock.shift(15_000);
    expect(await admit(await phone.show(certificate, clock.now()))).toBe('admitted');
  });

  it('is stale after 45 seconds, so that a screenshot is worth nothing', async () => {
    const pass = await phone.show(certificate, clock.now());
    clock.shift(45_000);
    // The clock may stand at the end of a second.
    expect(await problemOf(await phone.show(certificate, clock.in(-44_000)))).toBeUndefined();
    clock.shift(1_500);
    expect(await problemOf(pass)).toBe('STALE');
    expect(await admit(pass)).toContain('screenshot');
  });

  it('may come from a phone whose clock is a minute ahead, not more', async () => {
    expect(await problemOf(await phone.show(certificate, clock.in(58_000)))).toBeUndefined();
    expect(await problemOf(await phone.show(certificate, clock.in(63_000)))).toBe('AHEAD');
  });

  it('R35 is nothing when another phone made it, or the certificate is of another placement', async () => {
    const thief = await Phone.buy();
    expect(await problemOf(await thief.show(certificate, clock.now()))).toBe('NOT_FROM_DEVICE');
    const other = await place();
    const theirs = await issue(other, await Phone.buy());
    const own = await phone.show(certificate, clock.now());
    const [time, signature] = own.split('.').slice(4);
    expect(await problemOf(`GJ1.${theirs}.${time ?? ''}.${signature ?? ''}`)).toBe('NOT_FROM_DEVICE');
  });

  it('R35 is nothing when any algorithm or key but ours made the certificate', async () => {
    const [header = '', payload = '', signature = ''] = certificate.split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const { keys } = await app.api.get(SigningKeys).jwks();
    const hs256 = `${encode({ alg: 'HS256', typ: 'gongji-pass+jws', kid })}.${payload}`;
    const mac = createHmac('sha256', JSON.stringify(keys[0])).update(hs256).digest('base64url');
    const own = await generateKeyPair('ES256', { extractable: true });
    const embedded = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'gongji-pass+jws', kid, jwk: await exportJWK(own.publicKey) })
      .sign(own.privateKey);
    const access = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'gongji-pass+jws', kid: 'x'.repeat(43) })
      .sign(own.privateKey);
    const forOther = await app.db.transaction((tx) => app.api.get(SigningKeys).sign(tx, 'JWT', claims));
    const forged = [
      `${encode({ alg: 'none', typ: 'gongji-pass+jws', kid })}.${payload}.${signature}`,
      `${hs256}.${mac.padEnd(86, 'A')}`,
      embedded,
      access,
      forOther,
      `${header}.${encode({ ...claims, exp: 9_999_999_999 })}.${signature}`,
    ];
    for (const certificateOf of forged)
      expect([certificateOf, await problemOf(await phone.show(certificateOf, clock.now()))]).toEqual([
        certificateOf,
        'NOT_OURS',
      ]);
    expect(await problemOf(`GJ1.${header}.${payload}..zz.${'A'.repeat(86)}`)).toBe('MALFORMED');
    expect(await problemOf('https://gongji.example/gate')).toBe('MALFORMED');
  });

  it('ends on the old phone when a new one is certified, and is told in words', async () => {
    const newer = await Phone.buy();
    const newest = await issue(placed, newer);
    const { problem } = await look(await phone.show(certificate, clock.now()), { language: 'zh-CN' });
    expect(problem?.code).toBe('REVOKED');
    expect(problem?.message).toMatch(/[\u4e00-\u9fff]/);
    expect(await problemOf(await newer.show(newest, clock.now()))).toBeUndefined();
    [phone, certificate] = [newer, newest];
  });

  it('still holds when the installation takes a new key into use', async () => {
    await app.jobs.get(SigningKeys).rotate();
    expect(await problemOf(await phone.show(certificate, clock.now()))).toBeUndefined();
    const again = await issue(placed, phone);
    expect(again.split('.')[0]).not.toBe(certificate.split('.')[0]);
    certificate = again;
    expect(await problemOf(await phone.show(again, clock.now()))).toBeUndefined();
  });

  it('is refused at another host’s gate', async () => {
    const stranger = await actors.enterprise();
    const scan = async (as: string): Promise<string | undefined> => {
      const input = { idempotencyKey: key(), pass: await phone.show(certificate, clock.now()), direction: 'IN' };
      const { errors } = await app.call(scanWorkPass, { input }, { as });
      return errors?.[0]?.message;
    };
    clock.shift(15_000);
    expect(await scan(stranger.token)).toContain('another host');
  });

  it('ends with the placement', async () => {
    await app.ask(endPlacement, { input: { placementId: placed.placementId } }, { as: placed.host.token });
    expect(await problemOf(await phone.show(certificate, clock.now()))).toBe('ENDED');
    const rows = await app.db.rows('SELECT 1 FROM work_pass WHERE placement_id = $1 AND revoked_at IS NULL', [
      placed.placementId,
    ]);
    expect(rows).toEqual([]);
    expect(await app.refusal(issueWorkPass, issueInput(placed.placementId, phone), { as: placed.worker.token })).toBe(
      'CONFLICT',
    );
  });
});

describe('a certificate', () => {
  it('is for the placement’s worker, from its first day on, once per request', async () => {
    const placed = await place({ startsOn: inDays(3) });
    const phone = await Phone.buy();
    const as = { as: placed.worker.token };
    expect(await app.refusal(issueWorkPass, issueInput(placed.placementId, phone), as)).toBe('CONFLICT');
    const other = await place();
    expect(await app.refusal(issueWorkPass, issueInput(other.placementId, phone), as)).toBe('NOT_FOUND');
    const repeated = issueInput(other.placementId, phone);
    const first = await app.ask<object>(issueWorkPass, repeated, { as: other.worker.token });
    expect(await app.ask<object>(issueWorkPass, repeated, { as: other.worker.token })).toEqual(first);
  });

  it('is for a public key on the curve', async () => {
    const { placementId, worker } = await place();
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const off = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
    const bad = ['{}', 'null', 'text', JSON.stringify(await exportJWK(privateKey)), JSON.stringify(off)];
    for (const deviceKey of bad) {
      const code = await app.refusal(issueWorkPass, issueInput(placementId, { deviceKey }), { as: worker.token });
      expect([deviceKey, code]).toEqual([deviceKey, 'VALIDATION_FAILED']);
    }
  });

  it('lives a day, and not beyond the placement’s last day', async () => {
    const placed = await place({ endsOn: inDays(1) });
    const phone = await Phone.buy();
    const certificate = await issue(placed, phone);
    const claims = JSON.parse(Buffer.from(certificate.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
    expect(claims.exp * 1_000 - clock.now().getTime()).toBeLessThanOrEqual(DAY_MS);
    clock.shift(2 * DAY_MS);
    try {
      expect(await problemOf(await phone.show(certificate, clock.now()))).toBe('EXPIRED');
    } finally {
      clock.shift(-2 * DAY_MS);
    }
  });

  it('R38 holds no name and no number of the worker', async () => {
    const placed = await place();
    const certificate = await issue(placed, await Phone.buy());
    const said = Buffer.from(certificate.split('.')[1] ?? '', 'base64url').toString();
    expect(said).toContain('林*竹');
    expect(said).not.toMatch(/林小竹|138\d{8}|350524\d{12}/);
  });

  it('leaves uses behind for an hour only', async () => {
    const placed = await place();
    const phone = await Phone.buy();
    expect(await admit(await phone.show(await issue(placed, phone), clock.now()))).toBe('admitted');
    const passes = app.api.get(WorkPasses);
    await passes.forgetPast();
    expect(await app.db.rows('SELECT 1 FROM work_pass_use WHERE placement_id = $1', [placed.placementId])).toHaveLength(
      1,
    );
    clock.shift(2 * 3_600_000);
    expect(await passes.forgetPast()).toBeGreaterThan(0);
    expect(await passes.forgetPast()).toBe(0);
  });
});
