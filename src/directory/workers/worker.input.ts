import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { CodeInput, DateInput, IntInput, NumberInput } from '../../platform/graphql/input-fields.js';
import { skillLevels } from '../occupations/occupation.view.js';

const maxSkills = 30;

@InputType({ description: 'Where the viewer lives or starts from.' })
export class UpdateMyWorkerInput {
  @CodeInput({ description: 'The county or district.' })
  regionId: string;

  @NumberInput({ description: 'Latitude in degrees (WGS 84).', min: -90, max: 90 })
  latitude: number;

  @NumberInput({ description: 'Longitude in degrees (WGS 84).', min: -180, max: 180 })
  longitude: number;
}

@InputType({ description: 'One occupation and how well it is mastered.' })
export class WorkerSkillInput {
  @CodeInput({ description: 'The occupation.' })
  occupationId: string;

  @IntInput({ description: `The skill level: ${skillLevels}.`, min: 1, max: 5 })
  level: number;
}

@InputType({ description: 'All that the viewer can do; what is left out is removed.' })
export class SetMySkillsInput {
  @Field(() => [WorkerSkillInput], { description: `At most ${maxSkills}, each occupation once.` })
  @IsArray()
  @ArrayMaxSize(maxSkills)
  @ValidateNested({ each: true })
  @Type(() => WorkerSkillInput)
  skills: WorkerSkillInput[];
}

@InputType({ description: 'One certificate that the viewer holds.' })
export class WorkerCertificateInput {
  @CodeInput({ description: 'The certificate.' })
  code: string;

  @DateInput({ description: 'The last day it is valid.' })
  validUntil: string;
}

@InputType({ description: 'All certificates that the viewer holds; what is left out is removed.' })
export class SetMyCertificatesInput {
  @Field(() => [WorkerCertificateInput], { description: `At most ${maxSkills}, each certificate once.` })
  @IsArray()
  @ArrayMaxSize(maxSkills)
  @ValidateNested({ each: true })
  @Type(() => WorkerCertificateInput)
  certificates: WorkerCertificateInput[];
}
