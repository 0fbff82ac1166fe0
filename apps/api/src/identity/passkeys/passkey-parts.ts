import { ClientPasskeyRepository } from './client-passkey.repository.js';
import { ClientPasskeys } from './client-passkeys.js';
import { OwnPasskeyRecords } from './own-passkey-records.js';
import { OwnPasskeysController } from './own-passkeys.controller.js';
import { OwnPasskeysService } from './own-passkeys.service.js';
import { PasskeyChallengeRepository } from './passkey-challenge.repository.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PasskeySites } from './passkey-site.js';
import { PersonPasskeySessionService } from './person-passkey-session.service.js';
import { PersonPasskeyStrategy } from './person-passkey.strategy.js';
import { StaffPasskeyController } from './staff-passkey.controller.js';
import { StaffPasskeyRepository } from './staff-passkey.repository.js';
import { StaffPasskeySessionService } from './staff-passkey-session.service.js';
import { StaffPasskeyStrategy } from './staff-passkey.strategy.js';

/** What the identity module takes from this folder. */
export const passkeyControllers = [StaffPasskeyController, OwnPasskeysController];

export const passkeyParts = [
  ...[PasskeySites, PasskeyChallengeRepository, PasskeyChallenges],
  ...[StaffPasskeyRepository, StaffPasskeyStrategy, StaffPasskeySessionService],
  ...[OwnPasskeyRecords, OwnPasskeysService],
  ...[ClientPasskeyRepository, PersonPasskeyStrategy, ClientPasskeys, PersonPasskeySessionService],
];
