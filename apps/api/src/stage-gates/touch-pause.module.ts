import { Module } from '@nestjs/common';
import { AftercareModule } from '../aftercare/aftercare.module.js';
import { TouchPausing } from './touch-pausing.service.js';

/** The pause of touch exercises, for whatever area an entry comes from. */
@Module({ imports: [AftercareModule], providers: [TouchPausing], exports: [TouchPausing] })
export class TouchPauseModule {}
