import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlertKind, AlertSeverity } from './alert.rules.js';
import type { AlertState } from './alert.states.js';

export type AlertSplit = 'region' | 'occupation' | 'industry' | 'size';

@Entity('alert_rule')
export class AlertRule {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bureauId: string;
  @Column('text', { nullable: true }) shippedAs: string | null;
  @Column('text') name: string;
  @Column('text') indicator: string;
  @Column('text') regionId: string;
  @Column('text', { nullable: true }) occupationId: string | null;
  @Column('text', { nullable: true }) industryId: string | null;
  @Column('text', { nullable: true }) splitBy: AlertSplit | null;
  @Column('text') kind: AlertKind;
  @Column('boolean') isAbove: boolean;
  @Column('float8') bound: number;
  @Column('float8') releaseAt: number;
  @Column('float8') least: number;
  @Column('smallint') days: number;
  @Column('text') severity: AlertSeverity;
  @Column('smallint', { nullable: true }) escalateHours: number | null;
  @Column('boolean') isOn: boolean;
  @Column('timestamptz') createdAt: Date;
}

@Entity('alert')
export class Alert {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ruleId: string;
  @Column('uuid') bureauId: string;
  @Column('text') partId: string;
  @Column('text') state: AlertState;
  @Column('float8') reading: number;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
  @Column('uuid', { nullable: true }) assigneeId: string | null;
  @Column('timestamptz', { nullable: true }) escalatedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}

export type AlertAction = 'raised' | 'acknowledged' | 'assigned' | 'escalated' | 'noted' | 'closed';

/** What was done about an alert; rows are written once. */
@Entity('alert_step')
export class AlertStep {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') alertId: string;
  @Column('text') action: AlertAction;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('float8', { nullable: true }) reading: number | null;
  @Column('text') note: string;
  @Column('timestamptz') at: Date;
}
