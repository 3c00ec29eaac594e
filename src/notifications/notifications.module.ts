import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmailJobs } from './email/email.jobs.js';
import { Mailer } from './email/mailer.service.js';
import { Notification } from './inbox/notification.entity.js';
import { NotificationResolver } from './inbox/notification.resolver.js';
import { Notifications } from './inbox/notification.service.js';
import { tellers } from './tellers.js';
import { webhookEntities, webhookProviders } from './webhooks/webhooks.js';

/** Listens to everyone's events; nobody imports it. */
@Module({
  imports: [TypeOrmModule.forFeature([Notification, ...webhookEntities])],
  providers: [Notifications, NotificationResolver, ...tellers, Mailer, EmailJobs, ...webhookProviders],
})
export class NotificationsModule {}
