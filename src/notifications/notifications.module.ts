import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmailJobs } from './email/email.jobs.js';
import { Mailer } from './email/mailer.service.js';
import { Notification } from './inbox/notification.entity.js';
import { NotificationResolver } from './inbox/notification.resolver.js';
import { Notifications } from './inbox/notification.service.js';
import { tellers } from './tellers.js';

/** Listens to everyone's events; nobody imports it. */
@Module({
  imports: [TypeOrmModule.forFeature([Notification])],
  providers: [Notifications, NotificationResolver, ...tellers, Mailer, EmailJobs],
})
export class NotificationsModule {}
