import { hash } from '@node-rs/argon2';
import { v7 } from 'uuid';
import type { TestApp } from './app.js';
import { inDays, key, mobile, places, residentId, uscc } from './facts.js';

export const password = 'correct horse battery';
let loginSerial = 0;
const newLogin = (role: string): string => `${role}${String((loginSerial += 1))}@test.example`;

export interface Actor {
  readonly login: string;
  /** Access token. */
  readonly token: string;
}
export interface EnterpriseActor extends Actor {
  readonly enterpriseId: string;
}

const signUpEnterprise = `mutation ($input: SignUpEnterpriseInput!) { signUpEnterprise(input: $input) { accessToken account { enterprise { id } } } }`;
const signUpWorker = `mutation ($input: SignUpWorkerInput!) { signUpWorker(input: $input) { accessToken } }`;
const logIn = `mutation ($input: LogInInput!) { logIn(input: $input) { accessToken } }`;
const decideEnterprise = `mutation ($input: DecideEnterpriseInput!) { decideEnterprise(input: $input) { id } }`;

/** People of the product, made through its own API; officers and operators, whom nobody can sign up, by SQL. */
export class Actors {
  constructor(private readonly app: TestApp) {}

  /** A verified enterprise with one owner. */
  async enterprise(name = '安溪测试工艺有限公司'): Promise<EnterpriseActor> {
    const enterprise = await this.unverifiedEnterprise(name);
    const officer = await this.officer('GB2260:350500');
    await this.app.ask(
      decideEnterprise,
      { input: { enterpriseId: enterprise.enterpriseId, decision: 'VERIFY', note: 'licence seen' } },
      { as: officer.token },
    );
    return enterprise;
  }

  async unverifiedEnterprise(name = '安溪测试工艺有限公司'): Promise<EnterpriseActor> {
    const login = newLogin('enterprise');
    const input = {
      login,
      password,
      idempotencyKey: key(),
      enterprise: { name, registrationCode: uscc(), ...places.town, address: '安溪县城厢镇' },
    };
    const { signUpEnterprise: session } = await this.app.ask<{
      signUpEnterprise: { accessToken: string; account: { enterprise: { id: string } } };
    }>(signUpEnterprise, { input });
    return { login, token: session.accessToken, enterpriseId: session.account.enterprise.id };
  }

  /** An idle person, skilled in `occupationId`, available for the next hundred days. */
  async idleWorker(occupationId = 'GJ:RT-WEAVE', level = 3): Promise<Actor> {
    const worker = await this.worker({
      person: { name: '林小竹', phone: mobile(), idNumber: residentId(), ...places.near },
    });
    const as = { as: worker.token };
    await this.app.ask(
      `mutation ($input: SetMySkillsInput!) { setMySkills(input: $input) { id } }`,
      { input: { skills: [{ occupationId, level }] } },
      as,
    );
    await this.app.ask(
      `mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }`,
      { input: availability() },
      as,
    );
    return worker;
  }

  /** A worker account, from a person or from a claim code. */
  async worker(origin: { person: object } | { claimCode: string }): Promise<Actor> {
    const login = newLogin('worker');
    const { signUpWorker: session } = await this.app.ask<{ signUpWorker: { accessToken: string } }>(signUpWorker, {
      input: { login, password, idempotencyKey: key(), ...origin },
    });
    return { login, token: session.accessToken };
  }

  /** An officer of the bureau of a region. */
  async officer(regionId: string): Promise<Actor> {
    const bureauId = v7();
    await this.app.db.rows('INSERT INTO bureau (id, name, region_id) VALUES ($1, $2, $3)', [
      bureauId,
      '测试人社局',
      regionId,
    ]);
    return this.account('bureau', bureauId);
  }

  async operator(): Promise<Actor> {
    return this.account('operator', null);
  }

  private async account(kind: 'bureau' | 'operator', bureauId: string | null): Promise<Actor> {
    const login = newLogin(kind);
    const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await this.app.db.rows(
      'INSERT INTO account (id, login, email, password_hash, kind, bureau_id) VALUES ($1, $2, $2, $3, $4, $5)',
      [v7(), login, passwordHash, kind, bureauId],
    );
    const { logIn: session } = await this.app.ask<{ logIn: { accessToken: string } }>(logIn, {
      input: { login, password },
    });
    return { login, token: session.accessToken };
  }
}

/** A worker's own conditions, good for the needs below. */
export const availability = (changes: object = {}): object => ({
  ...{
    startsOn: inDays(0),
    endsOn: inDays(100),
    wageFloorFen: 2000,
    wageUnit: 'HOUR',
    currency: 'CNY',
    radiusM: 20_000,
  },
  ...changes,
});

/** A valid need; a test names only what matters to it. */
export const need = (changes: object = {}): object => ({
  ...{
    idempotencyKey: key(),
    occupationId: 'GJ:RT-WEAVE',
    minLevel: 2,
    headcount: 2,
    ...places.town,
    address: '安溪县尚卿乡',
  },
  ...{ startsOn: inDays(0), endsOn: inDays(60), wageFen: 2400, wageUnit: 'HOUR' },
  ...changes,
});

/** Surplus of one line, good for the needs above. */
export const surplus = (line: object = {}, changes: object = {}): object => ({
  ...{ idempotencyKey: key(), reason: 'SEASON', startsOn: inDays(0), endsOn: inDays(90) },
  lines: [
    {
      occupationId: 'GJ:RT-WEAVE',
      level: 3,
      headcount: 3,
      wageFloorFen: 2100,
      wageUnit: 'HOUR',
      ...places.near,
      radiusM: 25_000,
      ...line,
    },
  ],
  ...changes,
});
