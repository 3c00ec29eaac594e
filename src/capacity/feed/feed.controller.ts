import { Controller, Get, Header, Param } from '@nestjs/common';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { CapacityFeeds } from './feed.service.js';

/** `GET /capacity/feed/TOKEN.ics`: whoever has the token, and no session, reads the enterprise's calendar. */
@Controller('capacity/feed')
export class CapacityFeedController {
  constructor(private readonly feeds: CapacityFeeds) {}

  @Get(':file')
  @Allow({ to: everyone, owns: 'bookings of the enterprise whose secret token the address has' })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  async read(@Param('file') file: string): Promise<string> {
    const [, token] = /^([\w-]{43})\.ics$/.exec(file) ?? [];
    return this.feeds.read(orRefuse(token, notFound()));
  }
}
