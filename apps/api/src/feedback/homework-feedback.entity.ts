import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Words of a therapist to the person who handed an exercise in, under that person's key. */
@Entity('homework_feedback')
export class HomeworkFeedback {
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

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}
