import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of a disclosure that was taken, or asked for and refused; no words. */
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
}
