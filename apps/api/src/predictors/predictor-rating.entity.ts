import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sum of one rater's answers to one predictor in one window. */
@Entity('predictor_rating')
export class PredictorRating {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('date', { name: 'window_ends_on' })
  windowEndsOn!: string;

  @Column('text')
  source!: string;

  @Column('uuid', { name: 'rater_id' })
  raterId!: string;

  @Column('text')
  predictor!: string;

  /** Sum of the answered items, 0 to 4 each, reversal applied. */
  @Column('smallint', { name: 'item_sum' })
  itemSum!: number;

  @Column('smallint')
  answered!: number;

  @Column('text', { name: 'item_set_version' })
  itemSetVersion!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
