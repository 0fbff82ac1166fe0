import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One occurrence of an exercise for one person: its status, never its words. */
@Entity('homework_task')
export class HomeworkTask {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  compartment!: string;

  @Column('text', { name: 'template_code' })
  templateCode!: string;

  @Column('integer', { name: 'template_version' })
  templateVersion!: number;

  @Column('text')
  privacy!: string;

  @Column('text')
  state!: string;

  /** First local day on which it may be done; `occurrence` counts those that share a due day. */
  @Column('date', { name: 'opens_on' })
  opensOn!: string;

  @Column('smallint')
  occurrence!: number;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('uuid', { name: 'assigned_by' })
  assignedBy!: string;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt!: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('timestamptz', { name: 'too_hard_at', nullable: true })
  tooHardAt!: Date | null;

  /** Set on submission by the answers that ask for attention to safety; seen by the author's own therapists only. */
  @Column('boolean', { name: 'risk_raised' })
  riskRaised!: boolean;

  /** An answer that the author's therapist asked to hear of, without alarm. */
  @Column('boolean')
  noticed!: boolean;

  /** It was talked about in a session. */
  @Column('timestamptz', { name: 'talked_at', nullable: true })
  talkedAt!: Date | null;

  /** The author's therapist asks to go over it once more; a new revision answers that. */
  @Column('timestamptz', { name: 'revision_asked_at', nullable: true })
  revisionAskedAt!: Date | null;

  /** A therapist has seen that it was put aside. */
  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt!: Date | null;

  /** The plan that it is a place of. */
  @Column('uuid', { name: 'plan_id', nullable: true })
  planId!: string | null;

  /** Asked for, and so counted; not what is open for whenever it is needed. */
  @Column('boolean')
  expected!: boolean;

  /** Taken back by a pause, an end or another rhythm; it counts for nobody. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('integer')
  version!: number;
}
