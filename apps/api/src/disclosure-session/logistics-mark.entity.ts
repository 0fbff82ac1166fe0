import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the arrangements, confirmed by whoever has to. */
@Entity('logistics_mark')
export class LogisticsMarkRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'appointment_id' })
  appointmentId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  line!: string;

  @Column('text', { name: 'confirmed_by' })
  confirmedBy!: string;

  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('timestamptz')
  at!: Date;
}
