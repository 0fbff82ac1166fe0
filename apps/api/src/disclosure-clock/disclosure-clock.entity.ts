import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a couple is looked at again by the clock. */
@Entity('disclosure_clock')
export class DisclosureClockRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;
}
