import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person has read of an emergency opening of the couple's record. */
@Entity('emergency_seen')
export class EmergencySeenRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('uuid', { name: 'glass_id' })
  glassId!: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
}
