import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A write that was carried out, with its answer sealed, so that a repeat gets the same answer and no second effect. */
@Entity('idempotency_record')
export class IdempotencyRecord {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'actor_id' })
  actorId!: string;

  @PrimaryColumn('text')
  route!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('uuid')
  id!: string;

  @Column('bytea', { name: 'request_mac' })
  requestMac!: Buffer;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('bytea', { name: 'response_sealed', nullable: true })
  responseSealed!: Buffer | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
