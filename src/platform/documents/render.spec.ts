import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { DocumentModel } from './document-model.js';
import { settable } from './document-fonts.js';
import { renderHtml } from './render-html.js';
import { renderPdf } from './render-pdf.js';

const paper = (changes: Partial<DocumentModel> = {}): DocumentModel => ({
  language: 'zh-CN',
  title: '共享用工合作协议',
  datedAt: new Date('2026-11-25T08:00:00Z'),
  footer: { number: 'GJ-2026-000123', hash: 'a3'.repeat(32) },
  sections: [
    { heading: '双方', blocks: [{ kind: 'facts', facts: [{ label: '甲方', value: '安溪藤铁工艺有限公司' }] }] },
    {
      heading: '明细',
      blocks: [
        {
          kind: 'table',
          columns: [{ heading: '员工' }, { heading: '工资', isNumber: true }],
          rows: [['林小竹', '4,000.00']],
          totals: [['合计', '4,000.00']],
        },
        { kind: 'list', isNumbered: true, items: ['工资足额支付。'] },
      ],
    },
  ],
  ...changes,
});
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
const text = (length: number): string => '员工与原单位的劳动关系不变，'.repeat(Math.ceil(length / 14)).slice(0, length);

describe('a paper as PDF', () => {
  it('R35 is the same bytes for the same content, and others for any other', async () => {
    const [first, again] = [await renderPdf(paper()), await renderPdf(paper())];
    expect(first.equals(again)).toBe(true);
    expect(first.equals(await renderPdf(paper({ title: '共享用工合作协定' })))).toBe(false);
  });

  it('names its language, title and number', async () => {
    const pdf = (await renderPdf(paper({ title: 'Agreement', language: 'en' }))).toString('latin1');
    for (const part of ['/Lang (en)', '(Agreement)', '(GJ-2026-000123)', '/DisplayDocTitle true'])
      expect(pdf).toContain(part);
  });

  it('goes on over as many pages as it takes', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => [`员工${index}`, '1']);
    const columns = [{ heading: '员工' }, { heading: '数', isNumber: true }];
    const of = async (block: DocumentModel['sections'][number]['blocks'][number]): Promise<number> =>
      pagesOf(await renderPdf(paper({ sections: [{ heading: '一', blocks: [block] }] })));
    expect(await of({ kind: 'paragraph', text: text(10) })).toBe(1);
    expect(await of({ kind: 'paragraph', text: text(6_000) })).toBe(4);
    expect(await of({ kind: 'table', columns, rows })).toBe(3);
    // A cell, and a fact, higher than a page.
    expect(await of({ kind: 'table', columns, rows: [[text(3_000), '1']] })).toBeGreaterThan(2);
    expect(await of({ kind: 'facts', facts: [{ label: '说明', value: text(3_000) }] })).toBeGreaterThan(2);
  });

  it('tells a character that the font lacks by its code point', () => {
    expect(settable('林𠮷\u0007竹\r\n')).toBe('林[U+20BB7]竹\n');
  });
});

describe('a paper as a page', () => {
  it('says its language, and what is a heading, a row and a column', () => {
    const html = renderHtml(paper());
    for (const part of [
      '<html lang="zh-CN">',
      '<h1>共享用工合作协议</h1>',
      '<h2>双方</h2>',
      '<th scope="col" class="number">工资</th>',
      '<th scope="row">合计</th><td class="number">4,000.00</td>',
      '<ol><li>工资足额支付。</li></ol>',
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/<script|style=/);
  });

  it('lets no text become markup', () => {
    const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
    fc.assert(
      fc.property(fc.string(), (hostile) => {
        const with_ = (value: string): string =>
          renderHtml(
            paper({
              title: value,
              footer: { number: value, hash: value || 'x' },
              sections: [
                {
                  heading: value || 'x',
                  blocks: [
                    { kind: 'facts', facts: [{ label: value, value }] },
                    { kind: 'table', caption: value || 'x', columns: [{ heading: value }], rows: [[value]] },
                    { kind: 'list', items: [value] },
                  ],
                },
              ],
            }),
          );
        expect(tags(with_(`${hostile}<img src=x>"'&`))).toEqual(tags(with_('safe')));
      }),
    );
  });
});
