import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { renderHtml } from '../../platform/documents/render-html.js';
import { notFound, RefusedError } from '../../platform/errors/index.js';
import { type Language, languageOf } from '../../platform/i18n/message.js';
import { AgreementPapers } from './agreement-paper.service.js';

const readers = {
  to: ['enterprise', 'bureau'],
  owns: 'agreements whose host or lender the viewer is; for an officer, signed ones of the jurisdiction',
  scope: 'labour:read',
} as const;

/** The agreement as a page and as a PDF: `GET /agreements/ID/paper` and `/paper.pdf`, `?language=en` for reading. */
@Controller('agreements')
export class AgreementController {
  constructor(private readonly papers: AgreementPapers) {}

  @Get(':id/paper')
  @Allow(readers)
  @Header('content-type', 'text/html; charset=utf-8')
  async page(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<string> {
    return renderHtml(await this.papers.read(viewer, uuid(id), languageFor(asked, ctx)));
  }

  @Get(':id/paper.pdf')
  @Allow(readers)
  async pdf(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.papers.pdf(viewer, uuid(id), languageFor(asked, ctx));
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    return new StreamableFile(bytes, { type: 'application/pdf' });
  }
}

function languageFor(asked: string | undefined, ctx: RequestContext): Language {
  return asked === undefined ? ctx.language : languageOf(asked);
}

function uuid(id: string): string {
  if (!isUUID(id)) throw new RefusedError(notFound('id'));
  return id;
}
