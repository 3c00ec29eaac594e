import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A head that can be placed; who it is stands in worker_person. */
@Entity('worker')
export class Worker {
  @PrimaryColumn('uuid')
  id: string;

  /** Null: idle on their own, so every deal is direct. */
  @Column('uuid', { nullable: true })
  homeEnterpriseId: string | null;

  @Column('text')
  regionId: string;

  @Column('double precision')
  latitude: number;

  @Column('double precision')
  longitude: number;

  @Column('smallint', { nullable: true })
  rating: number | null;

  @Column('timestamptz')
  createdAt: Date;
}

@Entity('worker_skill')
export class WorkerSkill {
  @PrimaryColumn('uuid')
  workerId: string;

  @PrimaryColumn('text')
  occupationId: string;

  /** 1 to 5, the highest. */
  @Column('smallint')
  level: number;
}

@Entity('worker_certificate')
export class WorkerCertificate {
  @PrimaryColumn('uuid')
  workerId: string;

  @PrimaryColumn('text')
  certificateCode: string;

  @Column('date')
  validUntil: string;
}
