import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MaterialTransferState } from './material-transfer.states.js';

export type ReleasedBy = 'owner' | 'receiver' | 'expiry';

/** Amounts in fen are whole numbers that JSON carries exactly. */
const fen = {
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
  to: (value: number | null): number | null => value,
};

/** What the two said of a transfer; where the goods are only the ledger says. Quantities are in base units. */
@Entity('material_transfer')
export class MaterialTransfer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lotId: string;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('uuid') ownerId: string;
  @Column('uuid') receiverId: string;
  @Column('numeric') quantity: string;
  @Column('text') state: MaterialTransferState;
  @Column('timestamptz') reservedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('text', { nullable: true }) releasedBy: ReleasedBy | null;
  @Column('text', { nullable: true }) releaseReason: string | null;
  @Column('numeric', { nullable: true }) deliveredQuantity: string | null;
  @Column('text', { nullable: true }) deliveryNote: string | null;
  @Column('text', { nullable: true }) deviationReason: string | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('numeric', { nullable: true }) claimedQuantity: string | null;
  @Column('text', { nullable: true }) disputeReason: string | null;
  @Column('numeric', { nullable: true }) offeredQuantity: string | null;
  @Column('text', { nullable: true }) offerNote: string | null;
  @Column('numeric', { nullable: true }) acceptedQuantity: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('bigint', { nullable: true, transformer: fen }) invoiceFen: number | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  /** Who named the price of what will not come back; settled when the other names the same. */
  @Column('uuid', { nullable: true }) shortfallBy: string | null;
  @Column('numeric', { nullable: true }) shortfallQuantity: string | null;
  @Column('bigint', { nullable: true, transformer: fen }) shortfallFen: number | null;
  @Column('timestamptz', { nullable: true }) shortfallSettledAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
