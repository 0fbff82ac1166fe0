import { Module } from '@nestjs/common';
import { AccountNoticesModule } from './account-notices.module.js';
import { AccountLettersService } from './account-letters.service.js';
import { AccountRenewalService } from './account-renewal.service.js';
import { AccountTrace } from './account-trace.js';
import { AttemptLimitsService } from './attempt-limits.service.js';
import { BlindIndex } from './blind-index.js';
import { ClientAccountRepository } from './client-account.repository.js';
import { ClientAccountsService } from './client-accounts.service.js';
import { ClinicSetupService } from './clinic-setup.service.js';
import { EnrolmentSeeds } from './enrolment-seeds.js';
import { ClientEntryService } from './client-entry.service.js';
import { ClientWaysService } from './client-ways.service.js';
import { deviceControllers, deviceParts } from './device/device-parts.js';
import { DevicePinRepository } from './device/device-pin.repository.js';
import { DevicePinStrategy } from './device/device-pin.strategy.js';
import { DeviceSessionService } from './device/device-session.service.js';
import { HomeDoorController } from './home-door.controller.js';
import { KnownDevices } from './known-devices.js';
import { PassphraseStepUpService } from './passphrase-step-up.service.js';
import { PersonRecords } from './person-records.js';
import { passkeyControllers, passkeyParts } from './passkeys/passkey-parts.js';
import { ExistingAccount } from './existing-account.js';
import { FirstOwner } from './first-owner.js';
import { FirstRunController } from './first-run.controller.js';
import { FirstRunService } from './first-run.service.js';
import { JoiningAccountService } from './joining-account.service.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnDevicesService } from './own-devices.service.js';
import { OwnMembership } from './own-membership.js';
import { OwnPlacesRepository } from './own-places.repository.js';
import { OwnSecrets } from './own-secrets.js';
import { ownWaysControllers, ownWaysParts } from './own-ways/own-ways-parts.js';
import { OwnProfileRepository } from './own-profile.repository.js';
import { OwnProfileService } from './own-profile.service.js';
import { PassphraseStrategy } from './passphrase.strategy.js';
import { PasswordHasher } from './password-hasher.js';
import { PersonSessionController } from './person-session.controller.js';
import { PersonSessionService } from './person-session.service.js';
import { SharedDevices } from './shared-device/shared-devices.service.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SetupTokenRepository } from './setup-token.repository.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffDirectoryService } from './staff-directory.service.js';
import { StaffMemberRepository } from './staff-member.repository.js';
import { StaffPasswordStrategy } from './staff-password.strategy.js';
import { StaffRecoveryStrategy } from './staff-recovery.strategy.js';
import { StaffSessionController } from './staff-session.controller.js';
import { StaffSessionService } from './staff-session.service.js';
import { StaffSignInService } from './staff-sign-in.service.js';
import { StaffTotpStrategy } from './staff-totp.strategy.js';
import { TotpSeeds } from './totp-seeds.js';

/** Who may come in: accounts, their proofs, and signing in and out. */
@Module({
  imports: [AccountNoticesModule],
  controllers: [
    ...[StaffSessionController, OwnAccountController, FirstRunController, PersonSessionController],
    ...[HomeDoorController, ...passkeyControllers, ...ownWaysControllers, ...deviceControllers],
  ],
  providers: [
    ...[BlindIndex, PasswordHasher, TotpSeeds, RecoveryCodes, EnrolmentSeeds],
    ...[
      OwnPlacesRepository,
      SetupTokenRepository,
      OwnMembership,
      OwnSecrets,
      AccountTrace,
      FirstOwner,
      ExistingAccount,
    ],
    ...[StaffAccountRepository, StaffMemberRepository, ClientAccountRepository, OwnProfileRepository],
    ...[StaffPasswordStrategy, StaffTotpStrategy, StaffRecoveryStrategy, PassphraseStrategy],
    ...[StaffSignInService, StaffSessionService, PersonSessionService],
    ...[DevicePinRepository, DevicePinStrategy, DeviceSessionService, KnownDevices, PersonRecords],
    ...[
      PassphraseStepUpService,
      ClientWaysService,
      ClientEntryService,
      ...passkeyParts,
      ...ownWaysParts,
      ...deviceParts,
    ],
    ...[OwnAccountService, OwnDevicesService, FirstRunService, JoiningAccountService],
    ...[AccountRenewalService, AccountLettersService],
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
    StaffAccountsService,
    JoiningAccountService,
    AccountRenewalService,
    AccountLettersService,
    SharedDevices,
    StaffDirectoryService,
    ClientAccountsService,
    ClientWaysService,
    ClientEntryService,
    ClinicSetupService,
    OwnProfileService,
  ],
})
export class IdentityModule {}
