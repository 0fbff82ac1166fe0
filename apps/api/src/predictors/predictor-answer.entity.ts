import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One rater's answers of one window item by item, sealed for the rater and the rater's own therapist. */
@Entity('predictor_answer')
export class PredictorAnswer {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'rater_id' })
  raterId!: string;

  @Column('text')
  compartment!: string;

  @Column('date', { name: 'window_ends_on' })
  windowEndsOn!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
