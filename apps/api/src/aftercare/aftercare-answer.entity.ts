import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person said after the session: a tap, and sealed words. */
@Entity('aftercare_answer')
export class AftercareAnswerRow {
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
  side!: string;

  @Column('text', { nullable: true })
  tap!: string | null;

  @Column('text', { nullable: true })
  risk!: string | null;

  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt!: Date;
}
