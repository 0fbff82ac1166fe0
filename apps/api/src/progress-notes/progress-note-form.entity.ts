import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One draft of a form of the clinic. It never changes; the next one has another number. */
@Entity('progress_note_form')
export class ProgressNoteForm {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  name!: string;

  @Column('jsonb')
  parts!: unknown;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
