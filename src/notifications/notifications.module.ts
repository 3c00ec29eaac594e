import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { BureauModule } from '../bureau/index.js';
import { Config } from '../platform/config/config.js';
import { LOGGER } from '../platform/logging/logging.module.js';
import { DeliveryDeskResolver } from './deliveries/delivery-desk.resolver.js';
import { DeliveryDesk } from './deliveries/delivery-desk.service.js';
import { NotificationDelivery } from './deliveries/delivery.entity.js';
import { Deliveries } from './deliveries/delivery.service.js';
import { DigestJobs } from './digests/digest.jobs.js';
import { BulletinMailJobs } from './email/bulletin-mail.jobs.js';
import { EmailJobs } from './email/email.jobs.js';
import { Mailer } from './email/mailer.service.js';
import { Notification } from './inbox/notification.entity.js';
import { NotificationResolver } from './inbox/notification.resolver.js';
import { Notifications } from './inbox/notification.service.js';
import { NotificationPreference } from './preferences/preference.entity.js';
import { NotificationPreferenceResolver } from './preferences/preference.resolver.js';
import { NotificationPreferences } from './preferences/preference.service.js';
import { PushDevice } from './push/push-device.entity.js';
import { PushDeviceResolver } from './push/push-device.resolver.js';
import { PushDevices } from './push/push-device.service.js';
import { PushProvider } from './push/push-provider.service.js';
import { PushJobs } from './push/push.jobs.js';
import { HttpSms } from './sms/http-sms.service.js';
import { LogSms } from './sms/log-sms.service.js';
import { SmsProvider } from './sms/sms-provider.js';
import { SmsJobs } from './sms/sms.jobs.js';
import { tellers } from './tellers.js';
import { webhookEntities, webhookProviders } from './webhooks/webhooks.js';

const smsProvider = {
  provide: SmsProvider,
  inject: [Config, LOGGER],
  useFactory: ({ settings }: Config, logger: Logger): SmsProvider =>
    settings.SMS_PROVIDER === 'http'
      ? new HttpSms(settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN)
      : new LogSms(logger),
};

/** Listens to everyone's events; nobody imports it. */
@Module({
  imports: [
    BureauModule,
    TypeOrmModule.forFeature([
      Notification,
      NotificationPreference,
      NotificationDelivery,
      PushDevice,
      ...webhookEntities,
    ]),
  ],
  providers: [
    ...[Notifications, NotificationResolver, ...tellers],
    ...[NotificationPreferences, NotificationPreferenceResolver],
    ...[Deliveries, DeliveryDesk, DeliveryDeskResolver, DigestJobs],
    ...[Mailer, EmailJobs, BulletinMailJobs, smsProvider, SmsJobs],
    ...[PushProvider, PushJobs, PushDevices, PushDeviceResolver],
    ...webhookProviders,
  ],
})
export class NotificationsModule {}
