import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Language } from '../../platform/i18n/message.js';
import type { MachineAttribute, MachineType, Process } from './process.entity.js';

@ObjectType('Process', { description: '工序: what is done to a product, e.g. welding or powder coating.' })
export class ProcessView {
  @Field(() => ID, { description: 'Scheme and code, e.g. `GJ:WEAVE`.' }) id: string;
  @Field({ description: 'The name in the caller’s language.' }) name: string;
  @Field({ description: 'The Chinese name.' }) nameZh: string;
  @Field({ description: 'The English name.' }) nameEn: string;
  @Field({ description: 'Whether it takes no new lines and requests.' }) isRetired: boolean;
}

@ObjectType('MachineAttribute', { description: 'What a machine of a type can be asked for: a number with a unit.' })
export class MachineAttributeView {
  @Field({ description: 'What lines and requests name it by, e.g. `maxWidthMm`.' }) name: string;
  @Field({ description: 'Its unit; `1` for a plain number.' }) unit: string;
  @Field({ description: 'What it is called in the caller’s language.' }) label: string;
}

@ObjectType('MachineType', { description: '机器类型: a kind of machine, the process it does and its attributes.' })
export class MachineTypeView {
  @Field(() => ID, { description: 'Scheme and code, e.g. `GJ:WELD-MIG`.' }) id: string;
  @Field({ description: 'The name in the caller’s language.' }) name: string;
  @Field({ description: 'The Chinese name.' }) nameZh: string;
  @Field({ description: 'The English name.' }) nameEn: string;
  @Field(() => [MachineAttributeView], { description: 'What its machines can be asked for.' })
  attributes: MachineAttributeView[];
  @Field({ description: 'Whether it takes no new lines.' }) isRetired: boolean;

  /** For extension fields only; not part of the API. */
  processId: string;
}

export const ProcessConnection = ConnectionOf(ProcessView, 'Process');
export const MachineTypeConnection = ConnectionOf(MachineTypeView, 'MachineType');

const nameIn = ({ nameZh, nameEn }: Pick<Process, 'nameZh' | 'nameEn'>, language: Language): string =>
  language === 'en' ? nameEn : nameZh;

export function toProcessView(row: Process, language: Language): ProcessView {
  const { id, nameZh, nameEn, retiredAt } = row;
  return { id, name: nameIn(row, language), nameZh, nameEn, isRetired: retiredAt !== null };
}

export function toMachineTypeView(row: MachineType, language: Language): MachineTypeView {
  const { id, processId, nameZh, nameEn, retiredAt } = row;
  const attributes = row.attributes.map((attribute) => toAttributeView(attribute, language));
  return { id, processId, name: nameIn(row, language), nameZh, nameEn, attributes, isRetired: retiredAt !== null };
}

function toAttributeView(attribute: MachineAttribute, language: Language): MachineAttributeView {
  const { name, unit } = attribute;
  return { name, unit, label: nameIn(attribute, language) };
}
