import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { renderPdf } from '../../platform/documents/render-pdf.js';
import { notFound, RefusedError } from '../../platform/errors/index.js';
import { languageOf } from '../../platform/i18n/message.js';
import { ownTransport } from '../bureau.policy.js';
import { Manifests } from './manifest.service.js';

/** `GET /transport-plans/ID/manifest.pdf`, `?language=en` for another language. */
@Controller('transport-plans')
export class ManifestController {
  constructor(private readonly manifests: Manifests) {}

  @Get(':id/manifest.pdf')
  @Allow(ownTransport)
  @Header('content-disposition', 'attachment; filename="manifest.pdf"')
  @Header('cache-control', 'private, no-store')
  async pdf(
    @Param('id') id: string,
    @Query('language') asked: string | undefined,
    @Me() viewer: BureauViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<StreamableFile> {
    if (!isUUID(id)) throw new RefusedError(notFound('id'));
    const language = asked === undefined ? ctx.language : languageOf(asked);
    return new StreamableFile(await renderPdf(await this.manifests.paper(viewer, id, language)), {
      type: 'application/pdf',
    });
  }
}
