import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Exports } from './export.service.js';

const own = { to: ['enterprise'], owns: 'needs of the viewer’s enterprise', scope: 'import:write' } as const;

/** Spreadsheets out, with headers that can be imported again; formulas in cells are neutralised. */
@Controller('exports')
export class ExportController {
  constructor(private readonly exports: Exports) {}

  @Get('needs.xlsx')
  @Allow(own)
  @Header('content-disposition', 'attachment; filename="needs.xlsx"')
  async xlsx(@Me() viewer: EnterpriseViewer): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.needs(viewer, 'xlsx'), {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  }

  @Get('needs.csv')
  @Allow(own)
  @Header('content-disposition', 'attachment; filename="needs.csv"')
  async csv(@Me() viewer: EnterpriseViewer): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.needs(viewer, 'csv'), { type: 'text/csv; charset=utf-8' });
  }
}
