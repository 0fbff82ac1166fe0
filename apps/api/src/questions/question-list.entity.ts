import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The moment at which a partner released the whole list of questions, and at which it was passed on; no words. */
@Entity('question_list')
export class QuestionList {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'released_at' })
  releasedAt!: Date;

  @Column('timestamptz', { name: 'passed_on_at', nullable: true })
  passedOnAt!: Date | null;

  @Column('uuid', { name: 'passed_on_by', nullable: true })
  passedOnBy!: string | null;

  @Column('integer')
  version!: number;
}
