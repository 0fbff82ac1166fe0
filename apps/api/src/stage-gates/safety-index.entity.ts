import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One week of a person's safety index: the sum in plain, the answers sealed. */
@Entity('safety_index')
export class SafetyIndexRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('date')
  week!: string;

  @Column('smallint', { name: 'item_sum' })
  itemSum!: number;

  @Column('smallint')
  answered!: number;

  @Column('boolean')
  alarm!: boolean;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
