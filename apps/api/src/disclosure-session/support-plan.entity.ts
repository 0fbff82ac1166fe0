import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One form of one person’s plan for the day, sealed under their own key. */
@Entity('support_plan')
export class SupportPlan {
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
  form!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('integer')
  version!: number;
}
