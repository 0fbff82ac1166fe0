import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who stands in for whom, and when. A cancelled entry counts no longer and stays as a record. */
@Entity('cover')
export class CoverRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('uuid', { name: 'covered_by' })
  coveredBy!: string;

  @Column('timestamptz', { name: 'from_at' })
  fromAt!: Date;

  @Column('timestamptz', { name: 'to_at' })
  toAt!: Date;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;
}
