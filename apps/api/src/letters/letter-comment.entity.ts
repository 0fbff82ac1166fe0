import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the author's own therapist says to a revision, sealed under the key of the letter. */
@Entity('letter_comment')
export class LetterComment {
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

  @Column('bytea')
  sealed!: Buffer;

  @Column('uuid', { name: 'written_by' })
  writtenBy!: string;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;
}
