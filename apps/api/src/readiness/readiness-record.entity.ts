import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated fact that a clinician put on record about one person, with a sealed note behind the wall of their side. */
@Entity('readiness_record')
export class ReadinessRecord {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  topic!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea', { name: 'note_sealed', nullable: true })
  noteSealed!: Buffer | null;
}
