import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of a disclosure that was taken, or asked for and refused; no words. What is nullable belongs to taken ones. */
@Entity('disclosure_event')
export class DisclosureEvent {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'process_id', nullable: true })
  processId!: string | null;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  event!: string;

  @Column('text', { name: 'from_state' })
  fromState!: string;

  @Column('text', { name: 'to_state' })
  toState!: string;

  @Column('text', { name: 'refused_guards', array: true })
  refusedGuards!: string[];

  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_role' })
  actorRole!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'acting_role', nullable: true })
  actingRole!: string | null;

  @Column('uuid', { name: 'co_signer', nullable: true })
  coSigner!: string | null;

  @Column('smallint', { name: 'table_row', nullable: true })
  tableRow!: number | null;

  @Column('text', { name: 'met_guards', array: true, nullable: true })
  metGuards!: string[] | null;

  @Column('text', { nullable: true })
  zone!: string | null;

  @Column('text', { name: 'consent_version_rp', nullable: true })
  consentVersionRp!: string | null;

  @Column('text', { name: 'consent_version_bp', nullable: true })
  consentVersionBp!: string | null;

  @Column('integer', { name: 'draft_version', nullable: true })
  draftVersion!: number | null;
}
