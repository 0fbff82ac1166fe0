import { Module } from '@nestjs/common';
import { CaseloadController } from './caseload.controller.js';
import { CaseloadRepository } from './caseload.repository.js';
import { CaseloadService } from './caseload.service.js';
import { CouplesController } from './couples.controller.js';
import { CouplesRepository } from './couples.repository.js';
import { SeparationController } from './separation.controller.js';
import { SeparationRepository } from './separation.repository.js';
import { SeparationService } from './separation.service.js';
import { CouplesService } from './couples.service.js';

@Module({
  controllers: [CaseloadController, CouplesController, SeparationController],
  providers: [
    CaseloadService,
    CaseloadRepository,
    CouplesService,
    CouplesRepository,
    SeparationService,
    SeparationRepository,
  ],
  exports: [CaseloadService, CouplesService],
})
export class CaseloadModule {}
