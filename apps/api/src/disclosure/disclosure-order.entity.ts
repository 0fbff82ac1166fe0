import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A date that the lead ordered and the office may enter. */
@Entity('disclosure_order')
export class DisclosureOrder {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('timestamptz', { name: 'session_at' })
  sessionAt!: Date;

  @Column('timestamptz', { name: 'recheck_at', nullable: true })
  recheckAt!: Date | null;

  @Column('uuid', { name: 'ordered_by' })
  orderedBy!: string;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt!: Date;

  @Column('integer')
  version!: number;
}
