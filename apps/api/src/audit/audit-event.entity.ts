import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act, allowed or refused. Only role audit reads rows back; sequence and hash are given when a chain is sealed. */
@Entity('audit_event')
export class AuditEvent {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_role' })
  actorRole!: string;

  @Column('text')
  action!: string;

  @Column('text')
  resource!: string;

  @Column('uuid', { name: 'resource_id', nullable: true })
  resourceId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text')
  decision!: string;

  @Column('text', { name: 'reason_code', nullable: true })
  reasonCode!: string | null;

  @Column('uuid', { name: 'correlation_id' })
  correlationId!: string;

  @Column('bigint', { nullable: true })
  seq!: string | null;

  @Column('bytea', { name: 'prev_hash', nullable: true })
  prevHash!: Buffer | null;

  @Column('bytea', { nullable: true })
  hash!: Buffer | null;
}
