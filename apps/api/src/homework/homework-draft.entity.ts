import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The words of a task as last saved, sealed whole. Its author alone reads it, by row-level security too. */
@Entity('homework_draft')
export class HomeworkDraft {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;
}
