import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pause of the touch exercises, for both people. */
@Entity('touch_pause')
export class TouchPause {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'last_signal_at' })
  lastSignalAt!: Date;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;

  @Column('uuid', { name: 'lifted_by', nullable: true })
  liftedBy!: string | null;
}
