import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a step was taken, as a class without words; seen on the side that flagged it. */
@Entity('disclosure_reason')
export class DisclosureReason {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text', { nullable: true })
  side!: string | null;

  @Column('text', { name: 'reason_class' })
  reasonClass!: string;
}
