import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import { downloadName } from '../../platform/files/media-type.rules.js';
import { uploadedFile } from '../../platform/files/uploaded-file.js';
import { marketOfMaterials, ownMaterials } from '../materials.policy.js';
import { LotCertificates } from './lot-certificate.service.js';

/** Certificates by upload: `POST /material-lots/<lot>/certificates`, multipart field `file`; read again with GET. */
@Controller('material-lots/:lotId/certificates')
export class LotCertificateController {
  constructor(private readonly certificates: LotCertificates) {}

  @Post()
  @Allow(ownMaterials)
  async handIn(
    @Param('lotId') lotId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Me() viewer: EnterpriseViewer,
  ): Promise<void> {
    refuse(isUUID(lotId) ? undefined : notFound('lotId'));
    const file = await this.certificates.handIn(viewer, lotId, await uploadedFile(request));
    const { id, mediaType, byteCount, sha256 } = file;
    await reply.status(200).send({ id, mediaType, byteCount, sha256 });
  }

  /** Always a download: what others handed in is never shown as a page of ours. */
  @Get(':id')
  @Allow(marketOfMaterials)
  async read(
    @Param('lotId') lotId: string,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
    @Me() viewer: EnterpriseViewer,
  ): Promise<void> {
    refuse(isUUID(lotId) && isUUID(id) ? undefined : notFound('id'));
    const { file, bytes } = await this.certificates.read(viewer, lotId, id);
    await reply
      .status(200)
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename="${downloadName(file.purpose, file.mediaType)}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(bytes);
  }
}
