import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session as stored: the hash of its id, never the id itself. */
@Entity('session')
export class Session {
  @PrimaryColumn('bytea', { name: 'id_hash' })
  idHash!: Buffer;

  @Column('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @Column('text')
  surface!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  role!: string;

  @Column('text')
  level!: string;

  @Column('bytea', { name: 'csrf_secret' })
  csrfSecret!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'step_up_at', nullable: true })
  stepUpAt!: Date | null;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;

  @Column('integer', { name: 'idle_seconds' })
  idleSeconds!: number;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('text')
  device!: string;
}
