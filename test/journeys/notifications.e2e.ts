import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { JobRunner } from '../../src/platform/queue/job-runner.js';
import { Actors, type Actor, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';
import { MailServer, type ReceivedMail, subjectOf, textOf } from '../support/mail.js';

const inbox = '{ unreadNotificationCount myNotifications(first: 20) { edges { node { id kind text readAt } } } }';
interface InboxAnswer {
  readonly unreadNotificationCount: number;
  readonly myNotifications: {
    readonly edges: {
      readonly node: {
        readonly id: string;
        readonly kind: string;
        readonly text: string;
        readonly readAt: string | null;
      };
    }[];
  };
}

describe('those concerned are told', () => {
  let mail: MailServer;
  let app: TestApp;
  let host: EnterpriseActor;
  let worker: Actor;

  beforeAll(async () => {
    mail = await MailServer.start();
    app = await TestApp.start({
      SMTP_URL: mail.url,
      PUBLIC_URL: 'https://gongji.example',
    });
    const actors = new Actors(app);
    host = await actors.enterprise();
    worker = await actors.idleWorker();
    await app.settle();
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
  });

  const offer = async (): Promise<string> => {
    const { publishNeed } = await app.ask<{ publishNeed: { id: string } }>(
      'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
      { input: need() },
      { as: host.token },
    );
    const { applyForNeed } = await app.ask<{ applyForNeed: { id: string } }>(
      'mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }',
      { input: { idempotencyKey: key(), needId: publishNeed.id } },
      { as: worker.token },
    );
    const { makeOffer } = await app.ask<{ makeOffer: { id: string } }>(
      'mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }',
      { input: { idempotencyKey: key(), applicationId: applyForNeed.id } },
      { as: host.token },
    );
    await app.settle();
    return makeOffer.id;
  };
  const mailsTo = (actor: Actor): ReceivedMail[] => mail.to(actor.login);

  it('a worker hears of an offer, in the app and by one e-mail, in their language', async () => {
    const before = mailsTo(worker).length;
    await offer();
    const answer = await app.ask<InboxAnswer>(inbox, {}, { as: worker.token, language: 'en' });
    expect(answer.myNotifications.edges[0]?.node).toMatchObject({ kind: 'offerSent', readAt: null });
    expect(answer.myNotifications.edges[0]?.node.text).toContain('offers you work as Rattan weaver');
    const chinese = await app.ask<InboxAnswer>(inbox, {}, { as: worker.token, language: 'zh-CN' });
    expect(chinese.myNotifications.edges[0]?.node.text).toContain('邀请您担任');
    const sent = mailsTo(worker).slice(before);
    expect(sent).toHaveLength(1);
    expect(sent.map(textOf).join()).toContain('邀请您担任');
    expect(sent.map(subjectOf)).toEqual(['共济：您收到一份录用邀约']);
    expect(sent[0]?.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@gongji\.example>/im);
  });

  it('only once, though every event and every job comes a second time', async () => {
    const [told, sent] = [await app.ask<InboxAnswer>(inbox, {}, { as: worker.token }), mail.mails.length];
    const queues = app.jobs.get(JobQueues);
    for (const { name } of app.jobs.get(JobRunner).workers) await queues.queue(name).clean(0, 10_000, 'completed');
    await app.db.rows('UPDATE outbox_event SET relayed_at = NULL');
    await app.db.rows('DELETE FROM processed_event');
    await app.settle();
    expect(await app.ask<InboxAnswer>(inbox, {}, { as: worker.token })).toEqual(told);
    expect(mail.mails).toHaveLength(sent);
  });

  it('a mail server that is busy is tried again; one that says never is not', async () => {
    mail.refusals = { code: 451, left: 1 };
    const before = mailsTo(worker).length;
    await offer();
    expect(mailsTo(worker)).toHaveLength(before + 1);
    mail.refusals = { code: 550, left: 100 };
    await offer();
    expect(mail.refusals.left).toBeGreaterThan(90);
    mail.refusals = { code: 0, left: 0 };
    const states = await app.db.rows<{ state: string }>('SELECT DISTINCT state FROM notification_delivery ORDER BY 1');
    expect(states.map(({ state }) => state)).toEqual(['failed', 'sent']);
    const errors = await app.db.rows<{ last_error: string }>(
      'SELECT last_error FROM notification_delivery WHERE last_error IS NOT NULL',
    );
    expect(errors.map(({ last_error }) => last_error).sort()).toEqual([
      'Message failed: 451 not for <[redacted]>',
      ...Array.from({ length: errors.length - 1 }, () => 'Message failed: 550 not for <[redacted]>'),
    ]);
  });

  it('everybody reads and marks their own only', async () => {
    const mine = await app.ask<InboxAnswer>(inbox, {}, { as: worker.token });
    const ids = mine.myNotifications.edges.map(({ node }) => node.id);
    const mark = 'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) }';
    await app.ask(mark, { input: { ids } }, { as: host.token });
    expect((await app.ask<InboxAnswer>(inbox, {}, { as: worker.token })).unreadNotificationCount).toBe(
      mine.unreadNotificationCount,
    );
    expect(await app.ask(mark, { input: { ids } }, { as: worker.token })).toEqual({ markNotificationsRead: 0 });
    const theirs = await app.ask<InboxAnswer>(inbox, {}, { as: host.token });
    expect(theirs.myNotifications.edges.map(({ node }) => node.id).filter((id) => ids.includes(id))).toEqual([]);
  });

  it('names no worker anywhere', async () => {
    const stored = await app.db.rows<{ params: object }>('SELECT params FROM notification');
    expect(JSON.stringify(stored)).not.toContain('林小竹');
    expect(mail.mails.map(textOf).join()).not.toContain('林小竹');
  });
});
