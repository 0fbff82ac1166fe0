import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One exercise of two people: which two tasks belong together, and when both were opened. */
@Entity('joint_work')
export class JointWork {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text', { name: 'template_code' })
  templateCode!: string;

  @Column('integer', { name: 'template_version' })
  templateVersion!: number;

  @Column('text')
  reveal!: string;

  @Column('text', { nullable: true })
  variant!: string | null;

  @Column('uuid', { name: 'rp_task_id', nullable: true })
  rpTaskId!: string | null;

  @Column('uuid', { name: 'bp_task_id', nullable: true })
  bpTaskId!: string | null;

  @Column('date', { name: 'opens_on' })
  opensOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('smallint')
  occurrence!: number;

  @Column('uuid', { name: 'assigned_by' })
  assignedBy!: string;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt!: Date;

  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy!: string | null;

  @Column('timestamptz', { name: 'revealed_at', nullable: true })
  revealedAt!: Date | null;

  @Column('timestamptz', { name: 'talked_at', nullable: true })
  talkedAt!: Date | null;

  @Column('uuid', { name: 'talked_by', nullable: true })
  talkedBy!: string | null;

  @Column('integer')
  version!: number;
}
