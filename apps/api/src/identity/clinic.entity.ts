import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('clinic')
export class Clinic {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text')
  phone!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
