import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which one exercise of a person rests, or all of them. */
@Entity('homework_rest')
export class HomeworkRest {
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

  @Column('uuid', { name: 'plan_id', nullable: true })
  planId!: string | null;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'from_on' })
  fromOn!: string;

  @Column('date', { name: 'to_on', nullable: true })
  toOn!: string | null;

  @Column('boolean')
  cancelled!: boolean;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('integer')
  version!: number;
}
