import { Module } from '@nestjs/common';
import { OtherWorkResolver } from './other-work.resolver.js';
import { OtherWork } from './other-work.service.js';

/** The hours that employers state. */
@Module({ providers: [OtherWork, OtherWorkResolver] })
export class WorkingTimeModule {}
