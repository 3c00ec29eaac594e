import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { answerUpload, oneOf } from '../../platform/imports/index.js';
import { Imports } from './import.service.js';

/** Spreadsheets by upload: `POST /imports/needs` and `POST /imports/surplus`, multipart field `file`. */
@Controller('imports')
export class ImportController {
  constructor(private readonly imports: Imports) {}

  @Post(':kind')
  @Allow({ to: ['enterprise'], owns: 'needs and surplus of the viewer’s enterprise', scope: 'import:write' })
  async upload(
    @Param('kind') kind: string,
    @Query() query: Readonly<Record<string, string | undefined>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Me() viewer: EnterpriseViewer,
    @Ctx() { language }: RequestContext,
  ): Promise<void> {
    const upload = { request, reply, query, language, ownerId: viewer.enterpriseId };
    await answerUpload(upload, ({ bytes, name, options, idempotencyKey }) =>
      this.imports.once(
        viewer,
        oneOf('kind', kind, ['needs', 'surplus']),
        bytes,
        name,
        { ...options, enterpriseId: viewer.enterpriseId },
        idempotencyKey,
      ),
    );
  }
}
