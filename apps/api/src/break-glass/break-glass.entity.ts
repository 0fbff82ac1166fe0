import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One emergency reading. Why it was opened is sealed under a key of its opener. */
@Entity('break_glass')
export class BreakGlassRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed!: Buffer;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** When the owners were reminded of its review. */
  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt!: Date | null;
}
