import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The time after one session that ended. */
@Entity('aftercare_period')
export class AftercarePeriodRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('timestamptz', { name: 'ended_at' })
  endedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('boolean')
  repeated!: boolean;
}
