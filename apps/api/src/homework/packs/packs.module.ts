import { Module } from '@nestjs/common';
import { PacksController } from './packs.controller.js';
import { PacksRepository } from './packs.repository.js';
import { PacksService } from './packs.service.js';

/** What a clinic gives together, under names of its own. */
@Module({
  controllers: [PacksController],
  providers: [PacksRepository, PacksService],
  exports: [PacksRepository, PacksService],
})
export class PacksModule {}
