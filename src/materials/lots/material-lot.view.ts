import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { plain } from '../../platform/decimal/decimal.js';
import type { FileFacts } from '../../platform/files/stored-file.service.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { type Balances, balanceOf } from '../ledger/stock.service.js';
import { mayWriteMaterials } from '../materials.rules.js';
import type { Grade, Terms } from './grade.rules.js';
import type { MaterialLot } from './material-lot.entity.js';
import { GradeEnum, TermsEnum, MaterialLotStateEnum } from './material-lot.input.js';
import { isPast } from './material-lot.rules.js';
import { type MaterialLotState, materialLotTransitions } from './material-lot.states.js';

export type MaterialLotAction = 'withdraw' | 'reserve';
export const MaterialLotActionEnum = {
  WITHDRAW: 'withdraw',
  RESERVE: 'reserve',
} as const satisfies Record<string, MaterialLotAction>;
registerEnumType(MaterialLotActionEnum, {
  name: 'MaterialLotAction',
  description: 'What can be done with a lot; each is a mutation.',
  valuesMap: {
    WITHDRAW: { description: '`withdrawMaterialLot`.' },
    RESERVE: { description: '`reserveMaterial`.' },
  },
});

@ObjectType('MaterialStock', { description: 'Where the goods of a lot are, by the ledger, in base units.' })
export class MaterialStockView {
  @Field(() => DecimalScalar, { description: 'There and free; 0 when the lot is not open.' }) available: string;
  @Field(() => DecimalScalar, { description: 'Held for somebody.' }) reserved: string;
  @Field(() => DecimalScalar, { description: 'Handed over and not accepted yet.' }) delivered: string;
  @Field(() => DecimalScalar, { description: 'Sold and accepted.' }) received: string;
  @Field(() => DecimalScalar, { description: 'Lent and still due, with what is said to be on its way back.' })
  onLoan: string;
  @Field(() => DecimalScalar, { description: 'Lent and brought back.' }) returned: string;
  @Field(() => DecimalScalar, { description: 'Lent, not brought back and settled in money.' }) shortfall: string;
}

@ObjectType('MaterialLot', { description: '原料批次: goods that an enterprise sells or lends.' })
export class MaterialLotView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => DecimalScalar, { description: 'How much was declared, in base units of the kind.' }) quantity: string;
  @Field(() => GradeEnum, { description: 'How good it is.' }) grade: Grade;
  @Field({ description: 'What the site is called.' }) siteName: string;
  @Field(() => Float, { description: 'Latitude of the site, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Longitude of the site, degrees.' }) longitude: number;
  @Field(() => TermsEnum, { description: 'Sold or lent.' }) terms: Terms;
  @Field(() => Int, { nullable: true, description: 'Fen for one `priceUnit`; null for a loan.' })
  fenPerUnit: number | null;
  @Field(() => String, { nullable: true, description: 'The unit that is priced; null for a loan.' })
  priceUnit: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Base units in one `priceUnit`; null for a loan.' })
  priceFactor: string | null;
  @Field(() => Int, { nullable: true, description: 'Days after acceptance until a loan is due; null for a sale.' })
  loanDays: number | null;
  @Field(() => LocalDateScalar, { description: 'Last day on which it can be reserved.' }) availableUntil: string;
  @Field(() => DecimalScalar, { description: 'The least that can be taken at once, in base units; 0: any.' })
  minimumTake: string;
  @Field(() => Int, { description: 'By how many per cent two scales may differ before somebody must say why.' })
  tolerancePercent: number;
  @Field({ description: 'What else takers should know.' }) description: string;
  @Field(() => MaterialLotStateEnum, { description: 'Where the lot stands.' }) state: MaterialLotState;
  @Field(() => Date, { description: 'When it was published.' }) publishedAt: Date;
  @Field(() => [MaterialLotActionEnum], { description: 'What you may do with it now.' }) actions: MaterialLotAction[];
  @Field(() => Int, {
    nullable: true,
    description: 'Metres from the place that the list was asked for; null elsewhere.',
  })
  distanceM: number | null;

  /** For extension fields only; not part of the API. */
  certificateFileIds: string[];
  enterpriseId: string;
  kindId: string;
  regionId: string;
}

@ObjectType('MaterialCertificate', {
  description: 'The image of a quality certificate; `GET /material-lots/<lot>/certificates/<id>` has its bytes.',
})
export class MaterialCertificateView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'image/png, image/jpeg or application/pdf.' }) mediaType: string;
  @Field(() => Int, { description: 'How many bytes it has.' }) byteCount: number;
  @Field({ description: 'SHA-256 of its bytes, hexadecimal.' }) sha256: string;
  @Field({ description: 'When it was handed in.' }) createdAt: Date;
}

export function toMaterialCertificateView(file: FileFacts): MaterialCertificateView {
  const { id, mediaType, byteCount, sha256, createdAt } = file;
  return { id, mediaType, byteCount, sha256, createdAt };
}

export const MaterialLotConnection = ConnectionOf(MaterialLotView, 'MaterialLot');

export function toMaterialLotView(
  lot: MaterialLot,
  viewer: Viewer,
  today: string,
  distanceM: number | null = null,
): MaterialLotView {
  const { id, grade, siteName, latitude, longitude, terms, priceUnit, loanDays, availableUntil, description } = lot;
  const { state, publishedAt, enterpriseId, kindId, regionId, tolerancePercent, certificateFileIds } = lot;
  return {
    ...{ id, grade, siteName, latitude, longitude, terms, priceUnit, loanDays, availableUntil, description },
    ...{ state, publishedAt, enterpriseId, kindId, regionId, tolerancePercent, certificateFileIds, distanceM },
    quantity: plain(lot.quantity),
    fenPerUnit: lot.priceFen,
    priceFactor: lot.priceFactor === null ? null : plain(lot.priceFactor),
    minimumTake: plain(lot.minimumTake),
    actions: lotActions(lot, viewer, today),
  };
}

function lotActions(lot: MaterialLot, viewer: Viewer, today: string): MaterialLotAction[] {
  if (viewer.kind !== 'enterprise' || !mayWriteMaterials(viewer)) return [];
  if (viewer.enterpriseId === lot.enterpriseId)
    return materialLotTransitions[lot.state].includes('closed') ? ['withdraw'] : [];
  return lot.state === 'open' && !isPast(lot, today) ? ['reserve'] : [];
}

export function toMaterialStockView(balances: Balances | undefined): MaterialStockView {
  const of = (type: Parameters<typeof balanceOf>[1]): string => plain(balanceOf(balances, type));
  return {
    available: of('on_hand'),
    reserved: of('reserved'),
    delivered: of('delivered'),
    received: of('received'),
    onLoan: plain(balanceOf(balances, 'on_loan').plus(balanceOf(balances, 'returning'))),
    returned: of('returned'),
    shortfall: of('shortfall'),
  };
}
