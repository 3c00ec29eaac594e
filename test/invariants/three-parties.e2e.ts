import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { confirmTerms, Deals } from '../support/deal.js';
import { key } from '../support/facts.js';
import { brokenInvariants } from '../support/invariants.js';
import { lentWorker } from '../support/loan.js';
import { lookAround, type Move, nextMove } from '../support/moves.js';

/**
 * Workers, hosts and lenders who do whatever they like, legal or not, on their own things or on anybody's, eight requests at
 * a time on connections of their own. Whatever they are answered: the invariants of design §5 hold after each round, no
 * answer is a fault of the service, and every step that was answered with success is in the audit trail.
 */
const rounds = 500;
const atATime = 8;
const seed = Number(process.env['THREE_PARTIES_SEED'] ?? 20_261_125);

/** Mulberry32: the same seed always plays the same game, apart from who wins a race. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('three parties who do as they like', () => {
  let app: TestApp;
  const hosts: EnterpriseActor[] = [];
  const lenders: EnterpriseActor[] = [];
  const workers: Actor[] = [];
  /** By enterprise or worker id. */
  const tokens = new Map<string, string>();
  const answers: Record<string, number> = {};
  const lost: string[] = [];

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    for (let n = 0; n < 2; n++) {
      hosts.push(await actors.enterprise(`用工企业${String(n)}`));
      lenders.push(await actors.enterprise(`原单位${String(n)}`));
    }
    for (const { enterpriseId, token } of [...hosts, ...lenders]) tokens.set(enterpriseId, token);
    const [host = hosts[0]] = hosts;
    for (const lender of [...lenders, ...lenders, ...lenders]) {
      const { worker, workerId } = await lentWorker(app, lender);
      workers.push(worker);
      tokens.set(workerId, worker.token);
      if (host) await new Deals(app, host, lender).contract(workerId);
    }
    for (const { token } of hosts) {
      for (const headcount of [1, 2, 3]) {
        const input = need({ headcount, wageFen: 2500, description: '藤编' });
        await app.ask(
          'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
          { input },
          { as: token },
        );
      }
    }
    await app.settle();
  });
  afterAll(() => app.close());

  const isKept = async (subject: string, since: string): Promise<boolean> =>
    (await app.db.rows('SELECT 1 FROM audit_log WHERE subject_id = $1 AND at >= $2 LIMIT 1', [subject, since])).length >
    0;

  async function take({ name, type, input, subject }: Move, as: string): Promise<void> {
    const selection = name === 'withdrawConsent' ? '' : '{ __typename }';
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;
    const { errors } = await app.call(query, { input }, { as });
    const code = errors?.[0]?.extensions.code ?? 'OK';
    answers[`${name} ${code}`] = (answers[`${name} ${code}`] ?? 0) + 1;
    if (code === 'INTERNAL' || code === 'REQUEST_REFUSED') throw new Error(`${name}: ${JSON.stringify(errors)}`);
    // A repeat of what was done before is answered with success too: its entry is the older one.
    if (code === 'OK' && subject && !(await isKept(subject, '-infinity'))) lost.push(`${name} ${subject}`);
  }

  /** An agreement for some need, begun by its host or lender: few, so that they are carried on. */
  async function negotiate(pick: <T>(list: readonly T[]) => T | undefined): Promise<void> {
    const [open] = await app.db.rows<{ needId: string; hostId: string; lenderId: string }>(
      `SELECT o.need_id AS "needId", o.host_id AS "hostId", o.lender_id AS "lenderId" FROM offer o
       WHERE o.state = 'accepted' AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.host_id = o.host_id AND a.lender_id = o.lender_id
         AND a.state IN ('draft', 'issued')) ORDER BY random() LIMIT 1`,
    );
    if (!open) return;
    const isHost = pick([true, false]) === true;
    const input = { idempotencyKey: key(), needId: open.needId, partnerId: isHost ? open.lenderId : open.hostId };
    const parties = [isHost ? open.hostId : open.lenderId];
    await take(
      { name: 'draftAgreement', type: 'DraftAgreementInput', input, parties },
      tokens.get(parties[0] ?? '') ?? '',
    );
  }

  it(`hold every invariant over ${String(rounds * atATime)} steps, and lose none`, async () => {
    const random = randomOf(seed);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const everyone = [...tokens.values()];
    for (let round = 0; round < rounds; round++) {
      const now = await lookAround(app);
      const moves = Array.from({ length: atATime }, () => {
        const move = nextMove(now, pick);
        const own = pick(move?.parties ?? []) ?? '';
        // Seven of ten act on what is theirs, as if they knew; the others try their luck on anybody's.
        return { move, as: (random() < 0.7 ? tokens.get(own) : pick(everyone)) ?? pick(everyone) ?? '' };
      });
      await Promise.all(moves.map(async ({ move, as }) => move && take(move, as)));
      if (round % 5 === 0) await negotiate(pick);
      if (round % 3 === 0) await Promise.all(workers.map((worker) => confirmTerms(app, worker).catch(() => undefined)));
      expect({ round, seed, broken: await brokenInvariants(app.db) }).toEqual({ round, seed, broken: [] });
      if (round % 20 === 19) await app.settle();
    }
    expect(lost).toEqual([]);
    // The game was worth playing: each of these steps was taken, and many were refused.
    const taken = ['makeOffer', 'acceptOffer', 'confirmOffer', 'signAgreement', 'startPlacement', 'recordAttendance'];
    expect(taken.filter((step) => !answers[`${step} OK`])).toEqual([]);
    expect(Object.keys(answers).filter((answer) => !answer.endsWith('OK')).length).toBeGreaterThan(20);
  }, 600_000);
});
