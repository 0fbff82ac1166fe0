import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One predictor of one fortnight as it was computed, exact; the newest has no `supersededAt`. */
@Entity('predictor_reading')
export class PredictorReadingRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('date', { name: 'window_from' })
  windowFrom!: string;

  @Column('date', { name: 'window_ends_on' })
  windowEndsOn!: string;

  @Column('text')
  predictor!: string;

  @Column('text', { nullable: true })
  composite!: string | null;

  @Column('text')
  kind!: string;

  @Column('text', { array: true })
  sources!: string[];

  @Column('jsonb')
  scores!: unknown;

  @Column('jsonb')
  counts!: unknown;

  @Column('smallint', { name: 'n_expected' })
  nExpected!: number;

  @Column('text', { name: 'n_done' })
  nDone!: string;

  @Column('text', { name: 'weights_version' })
  weightsVersion!: string;

  @Column('text', { name: 'item_set_version' })
  itemSetVersion!: string;

  @Column('timestamptz', { name: 'computed_at' })
  computedAt!: Date;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt!: Date | null;
}
