import { hash } from '@node-rs/argon2';
import { Agreement, type AgreementPapers } from '../../labour/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import type { PersonalDataCipher } from '../../platform/personal-data/personal-data-cipher.js';
import type { AccountRow, DealRows, PersonRow } from './demo-data.js';
import { makeExternal } from './demo-external.js';
import { generateDemo } from './demo-generator.js';
import { demoLoginRows, roleOf } from './demo-logins.js';
import { insertRows } from './insert-rows.js';
import { type CapacityServices, loadCapacity } from './load-capacity.js';
import { loadOrders, type OrderServices } from './load-orders.js';
import { loadMaterials, type MaterialServices } from './load-materials.js';

/** What was loaded, and how to log in. */
export interface DemoSummary {
  readonly enterprises: number;
  readonly workers: number;
  readonly needs: number;
  /** Seats of all needs. */
  readonly positions: number;
  readonly logins: readonly { readonly role: string; readonly login: string }[];
  readonly password: string;
}

/**
 * What loads the demo: the papers of its signed loan are made and sealed like any others, and materials and capacity go
 * through their services.
 */
export interface DemoTools {
  readonly db: Database;
  readonly cipher: PersonalDataCipher;
  readonly papers: AgreementPapers;
  readonly materials: MaterialServices;
  readonly capacity: CapacityServices;
  readonly orders: OrderServices;
}

const password = 'gongji-demo';

/** Whether nothing has been entered yet. */
export async function isEmpty(db: Database): Promise<boolean> {
  const rows = await db.rows('SELECT 1 FROM enterprise LIMIT 1');
  return rows.length === 0;
}

/**
 * Fills a database that has its reference data with the demo region: people and work in one transaction, as rows and without
 * events (whoever calls it asks for the first matching); then what is shared beside them, step by step. Loading the same seed
 * twice fails on the first id.
 */
export async function loadDemo(tools: DemoTools, today: LocalDate, seed = 1): Promise<DemoSummary> {
  const { db, cipher, papers } = tools;
  const data = generateDemo(today, seed);
  // One hash for all: it is the password of a demo, and printed.
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await db.transaction(async (tx) => {
    await insertRows(tx, 'enterprise', data.enterprises);
    await insertRows(tx, 'bureau', data.bureaus);
    await insertRows(tx, 'worker', data.workers);
    await insertPersons(tx, cipher, data.persons);
    await insertRows(tx, 'worker_skill', data.skills);
    await insertRows(tx, 'worker_certificate', data.certificates);
    await insertRows(tx, 'surplus_listing', data.listings);
    await insertRows(tx, 'surplus_line', data.lines);
    await insertRows(tx, 'availability', data.availabilities);
    await insertRows(tx, 'consent', data.consents);
    await insertRows(tx, 'labour_need', data.needs);
    await insertRows(
      tx,
      'account',
      data.accounts.map((row) => ({ ...row, passwordHash })),
    );
    await insertDeals(tx, papers, data.deals);
    for (const { needs, offers, placements, days } of [data.history, data.crew]) {
      await insertRows(tx, 'labour_need', needs);
      await insertRows(tx, 'offer', offers);
      await insertRows(tx, 'placement', placements);
      await insertRows(tx, 'attendance_day', days);
    }
    const external = makeExternal(today, seed, data);
    await insertRows(tx, 'external_series', external.series);
    await insertRows(tx, 'external_import', external.imports);
    await insertRows(tx, 'external_value', external.values);
    await insertRows(tx, 'demo_login', demoLoginRows(data.accounts, password, passwordHash));
  });
  const viewerOf = viewersOf(data.accounts);
  await loadMaterials(tools.materials, data.materials, viewerOf);
  await loadCapacity(db, tools.capacity, data.capacity, viewerOf);
  await loadOrders(tools.orders, data.orders, viewerOf);
  return {
    enterprises: data.enterprises.length,
    workers: data.workers.length,
    needs: data.needs.length,
    positions: data.needs.reduce((sum, { headcount }) => sum + headcount, 0),
    logins: data.accounts.map(toLogin),
    password,
  };
}

/** Enterprises as they act: by their own log-in where they have one. */
function viewersOf(accounts: readonly AccountRow[]): (enterpriseId: string) => EnterpriseViewer {
  return (enterpriseId) => {
    const accountId = accounts.find((account) => account.enterpriseId === enterpriseId)?.id ?? enterpriseId;
    return { kind: 'enterprise', accountId, enterpriseId, role: 'owner', language: 'zh-CN' };
  };
}

async function insertDeals(tx: Tx, papers: AgreementPapers, deals: DealRows): Promise<void> {
  await insertRows(tx, 'labour_need', deals.needs);
  await insertRows(tx, 'consent', deals.consents);
  await insertRows(tx, 'employment', deals.employments);
  await insertRows(tx, 'agreement', deals.agreements);
  await insertRows(tx, 'agreement_terms', deals.terms);
  await insertRows(tx, 'agreement_comment', deals.comments);
  for (const { id, signedAt } of deals.signed) {
    const issued = await tx.findOneByOrFail(Agreement, { id });
    const contentHash = await papers.hashOf(tx, issued);
    await tx.update(Agreement, id, { state: 'in_force', contentHash, signedAt });
    const signatures = deals.signatures.filter(({ agreementId }) => agreementId === id);
    await insertRows(
      tx,
      'agreement_signature',
      signatures.map((signature) => ({ ...signature, contentHash })),
    );
    await papers.seal(tx, await tx.findOneByOrFail(Agreement, { id }));
  }
  await insertRows(tx, 'offer', deals.offers);
  await insertRows(tx, 'placement', deals.placements);
  await insertRows(tx, 'attendance_day', deals.days);
}

async function insertPersons(tx: Tx, cipher: PersonalDataCipher, persons: readonly PersonRow[]): Promise<void> {
  await insertRows(
    tx,
    'worker_person',
    persons.map(({ idNumber, ...person }) => ({
      ...person,
      idNumberCipher: bytea(cipher.encrypt(idNumber)),
      idNumberIndex: bytea(cipher.blindIndex(idNumber)),
    })),
  );
}

/** PostgreSQL's text form of bytes. */
function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

function toLogin({ login }: AccountRow): { role: string; login: string } {
  return { role: roleOf(login), login };
}
