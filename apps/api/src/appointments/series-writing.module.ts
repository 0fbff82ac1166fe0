import { Module } from '@nestjs/common';
import { HoursRepository } from './hours.repository.js';
import { SeriesRepository } from './series.repository.js';
import { SeriesWriting } from './series-writing.service.js';

/** What time alone writes into the calendar. */
@Module({
  providers: [HoursRepository, SeriesRepository, SeriesWriting],
  exports: [HoursRepository, SeriesRepository, SeriesWriting],
})
export class SeriesWritingModule {}
