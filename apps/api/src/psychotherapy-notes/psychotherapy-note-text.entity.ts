import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One text of a note, sealed under the key of its author and couple. Only ever added. */
@Entity('psychotherapy_note_text')
export class PsychotherapyNoteText {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'note_id' })
  noteId!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('integer')
  revision!: number;

  @Column('integer')
  characters!: number;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;
}
