import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a clinic draws its lines for one instrument; null is the standard of the list. */
@Entity('instrument_threshold')
export class InstrumentThreshold {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('text')
  code!: string;

  /** The id of a published cut, or the clinic's own value. */
  @Column('jsonb', { nullable: true })
  cut!: string | number | null;

  /** The id of a published change, or the clinic's own deviation and reliability. */
  @Column('jsonb', { nullable: true })
  change!: string | object | null;

  @Column('uuid', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;

  @Column('integer')
  version!: number;
}
