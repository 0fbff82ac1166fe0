import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a released question was closed on the recovering side; the answer itself stands in the document. */
@Entity('question_answer')
export class QuestionAnswerRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'question_id' })
  questionId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  outcome!: string;

  @Column('boolean', { name: 'reason_discussed' })
  reasonDiscussed!: boolean;

  @Column('uuid', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;

  @Column('integer')
  version!: number;
}
