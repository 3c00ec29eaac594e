import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { WageUnit } from '../wage.js';
import type { SavedSearch } from './saved-search.entity.js';

@ObjectType('WorkFilterPlace', { description: 'Around where.' })
export class WorkFilterPlaceView {
  @Field(() => Float, { description: 'Latitude, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Longitude, degrees.' }) longitude: number;
  @Field(() => Int, { nullable: true, description: 'Within so many metres; null: at any distance.' })
  radiusM: number | null;
}

@ObjectType('WorkFilters', { description: 'What of open work is searched for; what is null is not asked for.' })
export class WorkFiltersView {
  @Field(() => WorkFilterPlaceView, { nullable: true, description: 'Around where.' }) near: WorkFilterPlaceView | null;
  @Field(() => ID, { nullable: true, description: 'In this region or below it.' }) regionId: string | null;
  @Field(() => ID, { nullable: true, description: 'This occupation.' }) occupationId: string | null;
  @Field(() => String, { nullable: true, description: 'Words.' }) text: string | null;
  @Field(() => Int, { nullable: true, description: 'At least this wage, in the hundredth part of the currency.' })
  minWageFen: number | null;
  @Field(() => WageUnit, { nullable: true, description: 'What the wage is paid for.' }) wageUnit: WageUnit | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217 currency code of the wage.' }) currency: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the host lodges.' }) lodging: boolean | null;
}

@ObjectType('SavedSearch', { description: 'A search for work that you keep.' })
export class SavedSearchView {
  @Field(() => ID, { description: 'Id of the search.' }) id: string;
  @Field({ description: 'What you call it.' }) name: string;
  @Field(() => WorkFiltersView, { description: 'What is searched for.' }) filters: WorkFiltersView;
  @Field({ description: 'Whether you are told of new work that fits, at most once an hour.' }) alerts: boolean;
  @Field({ description: 'When you last looked: what was found later counts as new.' }) lookedAt: Date;
}

export const SavedSearchConnection = ConnectionOf(SavedSearchView, 'SavedSearch');

/** A search as its worker sees it. */
export function toSavedSearchView({ id, name, filters, alerts, lookedAt }: SavedSearch): SavedSearchView {
  const { near, regionId = null, occupationId = null, text = null, minWageFen = null } = filters;
  const { wageUnit = null, currency = null, lodging = null } = filters;
  const place = near ? { ...near, radiusM: near.radiusM ?? null } : null;
  const asked = { near: place, regionId, occupationId, text, minWageFen, wageUnit, currency, lodging };
  return { id, name, filters: asked, alerts, lookedAt };
}
