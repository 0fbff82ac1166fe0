import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that is counted of a person, on a day: what an exercise said, or a tick. Never words, never a time. */
@Entity('counted_act')
export class CountedAct {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('smallint', { nullable: true })
  amount!: number | null;

  @Column('uuid', { name: 'task_id', nullable: true })
  taskId!: string | null;
}
