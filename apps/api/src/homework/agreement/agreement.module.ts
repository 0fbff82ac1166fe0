import { Module } from '@nestjs/common';
import { CaseJointWorkRepository } from '../joint/case-joint-work.repository.js';
import { HalvesModule } from '../joint/halves.module.js';
import { AgreementDesk } from './agreement-desk.js';
import { AgreementRepository } from './agreement.repository.js';
import { AgreementsController } from './agreements.controller.js';
import { CaseAgreementService } from './case-agreement.service.js';
import { OwnAgreementService } from './own-agreement.service.js';
import { OwnAgreementsController } from './own-agreements.controller.js';

/** Information agreements with three signatures. */
@Module({
  imports: [HalvesModule],
  controllers: [AgreementsController, OwnAgreementsController],
  providers: [
    AgreementDesk,
    AgreementRepository,
    CaseAgreementService,
    CaseJointWorkRepository,
    OwnAgreementService,
  ],
})
export class AgreementModule {}
