import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { notFound, RefusedError } from '../../platform/errors/index.js';
import { answerUpload } from '../../platform/imports/index.js';
import { ownExternalSeries } from '../bureau.policy.js';
import { ExternalUploads } from './external-uploads.service.js';

/** Values of a series by upload: `POST /imports/external/SERIES-ID`, multipart field `file`. */
@Controller('imports/external')
export class ExternalImportController {
  constructor(private readonly uploads: ExternalUploads) {}

  @Post(':seriesId')
  @Allow(ownExternalSeries)
  async upload(
    @Param('seriesId') seriesId: string,
    @Query() query: Readonly<Record<string, string | undefined>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
  ): Promise<void> {
    if (!isUUID(seriesId)) throw new RefusedError(notFound('externalSeriesId'));
    const upload = { request, reply, query, language, ownerId: seriesId };
    await answerUpload(upload, (sheet) => this.uploads.import(viewer, seriesId, sheet));
  }
}
