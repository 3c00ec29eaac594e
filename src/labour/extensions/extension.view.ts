import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Party } from '../placements/placement-party.rules.js';
import { awaitedOf } from '../placements/placement-party.rules.js';
import { PartyEnum } from '../placements/placement-party.view.js';
import type { ExtensionAction } from './extension-action.rules.js';
import type { PlacementExtension } from './extension.entity.js';
import type { ExtensionState } from './extension.states.js';

export const ExtensionStateEnum = {
  WAITING: 'waiting',
  AGREED: 'agreed',
  DECLINED: 'declined',
  EXPIRED: 'expired',
} as const satisfies Record<string, ExtensionState>;
registerEnumType(ExtensionStateEnum, {
  name: 'ExtensionState',
  description: 'Where an extension stands.',
  valuesMap: {
    WAITING: { description: 'Somebody has still to answer.' },
    AGREED: { description: 'Everyone said yes; the placement ends later.' },
    DECLINED: { description: 'Somebody said no.' },
    EXPIRED: { description: 'Nobody answered in time, or the placement ended.' },
  },
});

export const ExtensionActionEnum = {
  AGREE: 'agree',
  DECLINE: 'decline',
} as const satisfies Record<string, ExtensionAction>;
registerEnumType(ExtensionActionEnum, {
  name: 'ExtensionAction',
  description: 'What can be done with an extension; each is a mutation.',
  valuesMap: {
    AGREE: { description: '`agreeExtension`.' },
    DECLINE: { description: '`declineExtension`.' },
  },
});

@ObjectType('PlacementExtension', { description: '延期: a later end of a placement, for everyone to agree to.' })
export class PlacementExtensionView {
  @Field(() => ID, { description: 'Id of the extension.' }) id: string;
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field(() => LocalDateScalar, { description: 'The new last day.' }) endsOn: string;
  @Field(() => PartyEnum, { description: 'Who proposed it.' }) proposedBy: Party;
  @Field(() => ExtensionStateEnum, { description: 'Where it stands.' }) state: ExtensionState;
  @Field(() => [PartyEnum], { description: 'Who has still to say yes.' }) awaited: Party[];
  @Field({ description: 'When it lapses unless all have answered.' }) expiresAt: Date;

  /** For extension fields only; not part of the API. */
  row: PlacementExtension;
}

export const PlacementExtensionConnection = ConnectionOf(PlacementExtensionView, 'PlacementExtension');

export function toPlacementExtensionView(row: PlacementExtension): PlacementExtensionView {
  const { id, placementId, endsOn, proposedBy, state, expiresAt } = row;
  const awaited = state === 'waiting' ? awaitedOf(row, row) : [];
  return { id, placementId, endsOn, proposedBy, state, awaited, expiresAt, row };
}
