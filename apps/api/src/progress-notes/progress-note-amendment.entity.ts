import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was put right beside a signed note, with its reason, sealed. */
@Entity('progress_note_amendment')
export class ProgressNoteAmendment {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'note_id' })
  noteId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
