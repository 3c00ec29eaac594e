import { Controller, Get, HttpException, HttpStatus } from '@nestjs/common';
import { Allow, everyone } from '../auth/allow.decorator.js';
import { Database } from '../database/database.js';

const probeMs = 2_000;

/** For supervisors and load balancers: `live` says the process runs, `ready` that it can serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('live')
  @Allow({ to: everyone, owns: 'nothing' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Allow({ to: everyone, owns: 'nothing' })
  async ready(): Promise<{ status: 'ok' }> {
    if (!(await this.databaseAnswers()))
      throw new HttpException({ status: 'unavailable', database: 'no answer' }, HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'ok' };
  }

  private databaseAnswers(): Promise<boolean> {
    const timeout = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), probeMs).unref());
    const probe = this.db.rows('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([probe, timeout]);
  }
}
