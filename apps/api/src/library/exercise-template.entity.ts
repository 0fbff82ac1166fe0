import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An exercise that the clinic wrote: its code, and whether it is still given. Its sentences are in the versions. */
@Entity('exercise_template')
export class ExerciseTemplate {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column('uuid', { name: 'retired_by', nullable: true })
  retiredBy!: string | null;

  @Column('text', { name: 'retire_reason', nullable: true })
  retireReason!: string | null;

  @Column('integer')
  version!: number;
}
