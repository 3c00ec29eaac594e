import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Download } from 'playwright-core';
import { password } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { inDays } from '../support/facts.js';
import { acceptedLoan, type AcceptedLoan } from '../support/loan.js';

/** Everything that stands between a worker's yes and their first day, by hand and eye, on three screens. */
describeInBrowser('two enterprises agree in the console on lending a worker', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let loan: AcceptedLoan;
  let host: Visitor;
  let lender: Visitor;
  let worker: Visitor;
  let pdf: Download;

  beforeAll(async () => {
    app = await TestApp.start();
    loan = await acceptedLoan(app, { headcount: 1 });
    browser = await TestBrowser.open();
    host = await browser.visitor(app.url, laptop);
    lender = await browser.visitor(app.url, laptop);
    worker = await browser.visitor(app.url, phone);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('the host begins it from the offer, and sees what is missing', async () => {
    const { page } = host;
    await host.logIn(loan.host.login);
    await page.goto(`/host/needs/${loan.needId}`);
    await page.getByRole('button', { name: '谈合作协议' }).click();
    await page.getByRole('heading', { level: 1, name: /^共享用工合作协议 GJ-/ }).waitFor();
    await page.getByText('3 处，补上才能谈定：').waitFor();
    await page.getByText('等对方').waitFor();
    expect(await page.getByRole('button', { name: '同意这些条款' }).count()).toBe(0);
  });

  it('the lender learns on its confirmations what is missing, and states the labour contract there', async () => {
    const { page } = lender;
    await lender.logIn(loan.lender.login);
    await page.getByRole('link', { name: '富余', exact: true }).click();
    await page.getByRole('link', { name: '待确认 1' }).click();
    await page.getByText('确认之前还缺：').waitFor();
    await page.getByRole('button', { name: '填写劳动合同：陈阿华' }).click();
    await page.getByLabel('合同开始日期').fill(inDays(-400));
    await page.getByLabel('无固定期限').check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存劳动合同。').waitFor();
    await page.getByText('劳动合同', { exact: true }).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: '确认借出陈阿华' }).count()).toBe(0);
  });

  it('fills the gaps and asks for more', async () => {
    const { page } = lender;
    await page.getByRole('link', { name: /^协议 GJ-.*协商中/ }).click();
    await page.getByText('轮到您').waitFor();
    await page.getByRole('button', { name: '修改条款' }).click();
    await page.getByLabel('共享原因').selectOption('季节性富余');
    await page.getByLabel('社会保险单位部分返还（元）').fill('800');
    await page.getByLabel('工伤费用乙方分担比例（%）').fill('50');
    await page.getByLabel('替换期限（天）').fill('5');
    await page.getByLabel('给对方的说明').fill('社保请返还 800 元');
    expect(await lender.axe()).toEqual([]);
    await page.getByRole('button', { name: '发给对方' }).click();
    await page.getByText('已发给对方。').waitFor();
    await page.getByText('等对方').waitFor();
    expect(await page.getByText('补上才能谈定').count()).toBe(0);
  });

  it('the host sees the difference term by term without reloading, and agrees', async () => {
    const { page } = host;
    await page.getByText('本版改了 4 处，已标出。').waitFor();
    await page.locator('#term-contributionsFen').getByText('¥800.00').or(page.getByText('800.00 元')).first().waitFor();
    await page.locator('#term-replacementDays').getByText('原为').waitFor();
    await page.getByText('“社保请返还 800 元”').waitFor();
    await page.getByRole('button', { name: '就“替换期限”留言' }).click();
    await page.getByLabel('留言', { exact: true }).fill('可以');
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('【替换期限】').waitFor();
    await page.getByRole('button', { name: '同意这些条款' }).click();
    await page.getByText('条款已谈定，请阅读文本并签署。').waitFor();
  });

  it('both sign with their password; then it is in force', async () => {
    await sign(host, '林厂长', '法定代表人');
    await host.page.getByText('已签署，等对方签署。').waitFor();
    await lender.page.getByRole('button', { name: '签署', exact: true }).waitFor();
    await sign(lender, '陈经理', '');
    await lender.page.getByText('双方已签署，协议成立。').waitFor();
    await host.page.getByText('协议生效中。').waitFor();
  });

  it('either side can propose to change or to end what is in force; the other refuses, and all stays as it was', async () => {
    const { page } = host;
    const agreement = page.url();
    await page.getByRole('button', { name: '提前终止' }).click();
    await page.getByLabel('最后一天').fill(inDays(15));
    expect(await host.axe()).toEqual([]);
    await page.getByRole('button', { name: '拟终止协议' }).click();
    await page.getByRole('heading', { level: 1, name: /^终止协议 GJ-/ }).waitFor();
    await lender.page.goto(page.url());
    await lender.page.getByRole('button', { name: '不谈了' }).click();
    await lender.page.getByLabel('原因（对方会看到）').fill('人还在岗');
    await lender.page.getByRole('button', { name: '结束协商' }).click();
    await page.getByText('这次协商没有达成协议。').waitFor();
    await page.goto(agreement);
    await page.getByRole('button', { name: '提出变更' }).click();
    await page.getByLabel('替换期限（天）').fill('4');
    await page.getByRole('button', { name: '发给对方' }).click();
    await page.getByRole('heading', { level: 1, name: /^变更协议 GJ-/ }).waitFor();
    await page.getByRole('button', { name: '不谈了' }).click();
    await page.getByLabel('原因（对方会看到）').fill('以后再说');
    await page.getByRole('button', { name: '结束协商' }).click();
    await page.getByText('这次协商没有达成协议。').waitFor();
    await page.goto(agreement);
    await page.getByText('协议生效中。').waitFor();
  });

  it('the sealed PDF downloads, and anyone finds it genuine', async () => {
    const { page } = host;
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载 PDF（中文）' }).click();
    pdf = await waiting;
    expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
    await worker.page.goto('/verify');
    await worker.page.locator('input[type="file"]').setInputFiles({
      ...{ name: 'paper.pdf', mimeType: 'application/pdf' },
      buffer: await bytesOf(pdf),
    });
    await worker.page.getByText('真实', { exact: true }).waitFor();
    await worker.page.getByText('林厂长').waitFor();
    await worker.page.locator('input[type="file"]').setInputFiles({
      ...{ name: 'other.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.7 not ours'),
    });
    await worker.page.getByText('无法确认').waitFor();
    expect(await worker.overflow()).toBe(0);
  });

  it('the lender confirms; the worker confirms the terms on a phone; the host waits for that', async () => {
    await lender.page.getByRole('link', { name: '富余', exact: true }).click();
    await lender.page.getByRole('link', { name: '待确认 1' }).click();
    await lender.page.getByRole('button', { name: '确认借出陈阿华' }).click();
    await lender.page.getByText('已确认借出陈阿华。').waitFor();
    await host.page.getByRole('link', { name: '在岗', exact: true }).click();
    await host.page.getByText('等本人确认条件后才能到岗').waitFor();
    const { page } = worker;
    await worker.logIn(loan.worker.login);
    await page.getByText('上岗前请确认条件').waitFor();
    await page.getByText('查看全部条件和您的权利').click();
    await page.getByText('您的权利', { exact: true }).waitFor();
    expect(await worker.overflow()).toBe(0);
    await page.getByRole('button', { name: '我已看清，确认条件' }).click();
    await page.getByText('已确认，按时去上班就行。').waitFor();
    await page.getByRole('link', { name: '工作', exact: true }).click();
    await page.getByText(/确认了条件/).waitFor();
    await host.page.getByText('等本人确认条件后才能到岗').waitFor({ state: 'detached' });
  });

  it('nothing went wrong unseen', () => {
    expect([...host.faults, ...lender.faults, ...worker.faults]).toEqual([]);
  });
});

async function sign({ page }: Visitor, name: string, title: string): Promise<void> {
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await page.getByLabel('签署人姓名').fill(name);

  await page.getByLabel('职务').fill(title);
  await page.getByLabel('再次输入登录密码').fill(password);
  await page.getByRole('button', { name: '确认签署' }).click();
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
