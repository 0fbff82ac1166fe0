import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the partner wants to hear about one kind of information. Null once the wish was taken back. */
@Entity('information_wish')
export class InformationWishRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  category!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text', { nullable: true })
  wish!: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('integer')
  version!: number;
}
