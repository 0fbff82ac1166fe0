import { Module } from '@nestjs/common';
import { AftercareModule } from '../aftercare/aftercare.module.js';
import { FormsInUse } from './forms-in-use.js';
import { InstrumentFormsRepository } from './instrument-forms.repository.js';
import { InstrumentsController } from './instruments.controller.js';
import { InstrumentsService } from './instruments.service.js';
import { MeasureExport } from './measure-export.service.js';
import { MeasureReading } from './measure-reading.service.js';
import { MeasureWords } from './measure-words.js';
import { MeasuresController } from './measures.controller.js';
import { MeasuresRepository } from './measures.repository.js';
import { MeasuresService } from './measures.service.js';
import { OwnMeasureAccess } from './own-measure-access.js';
import { OwnMeasuresController } from './own-measures.controller.js';
import { OwnMeasuresRepository } from './own-measures.repository.js';
import { OwnMeasuresService } from './own-measures.service.js';

/** Standard instruments: the clinic's forms, and what each person answered, for that person's own therapists. */
@Module({
  imports: [AftercareModule],
  controllers: [InstrumentsController, MeasuresController, OwnMeasuresController],
  providers: [
    FormsInUse,
    InstrumentFormsRepository,
    InstrumentsService,
    MeasureExport,
    MeasureReading,
    MeasureWords,
    MeasuresRepository,
    MeasuresService,
    OwnMeasureAccess,
    OwnMeasuresRepository,
    OwnMeasuresService,
  ],
  exports: [InstrumentsService, MeasuresService, OwnMeasuresService],
})
export class InstrumentsModule {}
