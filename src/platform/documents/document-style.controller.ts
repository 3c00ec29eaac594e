import { Controller, Get, Header } from '@nestjs/common';
import { Allow, everyone } from '../auth/allow.decorator.js';
import { documentStylesheet } from './document-style.js';

/** The stylesheet of every paper that is shown as a page. */
@Controller()
export class DocumentStyleController {
  @Get(documentStylesheet.path)
  @Allow({ to: everyone, owns: 'nothing' })
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return documentStylesheet.text;
  }
}
