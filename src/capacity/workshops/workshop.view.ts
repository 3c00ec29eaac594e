import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LineOutage, OutageKind, ProductionLine, Workshop } from './workshop.entity.js';
import { OutageKindEnum } from './workshop.input.js';

@ObjectType('Workshop', { description: '车间: where production lines of an enterprise stand.' })
export class WorkshopView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Its name.' }) name: string;
  @Field(() => Float, { description: 'Its latitude, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Its longitude, degrees.' }) longitude: number;

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
  regionId: string;
}

@ObjectType('AttributeValue', { description: 'A value of an attribute of a line.' })
export class AttributeValueView {
  @Field({ description: 'The attribute; its unit and label are the machine type’s.' }) name: string;
  @Field(() => Float, { description: 'Its value.' }) value: number;
}

@ObjectType('ProductionLine', { description: '产线: machines of one type that work the same shifts.' })
export class ProductionLineView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Its name.' }) name: string;
  @Field(() => [AttributeValueView], { description: 'What its machines can do.' }) attributes: AttributeValueView[];
  @Field(() => Int, { description: 'How many machines.' }) machines: number;
  @Field(() => [Int], { description: 'Minutes that one machine works on each weekday, Monday first.' })
  shiftMinutes: number[];
  @Field({ description: 'Whether it works on public holidays too.' }) worksHolidays: boolean;
  @Field({ description: 'Whether it is out of use.' }) isRetired: boolean;

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
  workshopId: string;
  machineTypeId: string;
}

@ObjectType('LineOutage', { description: 'Days on which a line does not work.' })
export class LineOutageView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => OutageKindEnum, { description: 'Why.' }) kind: OutageKind;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field({ description: 'What is done.' }) reason: string;
}

export const WorkshopConnection = ConnectionOf(WorkshopView, 'Workshop');
export const ProductionLineConnection = ConnectionOf(ProductionLineView, 'ProductionLine');

export function toWorkshopView(row: Workshop): WorkshopView {
  const { id, name, latitude, longitude, enterpriseId, regionId } = row;
  return { id, name, latitude, longitude, enterpriseId, regionId };
}

export function toLineView(line: ProductionLine): ProductionLineView {
  const { id, name, machines, shiftMinutes, worksHolidays, retiredAt, enterpriseId, workshopId, machineTypeId } = line;
  const attributes = Object.entries(line.attributes).map(([attribute, value]) => ({ name: attribute, value }));
  return {
    ...{ id, name, attributes, machines, shiftMinutes, worksHolidays, isRetired: retiredAt !== null },
    ...{ enterpriseId, workshopId, machineTypeId },
  };
}

export function toOutageView({ id, kind, startsOn, endsOn, reason }: LineOutage): LineOutageView {
  return { id, kind, startsOn, endsOn, reason };
}
