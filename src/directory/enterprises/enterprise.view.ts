import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { FileFacts } from '../../platform/files/stored-file.service.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Enterprise } from './enterprise.entity.js';
import { maySeeRegistration } from './enterprise.policy.js';
import type { EnterpriseAction } from './enterprise.rules.js';
import { type EnterpriseSize, EnterpriseSizeEnum } from './enterprise-size.js';
import type { Verification } from './enterprise.states.js';

export const VerificationEnum = {
  SUBMITTED: 'submitted',
  VERIFIED: 'verified',
  REJECTED: 'rejected',
  SUSPENDED: 'suspended',
} as const satisfies Record<string, Verification>;

registerEnumType(VerificationEnum, {
  name: 'Verification',
  description: 'How far a bureau has verified an enterprise.',
  valuesMap: {
    SUBMITTED: { description: 'It waits for the bureau.' },
    VERIFIED: { description: 'The bureau has verified it: it may lend and host.' },
    REJECTED: { description: 'The bureau asks for corrections.' },
    SUSPENDED: { description: 'It may not lend or host anew.' },
  },
});

export const EnterpriseActionEnum = {
  VERIFY: 'verify',
  REJECT: 'reject',
  SUSPEND: 'suspend',
  RESUBMIT: 'resubmit',
} as const satisfies Record<string, EnterpriseAction>;

registerEnumType(EnterpriseActionEnum, {
  name: 'EnterpriseAction',
  description: 'A step that the viewer may take on an enterprise’s registration.',
  valuesMap: {
    VERIFY: { description: '`decideEnterprise` with VERIFY.' },
    REJECT: { description: '`decideEnterprise` with REJECT.' },
    SUSPEND: { description: '`decideEnterprise` with SUSPEND.' },
    RESUBMIT: { description: '`resubmitMyEnterprise`.' },
  },
});

@ObjectType('Enterprise', { description: '企业: a legal entity that lends or hosts workers.' })
export class EnterpriseView {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its registered name.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code or foreign registration; only for its own members, bureaus and operators.',
  })
  registrationCode: string | null;

  @Field(() => VerificationEnum, { description: 'How far a bureau has verified it.' })
  verification: Verification;

  @Field(() => String, {
    nullable: true,
    description: 'The bureau’s reason for the last decision; only for its own members, bureaus and operators.',
  })
  verificationNote: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it last asked to be verified; only for its own members, bureaus and operators.',
  })
  submittedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is, in words; only for its own members, bureaus and operators.',
  })
  address: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Where it is, degrees north; only for its own members, bureaus and operators.',
  })
  latitude: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Where it is, degrees east; only for its own members, bureaus and operators.',
  })
  longitude: number | null;

  @Field(() => EnterpriseSizeEnum, { nullable: true, description: 'How large it is; null where it has not said.' })
  size: EnterpriseSize | null;

  industryId: string | null;

  regionId: string;

  /** For extension fields only; not part of the API. */
  legalRepresentative: string;

  handlerName: string;

  licenceFileId: string | null;
}

@ObjectType('LicenceFile', {
  description: 'The image of a licence as it was handed in; `GET /files/<id>` has its bytes.',
})
export class LicenceFileView {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'image/png, image/jpeg or application/pdf.' })
  mediaType: string;

  @Field(() => Int, { description: 'How many bytes it has.' })
  byteCount: number;

  @Field({ description: 'SHA-256 of its bytes, hexadecimal.' })
  sha256: string;

  @Field({ description: 'When it was handed in.' })
  createdAt: Date;
}

@ObjectType('EnterprisePapers', { description: 'What a bureau goes by when it verifies an enterprise (R30).' })
export class EnterprisePapersView {
  @Field({ description: 'Legal representative (法定代表人); empty where it was not said.' })
  legalRepresentative: string;

  @Field({ description: 'Who handles it here (经办人); empty where it was not said.' })
  handlerName: string;

  @Field(() => LicenceFileView, { nullable: true, description: 'The image of its licence that it handed in last.' })
  licence: LicenceFileView | null;
}

export function toPapersView(
  { legalRepresentative, handlerName }: Pick<EnterpriseView, 'legalRepresentative' | 'handlerName'>,
  licence: FileFacts | undefined,
): EnterprisePapersView {
  return { legalRepresentative, handlerName, licence: licence ? toLicenceView(licence) : null };
}

function toLicenceView({ id, mediaType, byteCount, sha256, createdAt }: FileFacts): LicenceFileView {
  return { id, mediaType, byteCount, sha256, createdAt };
}

export const EnterpriseConnection = ConnectionOf(EnterpriseView, 'Enterprise');

export function toEnterpriseView(row: Enterprise, viewer: Viewer): EnterpriseView {
  const { id, name, verification, size, industryId, regionId } = row;
  const shown = maySeeRegistration(viewer, row);
  return {
    id,
    name,
    verification,
    size,
    industryId,
    regionId,
    legalRepresentative: row.legalRepresentative,
    handlerName: row.handlerName,
    licenceFileId: row.licenceFileId,
    registrationCode: shown ? row.registrationCode : null,
    verificationNote: shown ? row.verificationNote : null,
    submittedAt: shown ? row.submittedAt : null,
    address: shown ? row.address : null,
    latitude: shown ? row.latitude : null,
    longitude: shown ? row.longitude : null,
  };
}
