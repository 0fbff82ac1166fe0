import { asClinicId } from '@trellis/domain';

/** Fixed, so that a start in production can tell a database that holds the demo clinic. */
export const demoClinicId = asClinicId('7e115000-0000-4000-8000-000000000001');
