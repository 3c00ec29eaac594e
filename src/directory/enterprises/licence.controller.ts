import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer } from '../../platform/auth/viewer.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import { downloadName } from '../../platform/files/media-type.rules.js';
import { uploadedFile } from '../../platform/files/uploaded-file.js';
import { Licences } from './licence.service.js';

/** Licences by upload: `POST /files/licence`, multipart field `file`; read again with `GET /files/<id>`. */
@Controller('files')
export class LicenceController {
  constructor(private readonly licences: Licences) {}

  @Post('licence')
  @Allow({ to: ['enterprise'], owns: 'the licence of the viewer’s own enterprise' })
  async handIn(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Me() viewer: EnterpriseViewer,
  ): Promise<void> {
    const { id, mediaType, byteCount, sha256 } = await this.licences.handIn(viewer, await uploadedFile(request));
    await reply.status(200).send({ id, mediaType, byteCount, sha256 });
  }

  /** Always a download: what others handed in is never shown as a page of ours. */
  @Get(':id')
  @Allow({
    to: ['enterprise', 'bureau'],
    owns: 'files of the viewer’s enterprise, or of one in the bureau’s jurisdiction',
  })
  async read(
    @Param('id') id: string,
    @Res() reply: FastifyReply,
    @Me() viewer: EnterpriseViewer | BureauViewer,
  ): Promise<void> {
    refuse(isUUID(id) ? undefined : notFound('id'));
    const { file, bytes } = await this.licences.read(viewer, id);
    await reply
      .status(200)
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename="${downloadName(file.purpose, file.mediaType)}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(bytes);
  }
}
