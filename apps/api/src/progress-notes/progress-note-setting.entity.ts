import { Column, Entity, PrimaryColumn } from 'typeorm';

/** After how many days a clinic calls a note late. */
@Entity('progress_note_setting')
export class ProgressNoteSetting {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @Column('smallint', { name: 'late_after_days' })
  lateAfterDays!: number;

  @Column('uuid', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;

  @Column('integer')
  version!: number;
}
