import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A plain mark about how a person comes in: somebody else uses the device, or a new link is wanted. */
@Entity('device_sign')
export class DeviceSign {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @Column('timestamptz')
  since!: Date;
}
