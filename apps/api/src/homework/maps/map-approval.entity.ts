import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One side's therapist agrees that this map may meet the other. */
@Entity('map_approval')
export class MapApproval {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'work_id' })
  workId!: string;

  @PrimaryColumn('text')
  side!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'approved_by' })
  approvedBy!: string;

  @Column('timestamptz', { name: 'approved_at' })
  approvedAt!: Date;
}
