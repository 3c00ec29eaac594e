import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx } from '../../platform/auth/request-viewer.js';
import { RefusedError } from '../../platform/errors/index.js';
import { PublicLimits } from '../../platform/limits/public-limits.service.js';
import type { RateLimit } from '../../platform/limits/rate-limit.js';
import { writeCsv } from '../../platform/spreadsheet/index.js';
import { bureauMessages } from '../bureau.messages.js';
import { type NamedOpenRow, type OpenGrouping, OpenStatistics } from './open-statistics.service.js';

const limit: RateLimit = { name: 'open-statistics', calls: 60, seconds: 60 };
const open = { to: everyone, owns: 'nothing: figures that are published' } as const;
const columns = [
  ...(['key', 'nameZh', 'nameEn', 'wanted', 'seekers', 'openingsPerSeeker', 'seats', 'onSite', 'fillRate'] as const),
  'personDays',
] as const satisfies readonly (keyof NamedOpenRow)[];

interface Asked {
  readonly month?: string;
  readonly by?: string;
}

/** Figures for the public: `GET /open/statistics.json?month=2026-10&by=county`, or `.csv`; by county or occupation. */
@Controller('open')
export class OpenStatisticsController {
  constructor(
    private readonly statistics: OpenStatistics,
    private readonly limits: PublicLimits,
  ) {}

  @Get('statistics.json')
  @Allow(open)
  async json(@Query() asked: Asked, @Ctx() { ip }: RequestContext, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.rows(asked, ip);
    await reply.status(200).header('cache-control', 'public, max-age=3600').send({ month: asked.month, rows });
  }

  @Get('statistics.csv')
  @Allow(open)
  async csv(@Query() asked: Asked, @Ctx() { ip }: RequestContext, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.rows(asked, ip);
    const file = writeCsv({
      name: 'statistics',
      headers: [...columns],
      rows: rows.map((row) => columns.map((name) => row[name])),
    });
    await reply
      .status(200)
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="statistics.csv"')
      .header('cache-control', 'public, max-age=3600')
      .send(Buffer.from(file));
  }

  private async rows({ month, by = 'county' }: Asked, address: string): Promise<readonly NamedOpenRow[]> {
    await this.limits.count(limit, address);
    return this.statistics.rows(month, groupingOf(by));
  }
}

function groupingOf(by: string): OpenGrouping {
  const found = (['county', 'occupation'] as const).find((one) => one === by);
  if (!found) throw new RefusedError({ code: 'VALIDATION_FAILED', message: bureauMessages.openGrouping, field: 'by' });
  return found;
}
