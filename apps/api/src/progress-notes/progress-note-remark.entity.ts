import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a colleague said on giving a note back, sealed. */
@Entity('progress_note_remark')
export class ProgressNoteRemark {
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

  @Column('uuid', { name: 'cosigner_id' })
  cosignerId!: string;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
