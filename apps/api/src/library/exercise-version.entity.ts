import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a clinic's exercise. A draft is written on; what was published stays as it is. */
@Entity('exercise_version')
export class ExerciseVersion {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'template_id' })
  templateId!: string;

  @Column('text')
  code!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  state!: string;

  /** The sentences of the clinic, about nobody. */
  @Column('jsonb')
  content!: object;

  @Column('uuid', { name: 'saved_by' })
  savedBy!: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Somebody said expressly that words which are pointed out stay. */
  @Column('boolean', { name: 'keeps_words' })
  keepsWords!: boolean;

  @Column('text', { nullable: true })
  copyright!: string | null;

  @Column('uuid', { name: 'attested_by', nullable: true })
  attestedBy!: string | null;

  @Column('timestamptz', { name: 'attested_at', nullable: true })
  attestedAt!: Date | null;

  @Column('text', { name: 'licence_reference', nullable: true })
  licenceReference!: string | null;
}
