import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody of the care team gathered the dates of a couple. */
@Entity('date_check')
export class DateCheck {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'checked_by' })
  checkedBy!: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;
}
