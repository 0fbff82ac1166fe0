import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a pause came from, behind the wall of its side. */
@Entity('touch_signal')
export class TouchSignalRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'pause_id' })
  pauseId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  trigger!: string;

  @Column('text')
  tells!: string;

  @Column('timestamptz')
  at!: Date;
}
