import { Controller, Get, HttpException, HttpStatus } from '@nestjs/common';
import { Allow, everyone } from '../auth/allow.decorator.js';
import { HealthProbe } from './health-probe.service.js';

/** For supervisors and load balancers: `live` says the process runs, `ready` that it can serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly probe: HealthProbe) {}

  @Get('live')
  @Allow({ to: everyone, owns: 'nothing' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Allow({ to: everyone, owns: 'nothing' })
  async ready(): Promise<{ status: 'ok' }> {
    if (!(await this.probe.databaseAnswers()))
      throw new HttpException({ status: 'unavailable', database: 'no answer' }, HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'ok' };
  }
}
