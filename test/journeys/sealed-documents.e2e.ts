import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JWK } from 'jose';
import { renderPdf } from '../../src/platform/documents/render-pdf.js';
import { DocumentChecks } from '../../src/platform/signing/document-check.service.js';
import { sha256Of } from '../../src/platform/digest/digest.js';
import { SignatureProvider } from '../../src/platform/signing/signature-provider.js';
import { SigningKeys } from '../../src/platform/signing/signing-keys.service.js';
import { TestApp } from '../support/app.js';

const run = promisify(execFile);
const claims = { number: 'GJ-2026-000123', signers: ['host', 'lender'] };

let app: TestApp;
let folder: string;
let pdf: Buffer;
beforeAll(async () => {
  app = await TestApp.start();
  folder = await mkdtemp(join(tmpdir(), 'gongji-papers-'));
  pdf = await renderPdf({
    ...{ language: 'zh-CN', title: '共享用工合作协议', datedAt: new Date('2026-11-25T08:00:00Z') },
    footer: { number: claims.number },
    sections: [{ heading: '双方', blocks: [{ kind: 'paragraph', text: '甲方与乙方约定如下。' }] }],
  });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function publicKeys(): Promise<JWK[]> {
  const response = await fetch(`${app.url}/.well-known/jwks.json`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('json');
  return ((await response.json()) as { keys: JWK[] }).keys;
}

async function upload(bytes: Uint8Array, language = 'en'): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), 'agreement.pdf');
  const response = await fetch(`${app.url}/verify`, {
    method: 'POST',
    body: form,
    headers: { 'accept-language': language },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** `gongji verify …`, on no database at all. */
async function command(...args: string[]): Promise<{ code: number; words: string }> {
  const environment = { PATH: process.env['PATH'], DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  try {
    const { stdout } = await run(process.execPath, ['dist/src/cli/gongji.js', 'verify', ...args], { env: environment });
    return { code: 0, words: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, words: stdout + stderr };
  }
}

describe('the signing keys of an installation', () => {
  it('are made once, though many ask for the first one together', async () => {
    const keys = [app.api.get(SigningKeys), app.jobs.get(SigningKeys)];
    const used = await Promise.all([...keys, ...keys, ...keys].map((one) => one.current()));
    expect(new Set(used.map((key) => key.kid)).size).toBe(1);
    expect(await publicKeys()).toHaveLength(1);
  });

  it('are public by their public half only, and kept encrypted', async () => {
    for (const key of await publicKeys()) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
      expect(key).toMatchObject({ alg: 'ES256', crv: 'P-256', use: 'sig' });
    }
    const [row] = await app.db.rows<{ private_cipher: Buffer }>('SELECT private_cipher FROM signing_key');
    expect(row?.private_cipher.toString('latin1')).not.toContain('"d"');
  });

  it('R35 change by rotation: what an older one sealed still verifies, and nothing new is sealed with it', async () => {
    const seals = app.api.get(SignatureProvider);
    const before = await seals.seal(pdf, claims);
    const kid = await app.jobs.get(SigningKeys).rotate();
    const after = await seals.verify(pdf, await seals.seal(pdf, claims));
    expect(after?.kid).toBe(kid);
    expect((await seals.verify(pdf, before))?.claims).toEqual(claims);
    expect((await publicKeys()).map((key) => key.kid)).toEqual([kid, expect.any(String)]);
    const rows = await app.db.rows('SELECT 1 FROM signing_key WHERE private_cipher IS NOT NULL');
    expect(rows).toHaveLength(1);
    expect(await app.db.rows(`SELECT 1 FROM audit_log WHERE action = 'signing_key.rotate'`)).toHaveLength(1);
  });
});

describe('whether a file is a paper that was sealed', () => {
  it('R35 is said of the very bytes, with number, signers and time', async () => {
    const seals = app.api.get(SignatureProvider);
    const seal = await seals.seal(pdf, claims);
    const sealed = {
      bySha256: (sha256: string) =>
        Promise.resolve(sha256 === sha256Of(pdf) ? { number: claims.number, seal } : undefined),
    };
    const checks = new DocumentChecks(seals, sealed);
    expect(await checks.check(pdf)).toMatchObject({ outcome: 'sealed', number: claims.number, facts: { claims } });
    expect(await checks.check(Buffer.concat([pdf, Buffer.from('\n')]))).toMatchObject({ outcome: 'unknown' });
    const [header = ''] = seal.split('.');
    const broken = { bySha256: () => Promise.resolve({ number: claims.number, seal: `${header}..${'A'.repeat(86)}` }) };
    expect(await new DocumentChecks(seals, broken).check(pdf)).toMatchObject({ outcome: 'broken' });
  });

  it('may be asked by anyone, who is told what is wrong with the question', async () => {
    const unknown = await upload(pdf, 'zh-CN');
    expect(unknown).toMatchObject({
      status: 200,
      body: { sealed: false, outcome: 'unknown', sha256: sha256Of(pdf), document: null },
    });
    expect(unknown.body['message']).toMatch(/[\u4e00-\u9fff]/);
    expect(await upload(Buffer.alloc(5_000_001))).toMatchObject({
      status: 422,
      body: { error: { code: 'VALIDATION_FAILED', field: 'file' } },
    });
    const bare = await fetch(`${app.url}/verify`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(bare.status).toBe(422);
  });

  it('may not be asked without end', async () => {
    let status = 200;
    for (let calls = 0; calls < 70 && status === 200; calls++) ({ status } = await upload(Buffer.from('x')));
    expect(status).toBe(429);
  });

  it('R35 can be found out without any server, by the seal and the saved keys', async () => {
    const seal = await app.api.get(SignatureProvider).seal(pdf, claims);
    const [paper, changed, sealFile, jwks] = ['a.pdf', 'b.pdf', 'a.jws', 'jwks.json'].map((name) => join(folder, name));
    if (!paper || !changed || !sealFile || !jwks) throw new Error('four files');
    const bytes = Buffer.from(pdf);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    await Promise.all([
      writeFile(paper, pdf),
      writeFile(changed, bytes),
      writeFile(sealFile, `${seal}\n`),
      writeFile(jwks, JSON.stringify({ keys: await publicKeys() })),
    ]);
    const good = await command(paper, '--seal', sealFile, '--jwks', jwks);
    expect(good).toMatchObject({ code: 0 });
    expect(good.words).toContain(claims.number);
    expect(await command(changed, '--seal', sealFile, '--jwks', jwks)).toMatchObject({ code: 1 });
    expect(await command(paper, '--jwks', jwks)).toMatchObject({ code: 1 });
    expect((await command(join(folder, 'none.pdf'))).words).toContain('cannot be read');
  });

  it('papers as pages have their stylesheet', async () => {
    const response = await fetch(`${app.url}/document.css`);
    expect(response.headers.get('content-type')).toContain('text/css');
  });
});
