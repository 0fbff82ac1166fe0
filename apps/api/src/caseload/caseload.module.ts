import { Module } from '@nestjs/common';
import { CaseloadController } from './caseload.controller.js';
import { CaseloadRepository } from './caseload.repository.js';
import { CaseloadService } from './caseload.service.js';
import { CouplesController } from './couples.controller.js';
import { CouplesRepository } from './couples.repository.js';
import { CouplesService } from './couples.service.js';

@Module({
  controllers: [CaseloadController, CouplesController],
  providers: [CaseloadService, CaseloadRepository, CouplesService, CouplesRepository],
  exports: [CaseloadService, CouplesService],
})
export class CaseloadModule {}
