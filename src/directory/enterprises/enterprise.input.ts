import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { CodeInput, EnumInput, IdInput, NumberInput, TextInput } from '../../platform/graphql/input-fields.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { Decision } from './enterprise.rules.js';
import { type EnterpriseSize, EnterpriseSizeEnum } from './enterprise-size.js';
import type { Verification } from './enterprise.states.js';
import { VerificationEnum } from './enterprise.view.js';

export const EnterpriseDecisionEnum = {
  VERIFY: 'verify',
  REJECT: 'reject',
  SUSPEND: 'suspend',
} as const satisfies Record<string, Decision>;

registerEnumType(EnterpriseDecisionEnum, {
  name: 'EnterpriseDecision',
  description: 'What a bureau decides about an enterprise’s registration.',
  valuesMap: {
    VERIFY: { description: 'It is what it says: it may lend and host. Also ends a suspension.' },
    REJECT: { description: 'Something must be put right before it is submitted again.' },
    SUSPEND: { description: 'It may not lend or host anew until it is verified again.' },
  },
});

@ArgsType()
export class EnterpriseArgs {
  @IdInput({ description: 'The enterprise’s id.' })
  id: string;
}

@ArgsType()
export class EnterpriseListArgs extends PageArgs {
  @EnumInput(VerificationEnum, { description: 'Only those that stand so.', optional: true })
  verification?: Verification;

  @CodeInput({ description: 'Only those in this region or below it.', optional: true })
  regionId?: string;

  @TextInput({ description: 'Part of the name, or the start of the registration code.', max: 100, optional: true })
  search?: string;
}

@InputType({ description: 'A bureau’s decision on one enterprise.' })
export class DecideEnterpriseInput {
  @IdInput({ description: 'The enterprise.' })
  enterpriseId: string;

  @EnumInput(EnterpriseDecisionEnum, { description: 'The decision.' })
  decision: Decision;

  @TextInput({
    description:
      'The reason, shown to the enterprise; needed unless it is verified on the image of its licence. How a licence without image was seen belongs here too.',
    max: 500,
    defaultValue: '',
  })
  note: string;
}

@InputType({ description: 'The registration of an enterprise, corrected after a refusal.' })
export class ResubmitMyEnterpriseInput {
  @TextInput({ description: 'Unified social credit code (GB 32100), 18 characters.', max: 40 })
  registrationCode: string;

  @TextInput({ description: 'The registered name.', max: 200 })
  name: string;

  @CodeInput({ description: 'Its industry.', optional: true })
  industryId?: string | null;

  @CodeInput({ description: 'The county or district it is in.' })
  regionId: string;

  @TextInput({ description: 'Street address.', max: 200, defaultValue: '' })
  address: string;

  @NumberInput({ description: 'Latitude in degrees (WGS 84).', min: -90, max: 90 })
  latitude: number;

  @NumberInput({ description: 'Longitude in degrees (WGS 84).', min: -180, max: 180 })
  longitude: number;

  @TextInput({ description: 'Legal representative (法定代表人); left out: as it stands.', max: 100, optional: true })
  legalRepresentative?: string;

  @TextInput({ description: 'Who handles it here (经办人); left out: as it stands.', max: 100, optional: true })
  handlerName?: string;
}

@InputType({ description: 'How large the viewer’s enterprise is.' })
export class StateEnterpriseSizeInput {
  @EnumInput(EnterpriseSizeEnum, { description: 'By the statistical division of its industry.' }) size: EnterpriseSize;
}

@InputType({ description: 'Who stands behind the registration of the viewer’s enterprise; only its bureau sees it.' })
export class CompleteMyRegistrationInput {
  @TextInput({ description: 'Legal representative (法定代表人).', max: 100 })
  legalRepresentative: string;

  @TextInput({ description: 'Who handles it here (经办人).', max: 100 })
  handlerName: string;
}
