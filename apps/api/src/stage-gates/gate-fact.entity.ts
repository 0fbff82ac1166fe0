import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a clinician put on record for the gates, its note sealed. */
@Entity('gate_fact')
export class GateFact {
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

  @Column('text')
  outcome!: string;

  @Column('smallint', { array: true })
  amounts!: number[];

  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('date', { name: 'compared_with', nullable: true })
  comparedWith!: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea', { name: 'note_sealed', nullable: true })
  noteSealed!: Buffer | null;
}
