import { Module } from '@nestjs/common';
import { AttemptLimitsService } from './attempt-limits.service.js';
import { BlindIndex } from './blind-index.js';
import { ClientAccountRepository } from './client-account.repository.js';
import { ClientAccountsService } from './client-accounts.service.js';
import { ClinicSetupService } from './clinic-setup.service.js';
import { OwnProfileRepository } from './own-profile.repository.js';
import { OwnProfileService } from './own-profile.service.js';
import { PassphraseStrategy } from './passphrase.strategy.js';
import { PasswordHasher } from './password-hasher.js';
import { PersonSessionController } from './person-session.controller.js';
import { PersonSessionService } from './person-session.service.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffDirectoryService } from './staff-directory.service.js';
import { StaffMemberRepository } from './staff-member.repository.js';
import { StaffPasswordStrategy } from './staff-password.strategy.js';
import { StaffSessionController } from './staff-session.controller.js';
import { StaffSessionService } from './staff-session.service.js';
import { StaffSignInService } from './staff-sign-in.service.js';
import { StaffTotpStrategy } from './staff-totp.strategy.js';
import { TotpSeeds } from './totp-seeds.js';

/** Who may come in: accounts, their proofs, and signing in and out. */
@Module({
  controllers: [StaffSessionController, PersonSessionController],
  providers: [
    ...[BlindIndex, PasswordHasher, TotpSeeds],
    ...[StaffAccountRepository, StaffMemberRepository, ClientAccountRepository, OwnProfileRepository],
    ...[StaffPasswordStrategy, StaffTotpStrategy, PassphraseStrategy],
    ...[StaffSignInService, StaffSessionService, PersonSessionService],
    ...[
      AttemptLimitsService,
      StaffAccountsService,
      StaffDirectoryService,
      ClientAccountsService,
      ClinicSetupService,
      OwnProfileService,
    ],
  ],
  exports: [
    AttemptLimitsService,
    StaffDirectoryService,
    ClientAccountsService,
    ClinicSetupService,
    OwnProfileService,
  ],
})
export class IdentityModule {}
