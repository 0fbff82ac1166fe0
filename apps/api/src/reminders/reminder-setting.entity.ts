import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of a clinic's intervals; never changed again. */
@Entity('reminder_setting')
export class ReminderSetting {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  own!: Record<string, number>;

  @Column('uuid', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
