import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchAlerts } from '../../src/bureau/alerts/watch-alerts.job.js';
import { shippedRules } from '../../src/bureau/alerts/shipped-rules.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { inDays, key } from '../support/facts.js';
import { toldTo } from '../support/inbox.js';
import { Materials } from '../support/materials.js';

const anxi = 'GB2260:350524';
const terms = {
  ...{ indicatorCode: 'FILL_RATE', kind: 'THRESHOLD', isAbove: false, bound: 0.5, releaseAt: 0.6, least: 4, days: 7 },
};
const fields = `id state partId partName reading actions assignee rule { id name indicator { code } region { id } }
  steps { action login note reading }`;

interface AlertRow {
  readonly id: string;
  readonly state: string;
  readonly reading: number;
  readonly partName: string;
  readonly actions: readonly string[];
  readonly assignee: string | null;
  readonly rule: { readonly id: string; readonly name: string };
  readonly steps: readonly { readonly action: string; readonly login: string | null; readonly note: string }[];
}

describe('a bureau is warned of its indicators', () => {
  let app: TestApp;
  let actors: Actors;
  let deals: Deals;
  let host: EnterpriseActor;
  let officer: Actor;
  let above: Actor;
  let ruleId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    deals = new Deals(app);
    officer = await actors.officer(anxi);
    above = await actors.officer('GB2260:350500');
    host = await actors.enterprise();
    await deals.need(host, { headcount: 6, startsOn: inDays(0) });
    await app.settle();
  });
  afterAll(() => app.close());

  const watch = (): Promise<void> => new Materials(app).run(watchAlerts);
  const ask = <T>(query: string, variables: object = {}, as: Actor = officer): Promise<T> =>
    app.ask<T>(query, variables, { as: as.token });
  const save = (changes: object, as: Actor = officer): Promise<{ saveAlertRule: { id: string } }> =>
    ask(
      'mutation ($input: SaveAlertRuleInput!) { saveAlertRule(input: $input) { id isOn } }',
      { input: { idempotencyKey: key(), name: '满足率过低', terms, severity: 'WARNING', ...changes } },
      as,
    );
  const alerts = async (as: Actor = officer, state?: string): Promise<AlertRow[]> => {
    const query = `query ($state: AlertState) { alerts(first: 50, state: $state) { edges { node { ${fields} } } } }`;
    const answer = await ask<{ alerts: { edges: { node: AlertRow }[] } }>(query, { state }, as);
    return answer.alerts.edges.map(({ node }) => node);
  };
  const mine = async (as: Actor = officer): Promise<AlertRow[]> =>
    (await alerts(as)).filter(({ rule }) => rule.id === ruleId);
  const act = async (mutation: string, input: object, as: Actor = officer): Promise<AlertRow> => {
    const type = mutation === 'assignAlert' ? 'AssignAlertInput' : 'AlertInput';
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
    const answer = await ask<Record<string, AlertRow>>(query, { input }, as);
    if (!answer[mutation]) throw new Error(`no answer of ${mutation}`);
    return answer[mutation];
  };

  it('by rules that it begins with, and by its own', async () => {
    await watch();
    const { alertRules } = await ask<{ alertRules: { edges: { node: { name: string; isShipped: boolean } }[] } }>(
      '{ alertRules(first: 50) { edges { node { name isShipped kind bound } } } }',
    );
    expect(alertRules.edges).toHaveLength(shippedRules.length);
    expect(alertRules.edges.map(({ node }) => node.name)).toContain('Fill rate keeps falling');
    ruleId = (await save({})).saveAlertRule.id;
    await watch();
    await watch();
    expect(await mine()).toMatchObject([
      { state: 'OPEN', reading: 0, actions: ['ACKNOWLEDGE', 'ASSIGN', 'NOTE', 'CLOSE'], steps: [{ action: 'RAISED' }] },
    ]);
    await app.settle();
    const told = await toldTo(app, officer, 'alertRaised');
    expect(told.map(({ text }) => text).join('\n')).toContain('Alert “满足率过低”: Fill rate (Anxi County)');
  });

  it('tried on the past before it is saved', async () => {
    const simulate = `query ($input: SimulateAlertRuleInput!) { simulateAlertRule(input: $input) { partId label from until worst } }`;
    expect(await ask(simulate, { input: { terms, daysBack: 30 } })).toEqual({
      simulateAlertRule: [{ partId: null, label: '', from: inDays(0), until: null, worst: 0 }],
    });
    // Nothing at all was worked: that is a figure too.
    const idle = { ...terms, indicatorCode: 'PERSON_DAYS', bound: 5, releaseAt: 10, least: 0 };
    expect(await ask(simulate, { input: { terms: idle, daysBack: 3 } })).toMatchObject({
      simulateAlertRule: [{ from: inDays(-2), until: null, worst: 0 }],
    });
    const split = { ...terms, splitBy: 'OCCUPATION' };
    expect(await ask(simulate, { input: { terms: split, daysBack: 30 } })).toMatchObject({
      simulateAlertRule: [{ partId: 'GJ:RT-WEAVE', label: 'Rattan weaver', from: inDays(0) }],
    });
  });

  it('and answers: acknowledged, given to a colleague, noted, each step kept', async () => {
    const [alert] = await mine();
    const alertId = alert?.id ?? '';
    expect(await act('acknowledgeAlert', { alertId, note: '正在联系企业' })).toMatchObject({
      ...{ state: 'ACKNOWLEDGED', assignee: officer.login, actions: ['ASSIGN', 'NOTE', 'CLOSE'] },
    });
    await act('assignAlert', { alertId, login: officer.login });
    const noted = await act('noteOnAlert', { alertId, note: '已开班培训' });
    expect(noted.steps.map(({ action, login, note }) => [action, login, note])).toEqual([
      ['RAISED', null, ''],
      ['ACKNOWLEDGED', officer.login, '正在联系企业'],
      ['ASSIGNED', officer.login, ''],
      ['NOTED', officer.login, '已开班培训'],
    ]);
    const refusal = (mutation: string, type: string, input: object, as: Actor = officer): Promise<string> =>
      app.refusal(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input }, { as: as.token });
    expect(await refusal('acknowledgeAlert', 'AlertInput', { alertId })).toBe('ILLEGAL_TRANSITION');
    expect(await refusal('assignAlert', 'AssignAlertInput', { alertId, login: above.login })).toBe('VALIDATION_FAILED');
    expect(await refusal('noteOnAlert', 'AlertInput', { alertId, note: ' ' })).toBe('VALIDATION_FAILED');
    // Those above read what is below, and leave it to its bureau.
    expect(await mine(above)).toMatchObject([{ id: alertId, actions: [] }]);
    expect(await refusal('closeAlert', 'AlertInput', { alertId }, above)).toBe('NOT_FOUND');
    const elsewhere = await actors.officer('GB2260:350200');
    expect(await mine(elsewhere)).toEqual([]);
    expect(
      await app.refusal(`query ($id: ID!) { alert(id: $id) { id } }`, { id: alertId }, { as: elsewhere.token }),
    ).toBe('NOT_FOUND');
  });

  it('until the figure is past its release; then it may come again', async () => {
    for (let n = 0; n < 4; n++) {
      await deals.hire(host, await actors.idleWorker(), { headcount: 1, startsOn: inDays(0) });
    }
    await app.settle();
    await watch();
    // 4 of 10 are filled: beyond the bound still.
    expect(await mine()).toMatchObject([{ state: 'ACKNOWLEDGED', reading: 0.4 }]);
    await app.db.rows(`UPDATE labour_need SET state = 'cancelled' WHERE headcount = 6`);
    await app.settle();
    await watch();
    const [closed] = await mine();
    expect(closed).toMatchObject({ state: 'CLOSED', reading: 1, actions: [] });
    expect(closed?.steps.at(-1)).toMatchObject({ action: 'CLOSED', login: null });
    await app.db.rows(`UPDATE labour_need SET state = 'open' WHERE headcount = 6`);
    await app.settle();
    await watch();
    expect((await mine()).map(({ state }) => state)).toEqual(['OPEN', 'CLOSED']);
  });

  it('and the bureau above is told once where nobody answers in time', async () => {
    await save({ ruleId, escalateHours: 2, terms, name: '满足率过低' });
    await watch();
    expect(await toldTo(app, above, 'alertEscalated')).toEqual([]);
    await app.db.rows(
      `UPDATE alert SET opened_at = opened_at - interval '3 hours' WHERE state = 'open' AND rule_id = $1`,
      [ruleId],
    );
    await watch();
    await watch();
    await app.settle();
    const told = await toldTo(app, above, 'alertEscalated');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('满足率过低');
  });

  it('never by a rule that makes no sense, or looks beyond its jurisdiction', async () => {
    const refused = async (changes: object): Promise<string> => {
      const input = { idempotencyKey: key(), name: 'x', severity: 'NOTICE', terms: { ...terms, ...changes } };
      const { errors = [] } = await app.call(
        'mutation ($input: SaveAlertRuleInput!) { saveAlertRule(input: $input) { id } }',
        { input },
        { as: officer.token },
      );
      return errors.flatMap(({ extensions }) => extensions.fields?.map(({ path }) => path) ?? []).join(' ');
    };
    expect(await refused({ releaseAt: 0.4 })).toBe('input.terms.releaseAt');
    expect(await refused({ indicatorCode: 'NO' })).toBe('input.terms.indicatorCode');
    expect(await refused({ kind: 'TREND', bound: 40, releaseAt: 1 })).toBe('input.terms.bound');
    expect(await refused({ regionId: 'GB2260:350200' })).toBe('input.terms.regionId');
    expect(await refused({ indicatorCode: 'PAY_ON_TIME', splitBy: 'OCCUPATION' })).toBe('input.terms.splitBy');
    expect(await refused({ days: 0 })).toBe('input.terms.days');
    // The longest look back that may be asked for is answered.
    const long = { ...terms, kind: 'TREND', bound: 12, releaseAt: 1, days: 366, splitBy: 'OCCUPATION' };
    const simulate = 'query ($input: SimulateAlertRuleInput!) { simulateAlertRule(input: $input) { from } }';
    expect(await ask(simulate, { input: { terms: long, daysBack: 366 } })).toEqual({ simulateAlertRule: [] });
  });
});
