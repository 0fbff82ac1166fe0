import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The disclosure process of a couple: its state and dates, no words. */
@Entity('disclosure_process')
export class DisclosureProcess {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  state!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  /** Null where one of the two people said no before it began. */
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy!: string | null;

  @Column('timestamptz', { name: 'session_at', nullable: true })
  sessionAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** Since when it is in its state. */
  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('integer')
  version!: number;
}
