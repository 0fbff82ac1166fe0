import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody's wish that a person's record be erased, and what became of it. */
@Entity('erasure_request')
export class ErasureRequest {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('text', { name: 'asked_by_role' })
  askedByRole!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'hold_until' })
  holdUntil!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;
}
