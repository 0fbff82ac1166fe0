import { Module } from '@nestjs/common';
import { ErasingService } from './erasing.service.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureService } from './erasure.service.js';
import { ErasureNoticesModule } from './erasure-notices.module.js';
import { ErasureTrace } from './erasure-trace.js';
import { OwnErasureController } from './own-erasure.controller.js';
import { OwnErasureService } from './own-erasure.service.js';

/** People whose record is to be erased: asked for, approved by two, carried out. */
@Module({
  imports: [ErasureNoticesModule],
  controllers: [ErasureController, OwnErasureController],
  providers: [ErasureRepository, ErasureService, ErasureTrace, ErasingService, OwnErasureService],
})
export class ErasureModule {}
