import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { PersonalData } from './personal-data.service.js';

/** A worker's own data as a file: `GET /my/data.json`. */
@Controller('my')
export class PersonalDataController {
  constructor(private readonly data: PersonalData) {}

  @Get('data.json')
  @Allow({ to: ['worker'], owns: 'the viewer’s own data' })
  @Header('content-disposition', 'attachment; filename="gongji-data.json"')
  @Header('cache-control', 'private, no-store')
  async export(@Me() viewer: WorkerViewer): Promise<object> {
    return this.data.export(viewer);
  }
}
