import { Module } from '@nestjs/common';
import { DisclosureLog } from './disclosure-log.js';
import { DisclosureController } from './disclosure.controller.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { DisclosureService } from './disclosure.service.js';

@Module({
  controllers: [DisclosureController],
  providers: [DisclosureService, DisclosureLog, DisclosureRepository],
  exports: [DisclosureService],
})
export class DisclosureModule {}
