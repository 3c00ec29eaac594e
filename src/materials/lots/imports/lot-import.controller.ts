import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../../platform/auth/request-context.js';
import { Ctx, Me } from '../../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../../platform/auth/viewer.js';
import { answerUpload } from '../../../platform/imports/index.js';
import { LotImports } from './lot-import.service.js';

/** Lots by upload: `POST /imports/lots`, multipart field `file`. */
@Controller('imports/lots')
export class LotImportController {
  constructor(private readonly imports: LotImports) {}

  @Post()
  @Allow({ to: ['enterprise'], owns: 'lots of the viewer’s enterprise', scope: 'import:write' })
  async upload(
    @Query() query: Readonly<Record<string, string | undefined>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Me() viewer: EnterpriseViewer,
    @Ctx() { language }: RequestContext,
  ): Promise<void> {
    const upload = { request, reply, query, language, ownerId: viewer.enterpriseId };
    await answerUpload(upload, ({ bytes, name, options, idempotencyKey }) =>
      this.imports.import(viewer, bytes, name, options, idempotencyKey),
    );
  }
}
