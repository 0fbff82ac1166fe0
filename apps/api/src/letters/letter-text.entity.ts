import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sealed text of a letter. Revision 0 is the draft that is being written, its author's alone. */
@Entity('letter_text')
export class LetterText {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'letter_id' })
  letterId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('integer')
  revision!: number;

  @Column('integer')
  characters!: number;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;
}
