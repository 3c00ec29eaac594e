import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that takes push messages for the account that is logged in on it. */
@Entity('push_device')
export class PushDevice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid') sessionId: string;
  /** Whoever knows it can write to the device: never shown, never logged. */
  @Column('text') endpoint: string;
  @Column('text') p256dh: string;
  @Column('text') auth: string;
  @Column('timestamptz') createdAt: Date;
}
