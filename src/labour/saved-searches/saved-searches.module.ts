import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SavedSearchAlerts } from './saved-search-alert.service.js';
import { SavedSearch } from './saved-search.entity.js';
import { SavedSearchJobs } from './saved-search.jobs.js';
import { SavedSearchResolver } from './saved-search.resolver.js';
import { SavedSearches } from './saved-search.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SavedSearch])],
  providers: [SavedSearches, SavedSearchAlerts, SavedSearchResolver, SavedSearchJobs],
})
export class SavedSearchesModule {}
