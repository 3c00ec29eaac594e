import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { answerUpload } from '../../platform/imports/index.js';
import { AttendanceImports } from './attendance-import.service.js';

/** Attendance by upload: `POST /imports/attendance`, multipart field `file`. */
@Controller('imports/attendance')
export class AttendanceImportController {
  constructor(private readonly imports: AttendanceImports) {}

  @Post()
  @Allow({ to: ['enterprise'], owns: 'placements at the viewer’s enterprise', scope: 'import:write' })
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
