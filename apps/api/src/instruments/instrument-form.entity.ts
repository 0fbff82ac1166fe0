import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published instrument as the clinic may use it: its copy of the form, and who said that it may. */
@Entity('instrument_form')
export class InstrumentForm {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  language!: string;

  @Column('integer')
  number!: number;

  /** The FHIR R4 Questionnaire as it was brought. */
  @Column('jsonb')
  resource!: object;

  @Column('jsonb', { nullable: true })
  mapping!: object | null;

  @Column('text', { nullable: true })
  copyright!: string | null;

  @Column('uuid', { name: 'attested_by' })
  attestedBy!: string;

  @Column('timestamptz', { name: 'attested_at' })
  attestedAt!: Date;

  @Column('text', { name: 'licence_reference', nullable: true })
  licenceReference!: string | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column('uuid', { name: 'retired_by', nullable: true })
  retiredBy!: string | null;

  @Column('integer')
  version!: number;
}
