import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { notFound, RefusedError } from '../../platform/errors/index.js';
import { Statements } from './statement.service.js';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Statements as files, in the language that the request asks for. */
@Controller()
export class StatementController {
  constructor(private readonly statements: Statements) {}

  @Get('settlements/:id/statement.xlsx')
  @Allow({
    to: ['enterprise'],
    owns: 'settlements whose host or lender the viewer’s enterprise is',
    scope: 'labour:read',
  })
  @Header('content-disposition', 'attachment; filename="settlement.xlsx"')
  async settlement(
    @Param('id') id: string,
    @Me() viewer: EnterpriseViewer,
    @Ctx() { language }: RequestContext,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.statements.settlementXlsx(viewer, existing(id), language), { type });
  }

  @Get('settlement-lines/:id/statement.xlsx')
  @Allow({ to: ['worker'], owns: 'the viewer’s own lines' })
  @Header('content-disposition', 'attachment; filename="pay.xlsx"')
  async line(
    @Param('id') id: string,
    @Me() viewer: WorkerViewer,
    @Ctx() { language }: RequestContext,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.statements.lineXlsx(viewer, existing(id), language), { type });
  }
}

/** What is no id names nothing. */
function existing(id: string): string {
  if (!isUUID(id)) throw new RefusedError(notFound());
  return id;
}
