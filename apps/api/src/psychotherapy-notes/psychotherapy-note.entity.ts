import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A therapist's private note on a couple: its dates and length. Its author alone finds it, by row-level security too. */
@Entity('psychotherapy_note')
export class PsychotherapyNote {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('date', { name: 'session_on', nullable: true })
  sessionOn!: string | null;

  @Column('integer')
  revision!: number;

  @Column('integer')
  characters!: number;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('integer')
  version!: number;
}
