import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse, RefusedError } from '../../platform/errors/index.js';
import { ownBulletins } from '../bureau.policy.js';
import { BulletinDesk } from './bulletin-desk.service.js';
import { BulletinEditions, type BulletinFormat } from './bulletin-editions.service.js';

const types: Readonly<Record<BulletinFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Editions as files, as they went out: `GET /bulletins/ID.pdf` and `.xlsx`. */
@Controller('bulletins')
export class BulletinController {
  constructor(
    private readonly desk: BulletinDesk,
    private readonly editions: BulletinEditions,
  ) {}

  @Get(':id.pdf')
  @Allow(ownBulletins)
  pdf(
    @Param('id') id: string,
    @Me() viewer: BureauViewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(viewer, id, 'pdf', reply);
  }

  @Get(':id.xlsx')
  @Allow(ownBulletins)
  xlsx(
    @Param('id') id: string,
    @Me() viewer: BureauViewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(viewer, id, 'xlsx', reply);
  }

  private async file(
    viewer: BureauViewer,
    id: string,
    format: BulletinFormat,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    if (!isUUID(id)) throw new RefusedError(notFound('id'));
    const { lastDay, version } = await this.desk.get(viewer, id);
    const bytes = orRefuse(await this.editions.bytesOf(id, format), notFound('id'));
    void reply.header('content-disposition', `attachment; filename="report-${lastDay}-v${version}.${format}"`);
    return new StreamableFile(bytes, { type: types[format] });
  }
}
