import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person in treatment. Names and pronouns are plain under row-level security. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  pronouns!: string;

  @Column('text')
  language!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;
}
