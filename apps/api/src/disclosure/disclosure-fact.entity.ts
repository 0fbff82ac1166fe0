import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the process remembers of itself between two steps; for the decision alone. */
@Entity('disclosure_fact')
export class DisclosureFact {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'process_id' })
  processId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('timestamptz', { name: 'ready_until', nullable: true })
  readyUntil!: Date | null;

  @Column('timestamptz', { name: 'recheck_at', nullable: true })
  recheckAt!: Date | null;

  @Column('timestamptz', { name: 'recheck_done_at', nullable: true })
  recheckDoneAt!: Date | null;

  @Column('timestamptz', { name: 'session_ended_at', nullable: true })
  sessionEndedAt!: Date | null;

  @Column('boolean', { name: 'verification_enabled' })
  verificationEnabled!: boolean;

  @Column('boolean', { name: 'verification_agreed' })
  verificationAgreed!: boolean;

  @Column('date', { name: 'turbulence_until', nullable: true })
  turbulenceUntil!: string | null;

  @Column('text', { nullable: true })
  completion!: string | null;

  @Column('boolean', { name: 'joint_work_frozen' })
  jointWorkFrozen!: boolean;

  @Column('boolean', { name: 'sharing_frozen' })
  sharingFrozen!: boolean;

  @Column('text', { name: 'ended_from', nullable: true })
  endedFrom!: string | null;

  @Column('timestamptz', { name: 'ended_session_at', nullable: true })
  endedSessionAt!: Date | null;
}
