import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The moments at which a partner released the whole list of questions, at which it was passed on, and at which another
 * disclosure put it away; no words.
 */
@Entity('question_list')
export class QuestionList {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('timestamptz', { name: 'released_at' })
  releasedAt!: Date;

  @Column('timestamptz', { name: 'passed_on_at', nullable: true })
  passedOnAt!: Date | null;

  @Column('uuid', { name: 'passed_on_by', nullable: true })
  passedOnBy!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'put_away_at', nullable: true })
  putAwayAt!: Date | null;
}
