import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { places } from '../support/facts.js';
import { loanLot, lot, Materials } from '../support/materials.js';

interface Proposal {
  readonly id: string;
  readonly quantity: string;
  readonly goodsFen: number;
  readonly transportFen: number;
  readonly lot: { readonly id: string };
}

describe('matching of materials', () => {
  let app: TestApp;
  let actors: Actors;
  let materials: Materials;
  let owner: EnterpriseActor;
  let maker: EnterpriseActor;
  let requestId: string;
  let near: string;
  let far: string;

  beforeAll(async () => {
    app = await TestApp.start();
    materials = new Materials(app);
    actors = new Actors(app);
    owner = await actors.enterprise('安溪藤料行');
    maker = await actors.enterprise('安溪藤椅厂');
  });
  afterAll(() => app.close());

  const proposals = async (): Promise<readonly Proposal[]> => {
    const { materialRequest: found } = await app.ask<{ materialRequest: { proposals: Proposal[] } }>(
      'query ($id: ID!) { materialRequest(id: $id) { proposals { id quantity goodsFen transportFen lot { id } } } }',
      { id: requestId },
      { as: maker.token },
    );
    return found.proposals;
  };

  it('proposes the cheapest lots for a request, split where one does not do, by itself', async () => {
    near = await materials.publish(owner, lot({ quantity: { value: '200' } }));
    far = await materials.publish(owner, lot({ ...places.jinjiang }));
    await materials.publish(owner, lot({ fenPerUnit: 1300 }));
    requestId = await materials.request(maker);
    await app.settle();
    // 300 kg: all 200 of the near lot, the rest over 48 km, which costs less than the dearer lot.
    expect(await proposals()).toMatchObject([
      { quantity: '200', goodsFen: 240_000, lot: { id: near } },
      { quantity: '100', goodsFen: 120_000, lot: { id: far } },
    ]);
  });

  it('moves nothing without cause, and follows what is reserved', async () => {
    const before = await proposals();
    await materials.publish(owner, lot({ fenPerUnit: 1900 }));
    await app.settle();
    expect(await proposals()).toEqual(before);
    const stranger = await actors.enterprise('安溪竹编厂');
    await materials.reserve(stranger, near, '150');
    await app.settle();
    expect(await proposals()).toMatchObject([
      { quantity: '50', lot: { id: near } },
      { quantity: '250', lot: { id: far } },
    ]);
  });

  it('does not propose again what was declined', async () => {
    const [first] = await proposals();
    await app.ask(
      'mutation ($input: DeclineMaterialProposalInput!) { declineMaterialProposal(input: $input) { state } }',
      { input: { materialProposalId: first?.id } },
      { as: maker.token },
    );
    const loan = await materials.publish(owner, loanLot({ quantity: { value: '40' } }));
    await app.settle();
    expect((await proposals()).map(({ quantity, lot: { id } }) => [quantity, id]).toSorted()).toEqual(
      [
        ['260', far],
        ['40', loan],
      ].toSorted(),
    );
  });

  it('tells bureaus and operators of each run, and nobody else', async () => {
    const runs =
      '{ sharingRuns(leg: MATERIALS, first: 1) { edges { node { requests met partlyMet gap isProven timings { phase } } } } }';
    const { sharingRuns } = await app.ask<{ sharingRuns: object }>(runs, {}, { as: (await actors.operator()).token });
    expect(sharingRuns).toEqual({
      edges: [
        {
          node: {
            ...{ requests: 1, met: 1, partlyMet: 0, gap: 0, isProven: true },
            timings: [{ phase: 'read' }, { phase: 'solve' }],
          },
        },
      ],
    });
    expect(await app.refusal(runs, {}, { as: maker.token })).toBe('FORBIDDEN');
  });
});
