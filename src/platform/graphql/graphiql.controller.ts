import { Controller, Get, Header, HttpException, HttpStatus } from '@nestjs/common';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { Allow, everyone } from '../auth/allow.decorator.js';
import { Config } from '../config/config.js';

const policy = "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; frame-ancestors 'none'; base-uri 'none'";

/** GraphiQL from our own packages: no request leaves the machine. Off in production. */
@Controller('graphiql')
export class GraphiqlController {
  constructor(private readonly config: Config) {}

  @Get()
  @Allow({ to: everyone, owns: 'nothing: it is a page' })
  @Header('content-type', 'text/html; charset=utf-8')
  // One page of inline script; it exists only where the schema is shown at all.
  @Header('content-security-policy', policy)
  page(): string {
    if (!this.config.showsSchema) throw new HttpException('Not found', HttpStatus.NOT_FOUND);
    return renderGraphiQL({
      endpoint: '/graphql',
      title: 'Gongji 共济',
      headers: JSON.stringify({ authorization: 'Bearer ' }),
    });
  }
}
