import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { JWK } from 'jose';
import type { KeyOf } from '../platform/signing/compact-jws.js';
import { DocumentChecks } from '../platform/signing/document-check.service.js';
import { checkSeal, type SealFacts } from '../platform/signing/seal.js';
import { SignatureProvider } from '../platform/signing/signature-provider.js';
import { StartError } from './start-error.js';
import { withApplication } from './with-application.js';

interface Flags {
  readonly seal?: string;
  readonly jwks?: string;
}

/** `gongji verify FILE`: whether a paper is what was sealed. With a seal and saved keys it needs no database and no network. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('say whether a file is a paper that was sealed, and not changed since')
    .argument('<file>', 'the paper, as it was downloaded')
    .option('--seal <file>', 'its seal; else the local database is asked for it')
    .option('--jwks <file>', 'a saved /.well-known/jwks.json; else the keys of the local database')
    .action(async (path: string, flags: Flags) => {
      const facts = await factsOf(await bytesOf(path), flags);
      console.log(facts ? wordsFor(facts) : 'Not sealed, or changed since.');
      if (!facts) process.exitCode = 1;
    });
}

async function factsOf(bytes: Uint8Array, { seal, jwks }: Flags): Promise<SealFacts | undefined> {
  if (seal === undefined) {
    if (jwks !== undefined) throw new StartError('--jwks needs --seal: saved keys say nothing without the seal');
    return withApplication(async (app) => (await app.get(DocumentChecks).check(bytes)).facts);
  }
  const text = (await bytesOf(seal)).toString('utf8').trim();
  if (jwks !== undefined) return checkSeal(bytes, text, savedKeys(await bytesOf(jwks), jwks));
  return withApplication((app) => app.get(SignatureProvider).verify(bytes, text));
}

function savedKeys(bytes: Buffer, path: string): KeyOf {
  let saved: unknown;
  try {
    saved = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new StartError(`${path}: no JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const keys = typeof saved === 'object' && saved !== null && 'keys' in saved ? saved.keys : undefined;
  if (!Array.isArray(keys)) throw new StartError(`${path}: no set of keys`);
  return (kid) => Promise.resolve((keys as JWK[]).find((key) => key.kid === kid));
}

async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    throw new StartError(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  });
}

function wordsFor({ kid, sealedAt, sha256, claims }: SealFacts): string {
  return [
    'Sealed, and not changed since.',
    `sealed  ${sealedAt.toISOString()}`,
    `sha256  ${sha256}`,
    `key     ${kid}`,
    `claims  ${JSON.stringify(claims)}`,
  ].join('\n');
}
