import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was left out, in the words of the recovering person, sealed. */
@Entity('correction_note')
export class CorrectionNoteRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'correction_id' })
  correctionId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;
}
