import { CreateContext1700000000000 } from './1700000000000-create-context.js';
import { CreateClinicAndPeople1700000001000 } from './1700000001000-create-clinic-and-people.js';
import { CreateIdentity1700000002000 } from './1700000002000-create-identity.js';
import { CreateRecords1700000003000 } from './1700000003000-create-records.js';
import { CreateHomework1700000004000 } from './1700000004000-create-homework.js';
import { CreatePredictors1700000005000 } from './1700000005000-create-predictors.js';
import { CreateDisclosure1700000006000 } from './1700000006000-create-disclosure.js';
import { CreateReports1700000007000 } from './1700000007000-create-reports.js';
import { ChainAudit1700000008000 } from './1700000008000-chain-audit.js';
import { CreateStaffIdentity1700000009000 } from './1700000009000-create-staff-identity.js';
import { RecordTransitions1700000010000 } from './1700000010000-record-transitions.js';
import { CreateEmergencyAndCover1700000011000 } from './1700000011000-create-emergency-and-cover.js';
import { CreateReleases1700000012000 } from './1700000012000-create-releases.js';
import { CreatePasskeys1700000014000 } from './1700000014000-create-passkeys.js';
import { CreateNotes1700000013000 } from './1700000013000-create-notes.js';
import { RotateAndErase1700000015000 } from './1700000015000-rotate-and-erase.js';
import { WidenHomework1700000024000 } from './1700000024000-widen-homework.js';

/** Every migration in the order it runs. */
export const migrations = [
  CreateContext1700000000000,
  CreateClinicAndPeople1700000001000,
  CreateIdentity1700000002000,
  CreateRecords1700000003000,
  CreateHomework1700000004000,
  CreatePredictors1700000005000,
  CreateDisclosure1700000006000,
  CreateReports1700000007000,
  ChainAudit1700000008000,
  CreateStaffIdentity1700000009000,
  RecordTransitions1700000010000,
  CreateEmergencyAndCover1700000011000,
  CreateReleases1700000012000,
  CreateNotes1700000013000,
  CreatePasskeys1700000014000,
  RotateAndErase1700000015000,
  WidenHomework1700000024000,
];
