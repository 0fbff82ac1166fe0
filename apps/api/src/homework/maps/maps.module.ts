import { Module } from '@nestjs/common';
import { CaseJointWorkRepository } from '../joint/case-joint-work.repository.js';
import { HalvesModule } from '../joint/halves.module.js';
import { CaseMapService } from './case-map.service.js';
import { MapReader } from './map-reader.js';
import { MapsController } from './maps.controller.js';
import { MapsRepository } from './maps.repository.js';
import { OwnMapService } from './own-map.service.js';
import { OwnMapsController } from './own-maps.controller.js';

/** Maps of preferences of two people, and the rows that both left open. */
@Module({
  imports: [HalvesModule],
  controllers: [MapsController, OwnMapsController],
  providers: [CaseJointWorkRepository, CaseMapService, MapReader, MapsRepository, OwnMapService],
})
export class MapsModule {}
