import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Language } from '../../platform/i18n/message.js';
import type { LabourMarket } from './market.entity.js';

@ObjectType('LabourMarket', { description: 'Regions whose supply and demand are solved together.' })
export class LabourMarketView {
  @Field(() => ID, { description: 'Id of the market.' }) id: string;
  @Field({ description: 'Name in your language.' }) name: string;
}

export const LabourMarketConnection = ConnectionOf(LabourMarketView, 'LabourMarket');

export const toMarketView =
  (language: Language) =>
  ({ id, nameZh, nameEn }: LabourMarket): LabourMarketView => ({ id, name: language === 'en' ? nameEn : nameZh });
