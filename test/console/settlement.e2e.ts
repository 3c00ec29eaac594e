import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { inDays } from '../support/facts.js';
import { lastMonth, work } from '../support/loans.js';
import { type Employee, Settling } from '../support/settling.js';

/** A month's money from the host through the lender to the workers, by hand and eye, on three screens. */
describeInBrowser('a month is settled in the console', () => {
  let firm: Settling;
  let browser: TestBrowser;
  let workers: Employee[];
  let host: Visitor;
  let lender: Visitor;
  let worker: Visitor;
  let page: string;

  beforeAll(async () => {
    firm = await Settling.start();
    workers = [await firm.employee(), await firm.employee()];
    const { placementIds } = await firm.lend(workers);
    for (const { id } of workers)
      for (const day of [3, 4, 5]) await work(firm.app, placementIds.get(id), lastMonth.day(day));
    await work(firm.app, placementIds.get(workers[0]?.id ?? ''), lastMonth.day(6), { overtime: 60 });
    browser = await TestBrowser.open();
    host = await browser.visitor(firm.app.url, laptop);
    lender = await browser.visitor(firm.app.url, laptop);
    worker = await browser.visitor(firm.app.url, phone);
  });
  afterAll(async () => {
    await browser.close();
    await firm.app.close();
  });

  it('the lender computes it and issues it', async () => {
    await lender.logIn(firm.lender.login);
    await lender.page.getByRole('link', { name: '结算', exact: true }).click();
    await lender.page.getByText('提前结算').click();
    await lender.page.getByLabel('结算到哪一期').fill(lastMonth.endsOn);
    await lender.page.getByRole('button', { name: '计算', exact: true }).click();
    await lender.page.getByRole('heading', { level: 1, name: /^结算单/ }).waitFor();
    page = new URL(lender.page.url()).pathname;
    await lender.page.getByText('3 天，24 小时').waitFor();
    await lender.page.getByText('4 天，33 小时').click();
    await lender.page.getByRole('row', { name: '延时加班 1 ¥36.00 ¥36.00' }).waitFor();
    expect(await lender.page.getByRole('button', { name: '确认结算单' }).count()).toBe(0);
    await lender.page.getByRole('button', { name: '开具结算单' }).click();
    await lender.page.getByText('原单位已开具，等用工企业确认。').waitFor();
  });

  it('the host confirms it, and records what it paid', async () => {
    await host.logIn(firm.host.login);
    await host.page.goto('/settlements');
    await host.page.getByRole('link', { name: '借入，对方：安溪原单位有限公司' }).click();
    await host.page.getByRole('button', { name: '确认结算单' }).click();
    await host.page.getByRole('button', { name: '登记用工企业付款' }).click();
    await host.page.getByLabel('银行凭证号').fill('CCB-1');
    await host.page.getByRole('button', { name: '登记', exact: true }).click();
    await host.page.getByText(/付 ¥.*凭证号 CCB-1/).waitFor();
    await host.page.getByText('用工企业已付清；原单位把工资付清后自动结清。').waitFor();
    expect(await host.page.getByRole('button', { name: '登记工资发放' }).count()).toBe(0);
  });

  it('the lender pays the workers, one too little: that is shown, and it stays open', async () => {
    await lender.page.getByRole('button', { name: '登记工资发放' }).click();
    await lender.page.getByLabel('银行凭证号').fill('ICBC-1');
    await lender.page
      .getByLabel(/（元）$/)
      .first()
      .fill('500');
    await lender.page.getByText(/^比应得少 ¥/).waitFor();
    await lender.picture('worker-payments', false);
    await lender.page.getByLabel('已由银行转入员工本人账户').check();
    await lender.page.getByRole('button', { name: '登记', exact: true }).click();
    await lender.page.getByText(/^少 ¥/).waitFor();
    await lender.page.getByText('不能结清', { exact: true }).first().waitFor();
    await lender.page.getByText('待付清', { exact: true }).waitFor();
  });

  it('then pays the rest, and it closes', async () => {
    await lender.page.getByRole('button', { name: '登记工资发放' }).click();
    await lender.page.getByText('1 名员工，合计', { exact: false }).waitFor();
    await lender.page.getByLabel('银行凭证号').fill('ICBC-2');
    await lender.page.getByLabel('已由银行转入员工本人账户').check();
    await lender.page.getByRole('button', { name: '登记', exact: true }).click();
    await lender.page.getByText('两个环节都已付清。').waitFor();
    await lender.page.getByRole('button', { name: '登记社保缴费凭证' }).click();
    await lender.page.getByLabel('缴费凭证号').fill('SB-1');
    await lender.page.getByRole('button', { name: '登记', exact: true }).click();
    await lender.page.getByText(/社会保险，凭证号 SB-1/).waitFor();
  });

  it('the statement comes as PDF', async () => {
    const [download] = await Promise.all([
      lender.page.waitForEvent('download'),
      lender.page.getByRole('link', { name: '下载 PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('settlement.pdf');
    const folder = await mkdtemp(join(tmpdir(), 'statement-'));
    await download.saveAs(join(folder, 'statement.pdf'));
    expect((await readFile(join(folder, 'statement.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    await rm(folder, { recursive: true });
  });

  it('the worker sees on a phone what they got, and objects', async () => {
    await worker.logIn(workers[0]?.actor.login ?? '');
    await worker.go('/my/pay');
    await worker.page.getByText('已收齐').waitFor();
    await worker.page.getByText('加班 1 小时').waitFor();
    await worker.page
      .getByText(/收到 ¥/)
      .first()
      .waitFor();
    await worker.page.getByRole('button', { name: '不对', exact: true }).click();
    await worker.page.getByRole('textbox', { name: '哪里不对' }).fill('6 日加班是两小时');
    await worker.page.getByRole('button', { name: '发送' }).click();
    await worker.page.getByText('等待答复').waitFor();
    expect(await worker.overflow()).toBe(0);
    expect(await worker.axe()).toEqual([]);
    await worker.picture('my-pay');
  });

  it('the lender answers, and the worker reads it', async () => {
    await lender.page.reload();
    await lender.page.getByText('有异议').click();
    await lender.page.getByText('6 日加班是两小时').waitFor();
    await lender.page.getByRole('button', { name: '答复', exact: true }).click();
    await lender.page.getByLabel('补发金额（元）').fill('36');
    await lender.page.getByLabel('答复', { exact: true }).fill('说得对，下期补发。');
    await lender.page.getByRole('button', { name: '发送' }).click();
    await lender.page.getByText('已认可').waitFor();
    await worker.go('/my/pay');
    await worker.page.getByText('原单位答复：说得对，下期补发。').waitFor();
    await worker.page.getByText('补发 ¥36.00，随下次工资发放。').waitFor();
  });

  it('the screens are accessible, fit a phone, and break nothing', async () => {
    await host.page.setViewportSize(phone);
    for (const path of ['/settlements', page]) {
      await host.go(path);
      expect(await host.overflow()).toBe(0);
      expect(await host.axe()).toEqual([]);
      await host.picture(path === page ? 'settlement-phone' : 'settlements-phone');
    }
    await lender.picture('settlement');
    expect([...host.faults, ...lender.faults, ...worker.faults]).toEqual([]);
  });

  it('what is late comes to the bureau’s desk', async () => {
    const { id } = await firm.confirmed();
    await firm.app.db.rows('UPDATE settlement SET host_pays_by = $2 WHERE id = $1', [id, inDays(-9)]);
    const officer = await browser.visitor(firm.app.url, laptop);
    await officer.logIn((await firm.actors.officer('GB2260:350500')).login);
    await officer.page.getByRole('link', { name: '逾期', exact: true }).click();
    await officer.page
      .getByRole('row', { name: /^安溪用工有限公司 9 ¥2,034.00 用工企业付款 安溪原单位有限公司/ })
      .waitFor();
    expect(await officer.axe()).toEqual([]);
    await officer.picture('late-payments');
    expect(officer.faults).toEqual([]);
  });
});
