import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the partner's own therapist says to a question, sealed; never part of what is released. */
@Entity('question_advice')
export class QuestionAdvice {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'question_id' })
  questionId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('uuid', { name: 'advised_by' })
  advisedBy!: string;

  @Column('timestamptz', { name: 'advised_at' })
  advisedAt!: Date;
}
