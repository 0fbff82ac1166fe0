import { Module } from '@nestjs/common';
import { CoverController } from './cover.controller.js';
import { CoverRepository } from './cover.repository.js';
import { CoverService } from './cover.service.js';

/** The cover rota. */
@Module({
  controllers: [CoverController],
  providers: [CoverService, CoverRepository],
  exports: [CoverService],
})
export class CoverModule {}
