import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The submitted words of a task that share one privacy level, sealed. One row per level and revision. */
@Entity('homework_answer')
export class HomeworkAnswer {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  compartment!: string;

  @Column('text')
  privacy!: string;

  @Column('integer')
  revision!: number;

  @Column('integer', { name: 'field_count' })
  fieldCount!: number;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;
}
