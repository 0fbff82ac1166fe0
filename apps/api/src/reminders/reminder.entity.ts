import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reminder that was made: its name keeps it from being made again. Ids and days only. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  about!: string;

  @Column('text', { array: true })
  grounds!: string[];

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
