import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The clock of an exercise that two people do in turns. It says nothing of who moved it. */
@Entity('joint_turns')
export class JointTurns {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'work_id' })
  workId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  first!: string;

  @Column('text')
  state!: string;

  @Column('smallint')
  turn!: number;

  @Column('integer', { name: 'ran_ms' })
  ranMs!: number;

  @Column('timestamptz', { name: 'running_since', nullable: true })
  runningSince!: Date | null;

  @Column('integer')
  version!: number;
}
