import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { renderHtml } from '../../platform/documents/render-html.js';
import { renderPdf } from '../../platform/documents/render-pdf.js';
import { notFound, RefusedError } from '../../platform/errors/index.js';
import { type Language, languageOf } from '../../platform/i18n/message.js';
import { Statements } from './statement.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pdf = 'application/pdf';
const parties = {
  to: ['enterprise'],
  owns: 'settlements whose host or lender the viewer’s enterprise is',
  scope: 'labour:read',
} as const;
const own = { to: ['worker'], owns: 'the viewer’s own lines' } as const;

/** Statements as files and pages, in the language that `?language=` or the request asks for. */
@Controller()
export class StatementController {
  constructor(private readonly statements: Statements) {}

  @Get('settlements/:id/statement.xlsx')
  @Allow(parties)
  @Header('content-disposition', 'attachment; filename="settlement.xlsx"')
  async sheet(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<StreamableFile> {
    const bytes = await this.statements.settlementXlsx(viewer, existing(id), languageFor(asked, ctx));
    return new StreamableFile(bytes, { type: xlsx });
  }

  @Get('settlements/:id/statement.pdf')
  @Allow(parties)
  @Header('content-disposition', 'attachment; filename="settlement.pdf"')
  async paper(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<StreamableFile> {
    const model = await this.statements.settlementPaper(viewer, existing(id), languageFor(asked, ctx));
    return new StreamableFile(await renderPdf(model), { type: pdf });
  }

  @Get('settlements/:id/statement')
  @Allow(parties)
  @Header('content-type', 'text/html; charset=utf-8')
  async page(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<string> {
    return renderHtml(await this.statements.settlementPaper(viewer, existing(id), languageFor(asked, ctx)));
  }

  @Get('settlement-lines/:id/statement.xlsx')
  @Allow(own)
  @Header('content-disposition', 'attachment; filename="pay.xlsx"')
  async ownSheet(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: WorkerViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<StreamableFile> {
    const bytes = await this.statements.lineXlsx(viewer, existing(id), languageFor(asked, ctx));
    return new StreamableFile(bytes, { type: xlsx });
  }

  @Get('settlement-lines/:id/statement.pdf')
  @Allow(own)
  @Header('content-disposition', 'attachment; filename="pay.pdf"')
  async ownPaper(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: WorkerViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<StreamableFile> {
    const model = await this.statements.linePaper(viewer, existing(id), languageFor(asked, ctx));
    return new StreamableFile(await renderPdf(model), { type: pdf });
  }
}

function languageFor(asked: string | undefined, ctx: RequestContext): Language {
  return asked === undefined ? ctx.language : languageOf(asked);
}

/** What is no id names nothing. */
function existing(id: string): string {
  if (!isUUID(id)) throw new RefusedError(notFound());
  return id;
}
